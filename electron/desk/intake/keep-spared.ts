import type { CaseMaterial } from '#contract/shapes/case.ts';
import { takesPapers } from '#rules/intake/case-moves.ts';
import { type AskedMaterial, materialsAsked } from '#rules/intake/materials-asked.ts';
import { papersSaved } from '#rules/intake/papers-saved.ts';
import type { WriteBench } from '../answering.ts';
import { caseById, type CaseRecord } from '../store/cases.ts';
import { forgetPromises } from '../store/materials.ts';
import { keepSparedPapers } from '../store/papers-saved.ts';
import { gatherCase, type WholeCase } from './case-whole.ts';
import { owedInstead, owedNow } from './papers-of-case.ts';

/**
 * Settles with the decision which papers were spared: from then on neither the duty list nor anything else changes
 * what this citizen was asked for. Call it in the transaction of the decision.
 *
 * @param left the case as the decision has left it; one that still takes papers settles nothing
 * @param asked, materials as they were gathered for the decision
 * @source domain.md 12.3 F40, F53
 */
export function keepSpared(
  bench: WriteBench,
  left: CaseRecord,
  { asked, materials }: Pick<WholeCase, 'asked' | 'materials'>,
): void {
  if (!takesPapers(left.state)) settle(bench, left, asked, materials.map(butForItsDuty));
}

/**
 * The same for a case that stops taking papers without a decision at the counter: accepted by law, lapsed,
 * withdrawn, referred.
 */
export function settleSpared(bench: WriteBench, id: CaseRecord['id']): void {
  const record = caseById(bench.db, id);
  if (!record || takesPapers(record.state)) return;
  const { item, answers, parties } = record;
  const asked = materialsAsked(
    item,
    answers,
    parties !== null && parties.handler !== null,
    owedInstead(bench.parts),
  );
  settle(bench, record, asked, gatherCase(bench, record).materials);
}

/** What a department owes would be asked for but for the duty. */
function butForItsDuty(paper: CaseMaterial): CaseMaterial {
  return paper.owedBy === null ? paper : { ...paper, asked: true, reason: 'required' };
}

function settle(
  { db, today }: WriteBench,
  record: CaseRecord,
  askedBy: readonly AskedMaterial[],
  materials: readonly CaseMaterial[],
): void {
  const asked = materials.filter((paper) => paper.asked).map(({ id }) => id);
  forgetPromises(db, record.id, asked);
  const owed = owedNow(askedBy, materials);
  const otherwise = papersSaved(materials).map((paper) => ({ ...paper, owedBy: null }));
  keepSparedPapers(db, record.id, [...otherwise, ...owed], today);
}
