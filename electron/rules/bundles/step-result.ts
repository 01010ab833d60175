import type { CaseState } from '#contract/shapes/case.ts';

/** `there`: whoever waits may go on. `none-will-come`: the case ended without what the others need. */
export type StepResult = 'open' | 'there' | 'none-will-come';

/** What is known of a step's case. */
export interface ResultFacts {
  readonly state: CaseState;
  /** Its time line holds a grant: an archived case no longer says how it ended. */
  readonly granted: boolean;
  /** A clerk wrote down the values the department gave, and the paper that shows them. */
  readonly given: boolean;
  /** The department that decides elsewhere said no. */
  readonly denied: boolean;
  /** Facts of its result that nobody has written down yet. */
  readonly valuesOpen: number;
}

const ENDED: ReadonlySet<CaseState> = new Set([
  'decided-denied',
  'refused',
  'closed-not-needed',
  'closed-wrong-organ',
  'closed-lapsed',
  'closed-returned',
  'referred',
  'withdrawn',
  'delivered',
  'archived',
]);

/**
 * Whether the result of a step is there. A grant alone is not enough where others need a value of it: they start
 * when the value is written down. A department that decides elsewhere gives its value with its paper.
 *
 * @source domain.md 7 (2) (3)
 */
export function stepResult({ state, granted, given, denied, valuesOpen }: ResultFacts): StepResult {
  if (given || (granted && valuesOpen === 0)) return 'there';
  return (denied || ENDED.has(state)) && !granted ? 'none-will-come' : 'open';
}
