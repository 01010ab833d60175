/** A paper calendar whose days are stepped one by one. Written from the law; imports nothing of the product. */

/** 2026-11-24 is a Tuesday; the holidays until April: New Year, and the eve and third day of Spring Festival. */
const HOLIDAYS: ReadonlySet<string> = new Set(['2027-01-01', '2027-02-05', '2027-02-08']);

export function nextDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day);
}

/** Steps forward until so many working days were met. */
export function stepped(day: string, workdays: number): string {
  let at = day;
  let met = 0;
  while (met < workdays) {
    at = nextDay(at);
    if (isWorkday(at)) met += 1;
  }
  return at;
}

/** Working days met when stepping from one day to another. */
export function metBetween(from: string, to: string): number {
  let at = from;
  let met = 0;
  while (at < to) {
    at = nextDay(at);
    if (isWorkday(at)) met += 1;
  }
  return met;
}
