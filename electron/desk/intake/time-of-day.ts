/** Making a formatter costs more than everything else of a paper: one for each zone is kept. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The time of day in the hall, `09:52:31`, as papers carry it. */
export function timeOfDay(atMs: number, timeZone: string): string {
  const format = formats.get(timeZone) ?? timeFormat(timeZone);
  formats.set(timeZone, format);
  return format.format(atMs);
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
