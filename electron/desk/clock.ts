import { Day } from '#contract/shapes/day.ts';

/** Now, and which day that is in the hall. The only place of the desk that knows the time. */
export interface HallClock {
  readonly nowMs: () => number;
  readonly todayAt: (ms: number) => Day;
}

/**
 * Makes the clock of a hall.
 *
 * @param nowMs the machine's clock, or one that a test moves
 * @throws RangeError when the time zone is unknown to this machine
 */
export function hallClock(timeZone: string, nowMs: () => number = Date.now): HallClock {
  const inHall = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  let last: { readonly quarter: number; readonly day: Day } | null = null;
  return {
    nowMs,
    todayAt: (ms) => {
      // Every zone is whole quarters of an hour away from UTC, so no day begins within one.
      const quarter = Math.floor(ms / QUARTER_MS);
      if (last?.quarter !== quarter) last = { quarter, day: Day.parse(inHall.format(ms)) };
      return last.day;
    },
  };
}

const QUARTER_MS = 15 * 60 * 1000;
