import type { CaseView } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { lastToleranceDay } from '#rules/intake/tolerance.ts';

/** The last day a paper of this case may be promised for, by the rule the desk decides with; null when none. */
export function toleranceDayOf(file: CaseView, today: Day | null): Day | null {
  if (today === null) return null;
  try {
    return lastToleranceDay(today, file.ifAcceptedToday?.promisedDueOn ?? null, chinaCalendar);
  } catch (error) {
    // The calendar does not reach that far: no day can be offered.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
