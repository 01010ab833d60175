import type { Day } from '#contract/shapes/day.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import { dueDay, type WorkingCalendar, workingDaysAfter } from '../calendar/working-days.ts';
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

/** Whether stored due days are what the rules give for them today (recomputed equals stored). */
export function duesHold(
  item: Pick<ServiceItem, 'legalLimit' | 'promiseLimit'>,
  stored: { readonly acceptedOn: Day; readonly legalDueOn: Day | null; readonly promisedDueOn: Day | null },
  calendar: WorkingCalendar,
): boolean {
  const now = decisionDues(item, stored.acceptedOn, calendar);
  return now.legalDueOn === stored.legalDueOn && now.promisedDueOn === stored.promisedDueOn;
}
