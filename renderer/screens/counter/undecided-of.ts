import type { VisitView } from '#contract/shapes/case.ts';

/** How many cases of a visit have neither an outcome nor been discarded. */
export function undecidedOf({ cases }: VisitView): number {
  return cases.filter(({ state, takenUp }) => !takenUp && (state === 'draft' || state === 'blocked')).length;
}
