import { getLunarDate, getSolarTermDate, isWorkday } from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { calendarDaysAfter, isSaturdayOrSunday } from '#rules/calendar/days.ts';

function daysOf(year: number): Day[] {
  const days = [Day.parse(`${year}-01-01`)];
  for (let day = days[0]; day && day < `${year}-12-31`;) {
    day = calendarDaysAfter(day, 1);
    days.push(day);
  }
  return days;
}

describe('the working-day calendar', () => {
  it.each([2024, 2025, 2026])('of %i agrees with a published data set on every day', (year) => {
    const days = daysOf(year);
    expect(days).toHaveLength(year === 2024 ? 366 : 365);
    expect(days.filter((day) => chinaCalendar.isWorkingDay(day) !== isWorkday(day))).toEqual([]);
    expect(days.every((day) => chinaCalendar.standingOf(day) === 'official')).toBe(true);
  });

  it('would be caught by that comparison if one holiday were missing', () => {
    const forgotten = (day: Day) => day === '2026-10-07' || chinaCalendar.isWorkingDay(day);
    expect(daysOf(2026).filter((day) => forgotten(day) !== isWorkday(day))).toEqual(['2026-10-07']);
  });

  it('of 2027 holds the thirteen statutory days by the moon and the sun, nothing moved, and says so', () => {
    const byMoon = (lunar: string) =>
      daysOf(2027).filter((day) => {
        const { lunarMon, lunarDay, isLeap } = getLunarDate(day);
        return !isLeap && `${lunarMon}-${lunarDay}` === lunar;
      });
    const [firstOfYear] = byMoon('1-1');
    if (!firstOfYear) throw new Error('2027 has a first day of the lunar year');
    expect(firstOfYear).toBe('2027-02-06');
    const statutory = [
      '2027-01-01',
      ...[-1, 0, 1, 2].map((after) => calendarDaysAfter(firstOfYear, after)),
      getSolarTermDate(2027, 4, 'pure_brightness'),
      '2027-05-01',
      '2027-05-02',
      ...byMoon('5-5'),
      ...byMoon('8-15'),
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ];
    expect(statutory).toHaveLength(13);
    const off = daysOf(2027).filter((day) => !chinaCalendar.isWorkingDay(day));
    const expected = daysOf(2027).filter((day) => statutory.includes(day) || isSaturdayOrSunday(day));
    expect(off).toEqual(expected);
    expect(daysOf(2027).every((day) => chinaCalendar.standingOf(day) === 'provisional')).toBe(true);
  });
});
