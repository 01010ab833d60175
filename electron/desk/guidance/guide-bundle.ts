import type { Bundle } from '#contract/shapes/bundle.ts';
import type { BundleGuidance } from '#contract/shapes/guidance.ts';
import type { ItemCode, ServiceItem } from '#contract/shapes/item.ts';
import { guidedPool } from '#rules/bundles/guided-pool.ts';
import { answersOfItem, poolQuestions } from '#rules/bundles/questions.ts';
import { rerouteOf, situationsAsked, type SituationAnswers } from '#rules/intake/situations.ts';
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
  const steps = items.map((item) => ({
    item,
    answers: answersOfItem({ itemCode: item.code, situations: situationsAsked(item) }, answers),
  }));
  return {
    offer,
    ...guidanceOfSteps(parts, bundle, steps, agent),
    reroutes: steps.flatMap(({ item, answers: own }) => {
      const to = rerouteOf(item, own);
      return to === null ? [] : [{ itemCode: item.code, to }];
    }),
  };
}

/** One step that is applied for, and what was answered for it. */
interface AnsweredStep {
  readonly item: ServiceItem;
  readonly answers: SituationAnswers;
}

/** The questions and papers of these steps as one pool. What a step that is left out would make, somebody brings. */
export function guidanceOfSteps(
  parts: Pick<Parts, 'site' | 'items'>,
  bundle: Bundle,
  steps: readonly AnsweredStep[],
  agent: boolean,
): Pick<BundleGuidance, 'questions' | 'papers'> {
  const madeBefore = (itemCode: ItemCode): ReadonlyMap<string, ItemCode> => {
    const after = bundle.steps.find((step) => step.itemCode === itemCode)?.after ?? [];
    const before = steps.filter(({ item }) => after.includes(item.code));
    return new Map(before.map(({ item }) => [item.resultName, item.code]));
  };
  const guided = steps.map(({ item, answers }) => ({
    itemCode: item.code,
    papers: guidanceFor(parts, item, answers, agent).papers,
    madeBefore: madeBefore(item.code),
  }));
  return {
    questions: poolQuestions(
      steps.map(({ item, answers }) => ({
        itemCode: item.code,
        situations: situationsAsked(item),
        answers,
      })),
    ),
    papers: guidedPool(guided, new Set(bundle.sharedMaterials)),
  };
}
