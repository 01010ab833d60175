import { Day } from '#contract/shapes/day.ts';

const DAY_MS = 86_400_000;

/** The day `count` calendar days after `day`; before it when `count` is negative. */
export function calendarDaysAfter(day: Day, count: number): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError(`a number of days is whole: ${count}`);
  return Day.parse(new Date(startOf(day) + count * DAY_MS).toISOString().slice(0, 10));
}

export function dayAfter(day: Day): Day {
  return calendarDaysAfter(day, 1);
}

export function isAfter(day: Day, other: Day): boolean {
  return day > other;
}

export function isSaturdayOrSunday(day: Day): boolean {
  const weekday = new Date(startOf(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return (startOf(to) - startOf(from)) / DAY_MS;
}

/** `YYYYMMDD`, as cards and numbers write it, as a day, or null when the calendar has no such day. */
export function dayFromDigits(digits: string): Day | null {
  if (!/^[0-9]{8}$/.test(digits)) return null;
  const parsed = Day.safeParse(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
  return parsed.success ? parsed.data : null;
}

function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
