import type { CaseState } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { calendarDaysAfter } from '../calendar/days.ts';

/** Days after the end of a service in which it may still be evaluated. A hall's own figure. @source GB/T 39734 [P] */
export const ASKED_FOR_DAYS = 30;

const SERVICE_ENDED: ReadonlySet<CaseState> = new Set([
  'delivered',
  'refused',
  'closed-not-needed',
  'closed-wrong-organ',
]);

/** Nothing more comes of the service. */
export function hasEnded(state: CaseState): boolean {
  return SERVICE_ENDED.has(state);
}

/**
 * Until when somebody may be asked to evaluate (好差评) a service that ended on a day, or null: it has not ended, or
 * the time for it is over. Whether it was evaluated already is not this rule's to know.
 *
 * @source domain.md 6, 13.3 invariant 17
 */
export function evaluationDueUntil(state: CaseState, endedOn: Day, today: Day): Day | null {
  if (!hasEnded(state)) return null;
  const until = calendarDaysAfter(endedOn, ASKED_FOR_DAYS);
  return today > until ? null : until;
}
