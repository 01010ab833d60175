import { Day } from '#contract/shapes/day.ts';

/** Making a formatter costs more than everything else of a paper: one for each zone is kept. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The papers of one act carry one moment, each of them twice. */
let last: { readonly atMs: number; readonly timeZone: string; readonly text: string } | null = null;

/** The time of day in the hall, `09:52:31`, as papers carry it. */
export function timeOfDay(atMs: number, timeZone: string): string {
  if (last?.atMs === atMs && last.timeZone === timeZone) return last.text;
  const format = formats.get(timeZone) ?? timeFormat(timeZone);
  formats.set(timeZone, format);
  const text = format.format(atMs);
  last = { atMs, timeZone, text };
  return text;
}

function timeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
}

const days = new Map<string, Intl.DateTimeFormat>();

/** The day in the hall of a moment that lies in the past. */
export function dayInHall(atMs: number, timeZone: string): Day {
  const format = days.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  days.set(timeZone, format);
  return Day.parse(format.format(atMs));
}
