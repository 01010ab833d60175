import type { Day } from '#contract/shapes/day.ts';
import { daysBetween } from '../calendar/days.ts';

/** Days for which a verified copy may be used again. A hall's own figure; no rule of the state sets one. @source domain.md 4.3 [P] */
const COPY_GOOD_FOR_DAYS = 365;

/** Whether a copy compared on `verifiedOn` may still be used, and how old it is in days. Null: too old, or not yet. */
export function ageOfCopy(verifiedOn: Day, today: Day, goodForDays = COPY_GOOD_FOR_DAYS): number | null {
  const age = daysBetween(verifiedOn, today);
  return age < 0 || age > goodForDays ? null : age;
}
