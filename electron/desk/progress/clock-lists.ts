import type { ClockList, ClockLists } from '#contract/shapes/progress.ts';
import { workingDaysAfter } from '#rules/calendar/working-days.ts';
import type { Looking } from '../intake/case-whole.ts';
import { clockCounts, clockLines, dueLines } from '../store/case-clocks.ts';
import { mismatchedCases } from './recount.ts';
import { within } from './step.ts';

/** A five-day notice is warned about so many working days before it runs out. */
const WARNED_WORKING_DAYS = 2;

/**
 * Cases by what their clocks say: how many of each, and the lines of one of them, first due first.
 *
 * All of it is read from stored days that lie in an index; no case is read whole, however many are open.
 */
export function clockLists(looking: Pick<Looking, 'db' | 'parts' | 'today'>, wanted: ClockList): ClockLists {
  const { db, today, parts } = looking;
  const soon = within(() => workingDaysAfter(today, WARNED_WORKING_DAYS, parts.calendar)) ?? today;
  const counts = clockCounts(db, { today, soon });
  const wrong = mismatchedCases(looking);
  const count = (list: ClockList): number => counts.get(list) ?? 0;
  return {
    counts: {
      notice: count('notice'),
      due: count('due'),
      overdue: count('overdue'),
      tolerance: count('tolerance'),
      correction: count('correction'),
      alarms: count('alarms'),
      sources: count('sources'),
      mismatch: wrong.length,
    },
    lines: wanted === 'mismatch' ? dueLines(db, wrong) : clockLines(db, { today, soon }, wanted),
  };
}
