import type { Bundle } from '#contract/shapes/bundle.ts';
import type { BundleGuidance } from '#contract/shapes/guidance.ts';
import { guidedPool } from '#rules/bundles/guided-pool.ts';
import { answersOfItem, poolQuestions } from '#rules/bundles/questions.ts';
import { rerouteOf, situationsAsked } from '#rules/intake/situations.ts';
import { bundleOffer } from '../bundles/bundle-view.ts';
import type { Parts } from '../parts.ts';
import { guidanceFor } from './guide.ts';

type PoolAnswers = Readonly<Record<string, string>>;

/**
 * The questions and papers of a whole bundle, for somebody of whom nothing is open yet. Null when one of its items is
 * not in force.
 */
export function bundleGuidance(
  parts: Pick<Parts, 'site' | 'items'>,
  bundle: Bundle,
  answers: PoolAnswers,
  agent: boolean,
): BundleGuidance | null {
  const offer = bundleOffer(parts, bundle);
  if (!offer) return null;
  const items = bundle.steps.flatMap(({ itemCode }) => parts.items.byCode(itemCode) ?? []);
  const asked = items.map((item) => {
    const situations = situationsAsked(item);
    return {
      itemCode: item.code,
      item,
      situations,
      answers: answersOfItem({ itemCode: item.code, situations }, answers),
    };
  });
  const guided = asked.map(({ itemCode, item, answers: own }) => ({
    itemCode,
    papers: guidanceFor(parts, item, own, agent).papers,
    madeBefore: new Map(
      items.flatMap((other) => {
        const after = bundle.steps.find((step) => step.itemCode === itemCode)?.after ?? [];
        return after.includes(other.code) ? [[other.resultName, other.code] as const] : [];
      }),
    ),
  }));
  return {
    offer,
    questions: poolQuestions(asked),
    papers: guidedPool(guided, new Set(bundle.sharedMaterials)),
    reroutes: asked.flatMap(({ itemCode, item, answers: own }) => {
      const to = rerouteOf(item, own);
      return to === null ? [] : [{ itemCode, to }];
    }),
  };
}
