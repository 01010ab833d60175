const DAY_MS = 86_400_000;

/**
 * When the day of a moment began in the hall, milliseconds. China keeps one time all year, so a day has
 * 24 hours there.
 */
export function dayStartMs(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(atMs);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const sinceMs = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1_000 + (atMs % 1_000);
  return atMs - (sinceMs % DAY_MS);
}
