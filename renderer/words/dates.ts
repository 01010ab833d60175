import type { Words } from './words.ts';

/** What a screen needs to say times: the words in use and the hall's time zone. */
export interface Clockwork {
  readonly words: Words;
  readonly timeZone: string;
}

type Part = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second';

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  made.set(timeZone, fresh);
  return fresh;
}

function partsAt(ms: number, timeZone: string): Record<Part, string> {
  const found: Record<Part, string> = {
    year: '',
    month: '',
    day: '',
    weekday: '',
    hour: '',
    minute: '',
    second: '',
  };
  for (const { type, value } of formatter(timeZone).formatToParts(ms)) {
    if (isPart(type)) found[type] = value;
  }
  return found;
}

function isPart(type: string): type is Part {
  return ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second'].includes(type);
}

/** `09:52` in the hall. */
export function clockWords(ms: number, { timeZone }: Pick<Clockwork, 'timeZone'>): string {
  const at = partsAt(ms, timeZone);
  return `${at.hour}:${at.minute}`;
}

/** `09:52:07` in the hall. */
export function clockSecondsWords(ms: number, { timeZone }: Pick<Clockwork, 'timeZone'>): string {
  const at = partsAt(ms, timeZone);
  return `${at.hour}:${at.minute}:${at.second}`;
}

/** `12月1日` of a moment, in the hall. */
export function dateWords(ms: number, { words, timeZone }: Clockwork): string {
  const at = partsAt(ms, timeZone);
  return words.dates.monthDay(Number(at.month), Number(at.day));
}

/** `11月24日 星期二` of a moment, in the hall. */
export function longDateWords(ms: number, { words, timeZone }: Clockwork): string {
  const at = partsAt(ms, timeZone);
  const weekday = WEEKDAYS.indexOf(at.weekday);
  return words.dates.longDay(Number(at.month), Number(at.day), words.dates.weekdays[weekday] ?? '');
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The day `YYYY-MM-DD` a moment falls on, in the hall: to tell today from another day. */
export function dayKey(ms: number, timeZone: string): string {
  const at = partsAt(ms, timeZone);
  return `${at.year}-${at.month.padStart(2, '0')}-${at.day.padStart(2, '0')}`;
}

/** `12月1日` of a calendar day `YYYY-MM-DD`; with the year when it is not `thisYear`. */
export function dayWords(day: string, words: Words, thisYear?: number): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  return thisYear !== undefined && year !== thisYear
    ? words.dates.yearMonthDay(year, month, date)
    : words.dates.monthDay(month, date);
}

/** `6 分`, from a length of time in milliseconds; under a minute is `不到 1 分`. */
export function minutesWords(ms: number, words: Words): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return words.dates.underAMinute;
  if (minutes < 60) return words.dates.minutes(minutes);
  return words.dates.hours(Math.floor(minutes / 60), minutes % 60);
}

/** `9 分 48 秒`, from a length of time in milliseconds. */
export function spanWords(ms: number, words: Words): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  if (seconds < 60) return words.dates.seconds(seconds);
  return words.dates.minutesSeconds(Math.floor(seconds / 60), seconds % 60);
}

/** `06:12` running time, minutes and seconds. */
export function runningWords(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return (hours > 0 ? [String(hours), ...rest] : rest).join(':');
}
