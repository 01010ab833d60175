import { isPaperOfSubject } from '#rules/bundles/opening.ts';
import { isFact } from '#rules/bundles/questions.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import type { WriteBench } from '../answering.ts';
import { saveAnswers } from '../store/cases.ts';
import { materialsOf } from '../store/materials.ts';
import type { OpenBundle } from '../store/open-bundles.ts';
import { sharePaper } from './share-papers.ts';
import { gatherBundle } from './whole-bundle.ts';

/**
 * What was handed over and said in one opening of a bundle counts for a later one of the same visit: the shared papers
 * and the facts about the citizen. What is the second child's own is asked again.
 *
 * @source domain.md 7 (1)
 */
export function shareOpening(bench: WriteBench, from: OpenBundle, to: OpenBundle): void {
  const { db } = bench;
  const facts: Record<string, string> = {};
  for (const { record } of gatherBundle(bench, from).steps) {
    if (!record) continue;
    for (const [id, optionId] of Object.entries(record.answers)) if (isFact(id)) facts[id] = optionId;
    for (const materialId of materialsOf(db, record.id).keys()) {
      if (!isPaperOfSubject(from.bundle, materialId)) sharePaper(bench, record.id, materialId, 'beside');
    }
  }
  for (const { record } of gatherBundle(bench, to).steps) {
    if (!record) continue;
    const asked = situationsAsked(record.item).filter(({ id }) => facts[id] !== undefined);
    const answers = Object.fromEntries(asked.map(({ id }) => [id, facts[id] ?? '']));
    if (asked.length > 0) saveAnswers(db, record.id, { ...answers, ...record.answers });
  }
}
