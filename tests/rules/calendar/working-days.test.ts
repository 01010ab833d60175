import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { dayFromDigits, daysBetween } from '#rules/calendar/days.ts';
import {
  calendarDaysAfter,
  dueDay,
  isAfter,
  nextWorkingDay,
  type WorkingCalendar,
  workingDaysAfter,
  workingDaysBetween,
} from '#rules/calendar/working-days.ts';

const day = (text: string) => Day.parse(text);
const workdays = (days: number) => ({ days, unit: 'workday' }) as const;

describe('a limit in working days', () => {
  it('of five from a Thursday, with the Monday off, is due on the Friday of the week after', () => {
    const monday = '2026-11-30';
    const withMondayOff: WorkingCalendar = {
      version: 'worked example',
      standingOf: () => 'official',
      isWorkingDay: (on) => on !== monday && chinaCalendar.isWorkingDay(on),
    };
    expect(dueDay(day('2026-11-26'), workdays(5), withMondayOff)).toEqual({
      day: '2026-12-04',
      provisional: false,
    });
    expect(workingDaysAfter(day('2026-12-04'), 3, withMondayOff)).toBe('2026-12-09');
  });

  it('jumps the Spring Festival and counts the Saturdays worked for it', () => {
    expect(workingDaysAfter(day('2026-02-12'), 1, chinaCalendar)).toBe('2026-02-13');
    expect(workingDaysAfter(day('2026-02-12'), 2, chinaCalendar)).toBe('2026-02-14');
    expect(workingDaysAfter(day('2026-02-12'), 3, chinaCalendar)).toBe('2026-02-24');
    expect(workingDaysAfter(day('2026-02-12'), 7, chinaCalendar)).toBe('2026-02-28');
  });

  it('of no days is due on the day of acceptance itself, even a Sunday', () => {
    expect(dueDay(day('2026-11-22'), workdays(0), chinaCalendar)).toEqual({
      day: '2026-11-22',
      provisional: false,
    });
  });

  it('never counts the day of acceptance', () => {
    expect(dueDay(day('2026-11-24'), workdays(5), chinaCalendar)?.day).toBe('2026-12-01');
    expect(nextWorkingDay(day('2026-11-27'), chinaCalendar)).toBe('2026-11-30');
  });

  it('that runs into 2027 is provisional, and the last of 2026 is not', () => {
    expect(dueDay(day('2026-12-30'), workdays(1), chinaCalendar)).toEqual({
      day: '2026-12-31',
      provisional: false,
    });
    expect(dueDay(day('2026-12-30'), workdays(2), chinaCalendar)).toEqual({
      day: '2027-01-04',
      provisional: true,
    });
  });

  it('that runs out of the known years is not guessed', () => {
    expect(() => dueDay(day('2027-12-30'), workdays(3), chinaCalendar)).toThrow(RangeError);
    expect(() => dueDay(day('2023-12-31'), workdays(1), chinaCalendar)).not.toThrow();
    expect(() => dueDay(day('2023-12-20'), workdays(3), chinaCalendar)).toThrow(RangeError);
    expect(() => chinaCalendar.isWorkingDay(day('2028-01-04'))).toThrow(RangeError);
    expect(chinaCalendar.standingOf(day('2028-01-04'))).toBe('unknown');
  });

  it.each([-1, 1.5, Number.NaN])('of %s days is a mistake', (days) => {
    expect(() => dueDay(day('2026-11-24'), workdays(days), chinaCalendar)).toThrow(RangeError);
  });

  it('agrees with a slow count of one day after another, for every start and limit', () => {
    const start = fc
      .integer({ min: 0, max: 1_000 })
      .map((after) => calendarDaysAfter(day('2024-01-01'), after));
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 60 }), (from, limit) => {
        const counted = [];
        for (let on = from; counted.length < limit;) {
          on = calendarDaysAfter(on, 1);
          if (chinaCalendar.isWorkingDay(on)) counted.push(on);
        }
        const due = workingDaysAfter(from, limit, chinaCalendar);
        expect(due).toBe(counted.at(-1) ?? from);
        expect(workingDaysBetween(from, due, chinaCalendar)).toBe(limit);
      }),
      { numRuns: 500 },
    );
  });

  it('grows with the limit, by at least a day for each day', () => {
    const start = fc
      .integer({ min: 0, max: 900 })
      .map((after) => calendarDaysAfter(day('2024-01-01'), after));
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 40 }), (from, limit) => {
        const due = workingDaysAfter(from, limit, chinaCalendar);
        expect(isAfter(workingDaysAfter(from, limit + 1, chinaCalendar), due)).toBe(true);
        expect(limit === 0 || chinaCalendar.isWorkingDay(due)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('other limits', () => {
  it('in calendar days run through holidays', () => {
    expect(dueDay(day('2026-09-28'), { days: 5, unit: 'calendar_day' }, chinaCalendar)).toEqual({
      day: '2026-10-03',
      provisional: false,
    });
  });

  it('that nobody knows have no due day', () => {
    expect(dueDay(day('2026-11-24'), { days: null, unit: null }, chinaCalendar)).toBeNull();
  });
});

describe('days', () => {
  it('are added across months, leap days and backwards', () => {
    expect(calendarDaysAfter(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(calendarDaysAfter(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(calendarDaysAfter(day('2027-01-01'), -1)).toBe('2026-12-31');
    expect(daysBetween(day('2026-11-24'), day('2026-12-01'))).toBe(7);
    expect(() => calendarDaysAfter(day('2026-11-24'), 0.5)).toThrow(RangeError);
  });

  it('are read from eight digits only when the calendar has them', () => {
    expect(dayFromDigits('20240229')).toBe('2024-02-29');
    expect(dayFromDigits('20250229')).toBeNull();
    expect(dayFromDigits('长期')).toBeNull();
  });
});
