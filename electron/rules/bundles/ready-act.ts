import type { OutcomeStanding } from '#contract/shapes/case.ts';
import type { CrossingMay } from '#contract/shapes/crossing.ts';

/** What decides whether a case of a bundle goes with the others in one act. */
export interface ReadyFacts {
  readonly outcomes: readonly OutcomeStanding[];
  /** What this hall may do with the item. */
  readonly may: CrossingMay;
  readonly missing: number;
  readonly formWhole: boolean;
}

/** What the act does with a case, or why it is left where it is. */
export type ReadyAct =
  | { readonly act: 'accept' | 'accept-tolerant' | 'receive'; readonly because: null }
  | { readonly act: null; readonly because: string };

/**
 * A case is accepted where nothing stands against it. One that another body accepts is received when everything is
 * here, so that it travels whole. Nothing is received half: that is decided case by case, on its sheet.
 *
 * @source domain.md 5.1, 7 (4)
 */
export function readyAct({ outcomes, may, missing, formWhole }: ReadyFacts): ReadyAct {
  const standing = (outcome: string) => outcomes.find((one) => one.outcome === outcome);
  for (const act of ['accept', 'accept-tolerant'] as const) {
    if (standing(act)?.open) return { act, because: null };
  }
  const because = standing('accept')?.because ?? 'already-decided';
  if (may !== 'receive-only' || because === 'situation-open') return { act: null, because };
  if (missing > 0) return { act: null, because: 'materials-missing' };
  if (!formWhole) return { act: null, because: 'form-incomplete' };
  const receive = standing('receive');
  return receive?.open
    ? { act: 'receive', because: null }
    : { act: null, because: receive?.because ?? because };
}
