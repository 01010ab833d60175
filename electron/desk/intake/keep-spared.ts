import { takesPapers } from '#rules/intake/case-moves.ts';
import { type WriteBench, yes } from '../answering.ts';
import { caseById } from '../store/cases.ts';
import { forgetPromises } from '../store/materials.ts';
import { keepSparedPapers } from '../store/papers-saved.ts';
import { caseView } from './case-view.ts';
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
  const { db, parts, today } = bench;
  const { id, papersSaved, materials } = decided.value;
  const asked = materials.filter((paper) => paper.asked).map((paper) => paper.id);
  forgetPromises(db, id, asked);
  const record = caseById(db, id);
  if (!record) return decided;
  const owed = owedNow(parts, record, decided.value.materials);
  const otherwise = papersSaved.map((paper) => ({ ...paper, owedBy: null }));
  keepSparedPapers(db, id, [...otherwise, ...owed], today);
  return owed.length === 0 ? decided : yes(caseView(bench, record));
}
