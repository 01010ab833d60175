import type { Day } from '#contract/shapes/day.ts';
import { type WorkingCalendar, workingDaysAfter } from '../calendar/working-days.ts';

/** @source 行政许可法 art. 32(1)(4): on the spot or within five days */
export const NOTICE_WORKING_DAYS = 5;

type NoticeStanding =
  | { readonly standing: 'on-time'; readonly lastDay: Day }
  | { readonly standing: 'deemed-accepted'; readonly acceptedOn: Day };

/**
 * Says whether the hall may still hand out the one-time supplement notice (一次性告知) for a case.
 *
 * The notice lists everything missing at once, on the spot or within 5 working days of receipt.
 * After that the case counts as accepted from the day it was received.
 *
 * @param receivedOn day the papers were handed over
 * @param today day of asking; on `lastDay` itself the notice is still on time
 * @returns days, never clock times: the law counts days
 * @throws RangeError when `today` is before `receivedOn`, or the calendar does not reach far enough
 * @source 行政许可法 第三十二条第一款第（四）项 notice and deemed acceptance; 第八十二条 working days
 */
export function noticeStanding(receivedOn: Day, today: Day, calendar: WorkingCalendar): NoticeStanding {
  if (today < receivedOn) {
    throw new RangeError(`asked on ${today} about a case received later, on ${receivedOn}`);
  }
  const lastDay = workingDaysAfter(receivedOn, NOTICE_WORKING_DAYS, calendar);
  return today <= lastDay
    ? { standing: 'on-time', lastDay }
    : { standing: 'deemed-accepted', acceptedOn: receivedOn };
}
