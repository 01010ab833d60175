import { Day } from '#contract/shapes/day.ts';

/** Making a formatter costs more than everything else of a paper: one for each zone is kept. */
const formats = new Map<string, Intl.DateTimeFormat>();

const QUARTER_MS = 15 * 60 * 1000;
const QUARTER_MINUTES = 15;

/** When a quarter of an hour began in the hall. */
let begun: {
  readonly quarter: number;
  readonly timeZone: string;
  readonly hour: string;
  readonly minute: number;
} | null = null;

/** The time of day in the hall, `09:52:31`, as papers carry it. */
export function timeOfDay(atMs: number, timeZone: string): string {
  // Every zone is whole quarters of an hour away from UTC, so within one its clock runs like any other.
  const quarter = Math.floor(atMs / QUARTER_MS);
  if (begun?.quarter !== quarter || begun.timeZone !== timeZone)
    begun = { quarter, timeZone, ...begin(quarter, timeZone) };
  const seconds = Math.floor(atMs / 1000) % (QUARTER_MINUTES * 60);
  return `${begun.hour}:${twoDigits(begun.minute + Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
}

function begin(quarter: number, timeZone: string): { readonly hour: string; readonly minute: number } {
  const format = formats.get(timeZone) ?? timeFormat(timeZone);
  formats.set(timeZone, format);
  const [hour = '', minute = ''] = format.format(quarter * QUARTER_MS).split(':');
  return { hour, minute: Number(minute) };
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

function timeFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
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
