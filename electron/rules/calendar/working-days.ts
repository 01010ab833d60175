import type { Day } from '#contract/shapes/day.ts';

/** The official working-day calendar (工作日历), one yearly notice of the State Council after another. */
export interface WorkingCalendar {
  /** Names the data, e.g. `cn-2024..2026+2027p`; stored with every due day. */
  readonly version: string;
  /** official: the yearly notice is loaded · provisional: statutory holidays only · unknown: no data. */
  readonly standingOf: (day: Day) => 'official' | 'provisional' | 'unknown';
  readonly isWorkingDay: (day: Day) => boolean;
}
