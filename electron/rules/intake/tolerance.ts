import type { Day } from '#contract/shapes/day.ts';
import { calendarDaysAfter, type WorkingCalendar, workingDaysAfter } from '../calendar/working-days.ts';

/** How long a missing paper may take, as the hall sets it. */
interface TolerancePolicy {
  /** Working days that must lie between the promise and the promised due day of the case. */
  readonly workingDaysBeforeDue: number;
  /** The longest a promise may run, working days. */
  readonly mostWorkingDays: number;
}

/** @source domain.md 5.4 [S17], Shenzhen 2019: two working days before the promised limit, twenty at most */
const tolerancePolicy: TolerancePolicy = { workingDaysBeforeDue: 2, mostWorkingDays: 20 };

/**
 * The last day on which a missing paper may be promised, or null when none is left.
 *
 * Where the case has a promised due day the paper must be in two working days earlier, so that there is time to
 * look at it; a case decided on the spot leaves no day at all. Without a promised due day the cap alone counts.
 *
 * @param promisedDueOn due day of the case if it is accepted today
 * @throws RangeError when the calendar does not reach far enough
 * @source domain.md 5.4, 13.3 invariant 6
 */
export function lastToleranceDay(
  today: Day,
  promisedDueOn: Day | null,
  calendar: WorkingCalendar,
  policy: TolerancePolicy = tolerancePolicy,
): Day | null {
  const cap = workingDaysAfter(today, policy.mostWorkingDays, calendar);
  if (promisedDueOn === null) return cap;
  const beforeDue = workingDaysBefore(promisedDueOn, policy.workingDaysBeforeDue, today, calendar);
  if (beforeDue === null || beforeDue <= today) return null;
  return beforeDue < cap ? beforeDue : cap;
}

/** Whether a paper may be promised for this day: a working day after today, not after the last one. */
export function isToleranceDay(
  dueOn: Day,
  today: Day,
  promisedDueOn: Day | null,
  calendar: WorkingCalendar,
  policy: TolerancePolicy = tolerancePolicy,
): boolean {
  if (dueOn <= today) return false;
  const last = lastToleranceDay(today, promisedDueOn, calendar, policy);
  return last !== null && dueOn <= last && calendar.isWorkingDay(dueOn);
}

function workingDaysBefore(day: Day, count: number, notBefore: Day, calendar: WorkingCalendar): Day | null {
  let found = day;
  for (let left = count; left > 0;) {
    found = calendarDaysAfter(found, -1);
    if (found < notBefore) return null;
    if (calendar.isWorkingDay(found)) left -= 1;
  }
  return found;
}
