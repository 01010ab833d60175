import type { CaseId } from '#contract/shapes/case.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import type { WriteBench } from '../answering.ts';
import { dayInHall } from '../intake/time-of-day.ts';
import type { CaseEvent } from '../platform/case-event.ts';
import { oweReport } from '../progress/act-made.ts';
import type { CaseRecord } from '../store/cases.ts';
import {
  type KeptQuery,
  markReportOwed,
  queryById,
  sayQueryWrong,
  wrongAndNotOwed,
} from '../store/material-queries.ts';
import { materialsOf, takeMaterialBack } from '../store/materials.ts';

type Barred = 'no-such-query' | 'nothing-to-report' | 'already-reported';

/**
 * A clerk says that a source is wrong, and what was found. Its answer stands for no paper any more while papers are
 * taken; the source is told with the next step of the case, or at once when the case has a number already.
 *
 * @source domain.md 4.5, 12.3 F44 (多源校核)
 */
export function reportWrong(
  bench: WriteBench,
  record: CaseRecord,
  { queryId, say }: { readonly queryId: string; readonly say: string },
): Barred | null {
  const { db, nowMs } = bench;
  const kept = queryById(db, queryId);
  if (kept?.caseId !== record.id) return 'no-such-query';
  if (kept.query.answer !== 'found') return 'nothing-to-report';
  if (kept.query.saidWrong !== null) return 'already-reported';
  const clerk = bench.asker.staff?.number ?? 'nobody';
  sayQueryWrong(db, queryId, { say, atMs: nowMs, by: clerk });
  const stands = materialsOf(db, record.id).get(kept.materialId)?.queryId === queryId;
  if (stands && takesPapers(record.state)) {
    takeMaterialBack(db, record.id, kept.materialId, { atMs: nowMs, clerk });
  }
  if (record.receiptNumber !== null) {
    const told = tellSources(bench, record.id);
    if (told.length > 0) oweReport(bench, record, told);
  }
  return null;
}

/** What sources are to be told of this case, marked as owed; for the report of its next step. */
export function tellSources(
  { db, nowMs, parts }: Pick<WriteBench, 'db' | 'nowMs' | 'parts'>,
  caseId: CaseId,
): CaseEvent['differences'] {
  return wrongAndNotOwed(db, caseId).map((kept) => {
    markReportOwed(db, kept.query.id, caseId, nowMs);
    return differenceOf(kept, dayInHall(kept.query.askedAtMs, parts.site.timeZone));
  });
}

/** The source knows the query by its id; what it said is repeated no further than a screen would show it. */
function differenceOf(
  { query }: KeptQuery,
  askedOn: CaseEvent['differences'][number]['saidAsOf'],
): CaseEvent['differences'][number] {
  const say = query.saidWrong ?? '';
  const fields = query.fields.map(({ nameZh, value }) => `${nameZh} ${value}`);
  return {
    meaning: MEANINGS[query.kind],
    labelZh: query.what,
    source: query.kind,
    origin: query.answeredBy,
    said: [`查询编号 ${query.id}`, ...fields].join('；'),
    saidAsOf: query.asOf ?? askedOn,
    found: say,
    foundFrom: 'by-hand',
    reason: query.purpose,
  };
}

const MEANINGS = {
  licence: Meaning.parse('query.licence'),
  'shared-data': Meaning.parse('query.shared-data'),
} as const;
