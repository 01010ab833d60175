import { array, assert, boolean, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import type { Limit } from '#contract/shapes/item.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { decisionDues, duesAfterAll, duesHold, mayExtendBy, type Pause } from '#rules/intake/clocks.ts';
import { calendarDaysAfter } from '#rules/calendar/days.ts';

const day = (text: string): Day => Day.parse(text);
const workdays = (days: number | null): Limit => ({ days, unit: 'workday', basis: null });

/** Steps forward one day at a time; every day is asked by itself. */
function slowly(from: Day, count: number): Day {
  let at = from;
  for (let left = count; left > 0;) {
    at = calendarDaysAfter(at, 1);
    if (chinaCalendar.isWorkingDay(at)) left -= 1;
  }
  return at;
}

function slowlyBetween(from: Day, to: Day): number {
  let met = 0;
  for (let at = from; at < to;) {
    at = calendarDaysAfter(at, 1);
    if (chinaCalendar.isWorkingDay(at)) met += 1;
  }
  return met;
}

describe('the due day after everything that moved it', () => {
  it('is the worked example of the reference', () => {
    // Accepted on a Thursday, five working days, and an inspection of three: the Wednesday after.
    const item = { legalLimit: workdays(null), promiseLimit: workdays(5) };
    const pauses: Pause[] = [{ startedOn: day('2026-11-23'), endedOn: day('2026-11-26') }];
    expect(decisionDues(item, day('2026-11-19'), chinaCalendar).promisedDueOn).toBe('2026-11-26');
    const moved = duesAfterAll(
      item,
      day('2026-11-19'),
      { pauses, extendedDays: 0 },
      day('2026-11-26'),
      chinaCalendar,
    );
    expect(moved.promisedDueOn).toBe('2026-12-01');
    expect(slowly(day('2026-11-26'), 3)).toBe('2026-12-01');
  });

  it('invariant 7: acceptance and limit and pauses and extensions in one run is what moving day by day gives', () => {
    const walks = tuple(
      integer({ min: 0, max: 400 }),
      integer({ min: 0, max: 30 }),
      array(tuple(integer({ min: 0, max: 12 }), integer({ min: 0, max: 25 })), { maxLength: 4 }),
      array(integer({ min: 1, max: 15 }), { maxLength: 2 }),
    );
    assert(
      property(walks, ([start, limit, stretches, extensions]) => {
        const acceptedOn = calendarDaysAfter(day('2024-03-01'), start);
        let due = slowly(acceptedOn, limit);
        let at = acceptedOn;
        const pauses: Pause[] = [];
        for (const [gap, length] of stretches) {
          const startedOn = calendarDaysAfter(at, gap);
          const endedOn = calendarDaysAfter(startedOn, length);
          due = slowly(due, slowlyBetween(startedOn, endedOn));
          pauses.push({ startedOn, endedOn });
          at = endedOn;
        }
        for (const days of extensions) due = slowly(due, days);
        const extendedDays = extensions.reduce((sum, days) => sum + days, 0);
        const item = { legalLimit: workdays(limit), promiseLimit: workdays(limit) };
        const counted = duesAfterAll(item, acceptedOn, { pauses, extendedDays }, at, chinaCalendar);
        expect(counted.legalDueOn).toBe(due);
        const stored = { acceptedOn, legalDueOn: due, promisedDueOn: due };
        expect(duesHold(item, stored, chinaCalendar, { pauses, extendedDays })).toBe(true);
        const wrong = { ...stored, promisedDueOn: calendarDaysAfter(due, 1) };
        expect(duesHold(item, wrong, chinaCalendar, { pauses, extendedDays })).toBe(false);
      }),
      { numRuns: 1_500, seed: 990_101 },
    );
  });

  it('a limit in calendar days is moved by working days from the day it would have ended on', () => {
    const item = {
      legalLimit: { days: 3, unit: 'calendar_day' as const, basis: null },
      promiseLimit: workdays(null),
    };
    const pauses: Pause[] = [{ startedOn: day('2026-11-24'), endedOn: day('2026-11-25') }];
    const counted = duesAfterAll(
      item,
      day('2026-11-24'),
      { pauses, extendedDays: 0 },
      day('2026-11-25'),
      chinaCalendar,
    );
    expect(counted).toMatchObject({ legalDueOn: '2026-11-30', promisedDueOn: null });
  });
});

it('only a licence with a limit is extended, and only once', () => {
  assert(
    property(boolean(), boolean(), boolean(), (isLicence, hasLimit, before) => {
      const item = { itemTypeCode: isLicence ? '01' : '20', legalLimit: workdays(hasLimit ? 20 : null) };
      expect(mayExtendBy(item, before)).toBe(isLicence && hasLimit && !before ? 10 : 0);
    }),
  );
});
