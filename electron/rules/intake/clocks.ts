import type { Day } from '#contract/shapes/day.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import {
  type CountedLimit,
  type DueDay,
  dueDay,
  type WorkingCalendar,
  workingDaysAfter,
  workingDaysBetween,
} from '../calendar/working-days.ts';
import { NOTICE_WORKING_DAYS, noticeStanding } from './supplement-notice.ts';

/** GB/T 39046 annex A: 行政许可. Only these are under the Administrative Licensing Law. */
const LICENCE = '01';

export interface DecisionDues {
  readonly legalDueOn: Day | null;
  readonly promisedDueOn: Day | null;
  /** One of them was counted over days whose yearly holiday notice is not loaded. */
  readonly provisional: boolean;
}

/**
 * The last day for the one-time notice of a case received on a day.
 *
 * @throws RangeError when the calendar does not reach far enough
 * @source 行政许可法 art. 32(1)(4), art. 82; domain.md 13.3 invariant 4
 */
export function noticeDueOn(receivedOn: Day, calendar: WorkingCalendar): Day {
  return workingDaysAfter(receivedOn, NOTICE_WORKING_DAYS, calendar);
}

/**
 * The due days of a case accepted on a day: by law and as promised. Null where the item gives no limit.
 *
 * @throws RangeError when the calendar does not reach far enough
 * @source 行政许可法 art. 42, 82; domain.md 5.5, 13.3 invariant 7
 */
export function decisionDues(
  item: Pick<ServiceItem, 'legalLimit' | 'promiseLimit'>,
  acceptedOn: Day,
  calendar: WorkingCalendar,
): DecisionDues {
  const legal = dueDay(acceptedOn, item.legalLimit, calendar);
  const promised = dueDay(acceptedOn, item.promiseLimit, calendar);
  return {
    legalDueOn: legal?.day ?? null,
    promisedDueOn: promised?.day ?? null,
    provisional: (legal?.provisional ?? false) || (promised?.provisional ?? false),
  };
}

/** Due days as now counted, or null when the calendar does not reach far enough. */
export function decisionDuesIfKnown(
  item: Pick<ServiceItem, 'legalLimit' | 'promiseLimit'>,
  acceptedOn: Day,
  calendar: WorkingCalendar,
): DecisionDues | null {
  try {
    return decisionDues(item, acceptedOn, calendar);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/** The last notice day, or null when the calendar does not reach far enough. */
export function noticeDueOnIfKnown(receivedOn: Day, calendar: WorkingCalendar): Day | null {
  try {
    return noticeDueOn(receivedOn, calendar);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/**
 * The day from which a case accepted today counts as accepted. A licence whose five days ran out unanswered has
 * been accepted by law since the day it was received; every other case is accepted today.
 *
 * @source 行政许可法 art. 32(1)(4); domain.md 5.1 last row: other kinds of items follow their own rules
 */
export function acceptanceDay(
  item: Pick<ServiceItem, 'itemTypeCode'>,
  receivedOn: Day,
  today: Day,
  calendar: WorkingCalendar,
): Day {
  return isDeemedAccepted(item, receivedOn, today, calendar) ? receivedOn : today;
}

/** 视为受理: the five days of a licence ran out with nothing said. */
export function isDeemedAccepted(
  item: Pick<ServiceItem, 'itemTypeCode'>,
  receivedOn: Day,
  today: Day,
  calendar: WorkingCalendar,
): boolean {
  if (item.itemTypeCode !== LICENCE || today <= receivedOn) return false;
  return noticeStanding(receivedOn, today, calendar).standing === 'deemed-accepted';
}

/** A special procedure that stopped the clock of the decision; open while `endedOn` is null. */
export interface Pause {
  readonly startedOn: Day;
  readonly endedOn: Day | null;
}

/**
 * Working days a pause took out of the count: those after its first day, up to and with its last. A pause that
 * ends on the day it began took nothing.
 *
 * @param today the day an open pause is looked at
 * @source 行政许可法 art. 45; domain.md 5.5
 */
export function pausedDays(pause: Pause, today: Day, calendar: WorkingCalendar): number {
  return workingDaysBetween(pause.startedOn, pause.endedOn ?? today, calendar);
}

/**
 * The due days of an accepted case after everything that moved them: limit, working days in which the clock stood,
 * and extensions, all counted in one run from the day of acceptance.
 *
 * A limit in calendar days is moved by whole working days as well, from the day it would have ended on.
 *
 * @throws RangeError when the calendar does not reach far enough
 * @source 行政许可法 art. 42, 45, 82; domain.md 13.3 invariant 7
 */
export function duesAfterAll(
  item: Pick<ServiceItem, 'legalLimit' | 'promiseLimit'>,
  acceptedOn: Day,
  moved: { readonly pauses: readonly Pause[]; readonly extendedDays: number },
  today: Day,
  calendar: WorkingCalendar,
): DecisionDues {
  const days = moved.extendedDays + sum(moved.pauses.map((pause) => pausedDays(pause, today, calendar)));
  const legal = movedDue(acceptedOn, item.legalLimit, days, calendar);
  const promised = movedDue(acceptedOn, item.promiseLimit, days, calendar);
  return {
    legalDueOn: legal?.day ?? null,
    promisedDueOn: promised?.day ?? null,
    provisional: (legal?.provisional ?? false) || (promised?.provisional ?? false),
  };
}

/** Whether stored due days are what the rules give for them now (recomputed equals stored). */
export function duesHold(
  item: Pick<ServiceItem, 'legalLimit' | 'promiseLimit'>,
  stored: { readonly acceptedOn: Day; readonly legalDueOn: Day | null; readonly promisedDueOn: Day | null },
  calendar: WorkingCalendar,
  moved: { readonly pauses: readonly Pause[]; readonly extendedDays: number } = {
    pauses: [],
    extendedDays: 0,
  },
): boolean {
  const ended = moved.pauses.filter(({ endedOn }) => endedOn !== null);
  const now = duesAfterAll(item, stored.acceptedOn, { ...moved, pauses: ended }, stored.acceptedOn, calendar);
  return now.legalDueOn === stored.legalDueOn && now.promisedDueOn === stored.promisedDueOn;
}

function movedDue(
  acceptedOn: Day,
  limit: CountedLimit,
  days: number,
  calendar: WorkingCalendar,
): DueDay | null {
  if (limit.days === null) return null;
  if (limit.unit !== 'calendar_day')
    return dueDay(acceptedOn, { ...limit, days: limit.days + days }, calendar);
  const plain = dueDay(acceptedOn, limit, calendar);
  return plain && days > 0 ? dueDay(plain.day, { days, unit: 'workday' }, calendar) : plain;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0);
}

/** @source 行政许可法 art. 44: within ten days of the decision */
export const DELIVERY_WORKING_DAYS = 10;

/** Items of 行政许可 that may be extended once by ten working days. @source 行政许可法 art. 42 */
const EXTENSION_WORKING_DAYS = 10;

/** How many working days a decision may still be put off, once, with an approver. */
export function mayExtendBy(
  item: Pick<ServiceItem, 'itemTypeCode' | 'legalLimit'>,
  extendedBefore: boolean,
): number {
  const isLicence = item.itemTypeCode === LICENCE;
  return isLicence && !extendedBefore && item.legalLimit.days !== null && item.legalLimit.days > 0
    ? EXTENSION_WORKING_DAYS
    : 0;
}
