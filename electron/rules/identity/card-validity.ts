import type { Day } from '#contract/shapes/day.ts';
import type { Objection } from '#contract/shapes/party.ts';
import { calendarDaysAfter, dayFromDigits } from '../calendar/days.ts';

/** An objection as a rule finds it; overriding it is an act of a clerk and kept beside it. */
export type FoundObjection = Omit<Objection, 'overriddenBecause'>;

/** A card that ends within this many days is still good and worth a word to its owner. */
const EXPIRES_SOON_DAYS = 30;

/** What the chip says about the card itself. Dates are `YYYYMMDD`. */
export interface CardDates {
  readonly birth: string;
  readonly validFrom: string;
  /** null means long-term (长期). */
  readonly validTo: string | null;
}

/**
 * What the dates of a card object to. `card-expired`, `card-not-yet-valid`, `unreadable-validity` and
 * `impossible-birth-date` block acceptance until overridden with a reason; `card-expires-soon` only warns.
 * A card is good on its last day.
 *
 * @source 居民身份证法 art. 5, 11; devices.md 1.7
 */
export function cardObjections(card: CardDates, today: Day): readonly FoundObjection[] {
  return [...birthObjections(card.birth, today), ...validityObjections(card, today)];
}

function birthObjections(digits: string, today: Day): readonly FoundObjection[] {
  const birth = dayFromDigits(digits);
  if (birth && birth <= today && birth >= '1800-01-01') return [];
  return [{ field: 'birth', problem: 'impossible-birth-date', blocks: true }];
}

function validityObjections({ validFrom, validTo }: CardDates, today: Day): readonly FoundObjection[] {
  const from = dayFromDigits(validFrom);
  const to = validTo === null ? null : dayFromDigits(validTo);
  if (!from || (validTo !== null && (!to || to < from))) {
    return [{ field: 'validTo', problem: 'unreadable-validity', blocks: true }];
  }
  if (from > today) return [{ field: 'validTo', problem: 'card-not-yet-valid', blocks: true }];
  if (!to) return [];
  if (to < today) return [{ field: 'validTo', problem: 'card-expired', blocks: true }];
  if (to <= calendarDaysAfter(today, EXPIRES_SOON_DAYS)) {
    return [{ field: 'validTo', problem: 'card-expires-soon', blocks: false }];
  }
  return [];
}
