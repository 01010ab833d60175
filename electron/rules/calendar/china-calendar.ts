import type { Day } from '#contract/shapes/day.ts';
import { isSaturdayOrSunday } from './days.ts';
import type { WorkingCalendar } from './working-days.ts';

/** One year as the State Council's yearly notice (部分节假日安排) gives it, `MM-DD`. */
interface CalendarYear {
  readonly standing: 'official' | 'provisional';
  /** Days off that would otherwise be Mondays to Fridays, or fall on a weekend: first and last of each run. */
  readonly off: readonly (readonly [first: string, last: string])[];
  /** 调休: Saturdays and Sundays that are worked. */
  readonly madeUp: readonly string[];
}

/**
 * @source 国务院办公厅关于 2024、2025、2026 年部分节假日安排的通知.
 * 2027: 全国年节及纪念日放假办法 as amended in 2024, art. 2, its 13 days only; 除夕 is 2027-02-05, 清明 04-05,
 * 端午 06-09, 中秋 09-15. Moved weekends are unknown until the notice for 2027 is out.
 */
const years: ReadonlyMap<string, CalendarYear> = new Map<string, CalendarYear>([
  [
    '2024',
    {
      standing: 'official',
      off: [
        ['01-01', '01-01'],
        ['02-10', '02-17'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['06-10', '06-10'],
        ['09-15', '09-17'],
        ['10-01', '10-07'],
      ],
      madeUp: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    },
  ],
  [
    '2025',
    {
      standing: 'official',
      off: [
        ['01-01', '01-01'],
        ['01-28', '02-04'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['05-31', '06-02'],
        ['10-01', '10-08'],
      ],
      madeUp: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    },
  ],
  [
    '2026',
    {
      standing: 'official',
      off: [
        ['01-01', '01-03'],
        ['02-15', '02-23'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['06-19', '06-21'],
        ['09-25', '09-27'],
        ['10-01', '10-07'],
      ],
      madeUp: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    },
  ],
  [
    '2027',
    {
      standing: 'provisional',
      off: [
        ['01-01', '01-01'],
        ['02-05', '02-08'],
        ['04-05', '04-05'],
        ['05-01', '05-02'],
        ['06-09', '06-09'],
        ['09-15', '09-15'],
        ['10-01', '10-03'],
      ],
      madeUp: [],
    },
  ],
]);

/**
 * The working-day calendar of the mainland: 2024 to 2026 official, 2027 provisional, nothing else known.
 * `isWorkingDay` throws a RangeError for a day it has no data for, rather than calling it a working day.
 */
export const chinaCalendar: WorkingCalendar = {
  version: 'cn-2024..2026+2027p',
  standingOf: (day) => years.get(day.slice(0, 4))?.standing ?? 'unknown',
  isWorkingDay,
};

function isWorkingDay(day: Day): boolean {
  const year = years.get(day.slice(0, 4));
  if (!year) throw new RangeError(`no working-day data for ${day}`);
  const inYear = day.slice(5);
  if (year.madeUp.includes(inYear)) return true;
  if (year.off.some(([first, last]) => first <= inYear && inYear <= last)) return false;
  return !isSaturdayOrSunday(day);
}
