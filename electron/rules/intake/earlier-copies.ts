import type { Day } from '#contract/shapes/day.ts';
import type { ItemMaterial } from '#contract/shapes/item.ts';
import { daysBetween } from '../calendar/days.ts';

/**
 * Days for which a verified copy may be used again. A hall's own figure; no rule of the state sets one.
 *
 * @source domain.md 4.3 [P]
 */
const COPY_GOOD_FOR_DAYS = 365;

/** Whether a copy compared on `verifiedOn` may still be used, and how old it is in days. Null: too old, or not yet. */
export function ageOfCopy(verifiedOn: Day, today: Day, goodForDays = COPY_GOOD_FOR_DAYS): number | null {
  const age = daysBetween(verifiedOn, today);
  return age < 0 || age > goodForDays ? null : age;
}

/**
 * Whether a paper of an earlier case may stand for it at all. What the applicant made for that one case and the hall
 * kept (application form, letter of authorisation, declaration, articles of a company) says nothing about this one.
 *
 * @param source who makes the paper, as the catalogue says it
 * @source domain.md 4.3: a copy of a paper, not a new use of an old application
 */
export function mayStandAgain({ source, custody }: Pick<ItemMaterial, 'source' | 'custody'>): boolean {
  return source !== 'applicant' || custody !== 'keep_original';
}
