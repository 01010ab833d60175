import type { CaseId } from '#contract/shapes/case.ts';
import type { PaperKey } from '#contract/shapes/hand-over.ts';
import type { HandOverLine } from '#rules/notices/notice-facts.ts';
import type { WriteBench } from '../answering.ts';
import { newId } from '../new-id.ts';
import { issueNotice } from '../papers/issue-notice.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { addHandOver } from '../store/hand-overs.ts';
import { type OriginalHere, originalsHere, putInList } from '../store/original-moves.ts';

/** The originals here that were named, in the order they lie here; null when one of them is not here. */
export function theseHere(db: WriteBench['db'], papers: readonly PaperKey[]): OriginalHere[] | null {
  const wanted = new Set(papers.map(keyOf));
  const found = originalsHere(db).filter((paper) => wanted.has(keyOf(paper)));
  return found.length === wanted.size ? found : null;
}

export function keyOf({ caseId, materialId }: PaperKey): string {
  return `${caseId} ${materialId}`;
}

/**
 * Puts originals of one department in a new list and issues its paper, in the act's transaction. The clerk gives
 * with their number; the department signs later.
 *
 * @returns why not, or null
 * @source domain.md 5.3 物料转移单, 13.3 invariant 23
 */
export function makeList(
  bench: WriteBench,
  department: string,
  papers: readonly PaperKey[],
): 'no-original-here' | 'other-department' | null {
  const { db, nowMs, today, asker, parts } = bench;
  const here = theseHere(db, papers);
  if (!here) return 'no-original-here';
  const cases = new Map(here.map(({ caseId }) => [caseId, existing(bench, caseId)]));
  if ([...cases.values()].some(({ item }) => item.department.key !== department)) return 'other-department';

  const id = newId();
  const givenBy = asker.staff?.number ?? 'nobody';
  const [organ] = [...cases.values()].map(({ item }) => item.department.nameZh);
  addHandOver(db, { id, department, madeAtMs: nowMs, madeOn: today, givenBy, window: parts.site.window });
  for (const paper of here) putInList(db, id, { ...paper, atMs: nowMs, clerk: givenBy });
  issueNotice(bench, {
    kind: 'hand-over',
    handOverId: id,
    facts: {
      toOrgan: organ ?? '',
      handedOn: today,
      lines: [...cases.values()].map((record) => lineOf(record, here)),
    },
  });
  bench.about(id, `hand over ${here.length} papers`);
  return null;
}

function lineOf(record: CaseRecord, here: readonly OriginalHere[]): HandOverLine {
  const { id, item, parties, receiptNumber } = record;
  return {
    receiptNumber: receiptNumber ?? '',
    itemNameZh: item.nameZh,
    applicantName: parties?.applicant?.details.name ?? '',
    papers: here
      .filter(({ caseId }) => caseId === id)
      .map(({ paperName, originals, copies }) => ({ nameZh: paperName, originals, copies })),
  };
}

function existing({ db }: WriteBench, id: CaseId): CaseRecord {
  const record = caseById(db, id);
  if (!record) throw new RangeError('an original belongs to a case');
  return record;
}
