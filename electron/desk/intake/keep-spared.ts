import { papersSaved } from '#rules/intake/papers-saved.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { type WriteBench, yes } from '../answering.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { forgetPromises } from '../store/materials.ts';
import { keepSparedPapers } from '../store/papers-saved.ts';
import { caseView } from './case-view.ts';
import { gatherCase, type WholeCase } from './case-whole.ts';
import type { Decided } from './decide-case.ts';
import { owedNow } from './papers-of-case.ts';

/**
 * Settles with the decision which papers were spared: from then on neither the duty list nor anything else changes
 * what this citizen was asked for. Call it in the transaction of the decision.
 *
 * @source domain.md 12.3 F40, F53
 */
export function keepSpared(bench: WriteBench, decided: Decided): Decided {
  if (!decided.ok || takesPapers(decided.value.state)) return decided;
  const record = caseById(bench.db, decided.value.id);
  if (!record) return decided;
  const owed = settle(bench, record, decided.value.materials);
  return owed === 0 ? decided : yes(caseView(bench, record));
}

/**
 * The same for a case that stops taking papers without a decision at the counter: accepted by law, lapsed, withdrawn,
 * referred. A case that still takes papers settles nothing.
 */
export function settleSpared(bench: WriteBench, id: CaseRecord['id']): void {
  const record = caseById(bench.db, id);
  if (!record || takesPapers(record.state)) return;
  settle(bench, record, gatherCase(bench, record).materials);
}

/** Returns how many papers a duty spared. */
function settle(
  { db, parts, today }: WriteBench,
  record: CaseRecord,
  materials: WholeCase['materials'],
): number {
  const asked = materials.filter((paper) => paper.asked).map(({ id }) => id);
  forgetPromises(db, record.id, asked);
  const owed = owedNow(parts, record, materials);
  const otherwise = papersSaved(materials).map((paper) => ({ ...paper, owedBy: null }));
  keepSparedPapers(db, record.id, [...otherwise, ...owed], today);
  return owed.length;
}
