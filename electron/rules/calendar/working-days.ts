import type { Day } from '#contract/shapes/day.ts';
import type { Limit } from '#contract/shapes/item.ts';
import { calendarDaysAfter, dayAfter } from './days.ts';

export { calendarDaysAfter, isAfter } from './days.ts';

/** The official working-day calendar (工作日历), one yearly notice of the State Council after another. */
export interface WorkingCalendar {
  /** Names the data, e.g. `cn-2024..2026+2027p`; stored with every due day. */
  readonly version: string;
  /** official: the yearly notice is loaded · provisional: statutory holidays only · unknown: no data. */
  readonly standingOf: (day: Day) => 'official' | 'provisional' | 'unknown';
  readonly isWorkingDay: (day: Day) => boolean;
}

export interface DueDay {
  readonly day: Day;
  /** A counted day lies in a year whose holiday notice is not loaded: the due day may still move. */
  readonly provisional: boolean;
}

/** Only what a limit counts with, so that constants of the law fit as well as limits of the catalogue. */
export type CountedLimit = Pick<Limit, 'days' | 'unit'>;

/**
 * The last of `count` working days, counted from the day after `day`; `day` itself when `count` is 0.
 *
 * @throws RangeError when the count runs into days the calendar knows nothing about.
 * @source 行政许可法 art. 82: days are working days, holidays out
 */
export function workingDaysAfter(day: Day, count: number, calendar: WorkingCalendar): Day {
  return countWorkingDays(day, count, calendar).day;
}

/** The first working day after `day`. */
export function nextWorkingDay(day: Day, calendar: WorkingCalendar): Day {
  return workingDaysAfter(day, 1, calendar);
}

/**
 * The day a limit ends on, or null when no limit is known.
 *
 * The day of acceptance is day 0, whatever the hour; 0 days means that same day. A limit without a unit counts
 * working days. A limit in calendar days runs through holidays and is not moved when it ends on one: the organ
 * then decides before the holiday.
 *
 * @throws RangeError when working days run into a year the calendar knows nothing about.
 * @source domain.md 5.5; 行政许可法 art. 42, 82
 */
export function dueDay(start: Day, limit: CountedLimit, calendar: WorkingCalendar): DueDay | null {
  if (limit.days === null) return null;
  if (limit.unit === 'calendar_day') {
    return { day: calendarDaysAfter(start, wholeDays(limit.days)), provisional: false };
  }
  return countWorkingDays(start, limit.days, calendar);
}

/**
 * How many working days lie after `from`, up to and with `to`. 0 when `to` is `from` or before it.
 *
 * @throws RangeError when a day between is unknown to the calendar.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = dayAfter(day);
    knownStanding(day, calendar);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}

/** One case asks for the same few due days again and again. */
const counted = new WeakMap<WorkingCalendar, Map<string, DueDay>>();
const COUNTS_KEPT = 200;

function countWorkingDays(start: Day, count: number, calendar: WorkingCalendar): DueDay {
  const kept = counted.get(calendar) ?? countedBy(calendar);
  const asked = `${start}+${count}`;
  const before = kept.get(asked);
  if (before) return before;
  const due = countedNow(start, count, calendar);
  if (kept.size >= COUNTS_KEPT) kept.clear();
  kept.set(asked, due);
  return due;
}

function countedBy(calendar: WorkingCalendar): Map<string, DueDay> {
  const none = new Map<string, DueDay>();
  counted.set(calendar, none);
  return none;
}

function countedNow(start: Day, count: number, calendar: WorkingCalendar): DueDay {
  let day = start;
  let provisional = false;
  for (let left = wholeDays(count); left > 0;) {
    day = dayAfter(day);
    if (knownStanding(day, calendar) === 'provisional') provisional = true;
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return { day, provisional };
}

function knownStanding(day: Day, calendar: WorkingCalendar): 'official' | 'provisional' {
  const standing = calendar.standingOf(day);
  if (standing === 'unknown') throw new RangeError(`the calendar ${calendar.version} does not reach ${day}`);
  return standing;
}

function wholeDays(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`a limit is a whole number of days: ${count}`);
  }
  return count;
}
