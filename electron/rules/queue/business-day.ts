import { Day } from '#contract/shapes/day.ts';

/** The day the board counts numbers for, and the last day its clock showed. */
export interface BusinessDay {
  readonly day: Day;
  readonly clockDay: Day;
}

/**
 * The calendar day of a moment in the hall's time zone. Numbers restart with this day, never with UTC's.
 *
 * @param ms milliseconds since 1970 UTC
 * @param timeZone IANA name, e.g. `Asia/Shanghai`
 * @throws RangeError when the zone is unknown
 */
export function dayInZone(ms: number, timeZone: string): Day {
  const parts = new Map(
    dayFormat(timeZone)
      .formatToParts(ms)
      .map((part) => [part.type, part.value]),
  );
  return Day.parse(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
}

/**
 * The business day now.
 *
 * A midnight opens the new day. A clock set back does not: the hall stays in the day it is in and goes on
 * counting, so no number is given twice; a clock put right again during that day changes nothing either.
 * A midnight on a clock that still runs behind opens the day it shows, because the hall did open again.
 *
 * @param known the business day as kept, or null on the first start
 * @param clockDay what the board's clock shows, in the hall's zone
 * @source anchors.md 3 (business day tested across midnight, clock set back)
 */
export function businessDay(known: BusinessDay | null, clockDay: Day): BusinessDay {
  if (!known) return { day: clockDay, clockDay };
  const midnightPassed = clockDay > known.clockDay;
  return { day: midnightPassed ? clockDay : known.day, clockDay };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  formats.set(timeZone, format);
  return format;
}
