import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { type BusinessDay, businessDay, dayInZone } from '#rules/queue/business-day.ts';

const day = (text: string) => Day.parse(text);

describe('dayInZone', () => {
  it.each([
    ['2026-11-24T15:59:59.999Z', 'Asia/Shanghai', '2026-11-24'],
    ['2026-11-24T16:00:00.000Z', 'Asia/Shanghai', '2026-11-25'],
    ['2026-11-24T18:30:00.000Z', 'Asia/Urumqi', '2026-11-25'],
    ['2026-11-24T17:59:00.000Z', 'Asia/Urumqi', '2026-11-24'],
    ['2026-12-31T16:00:00.000Z', 'Asia/Shanghai', '2027-01-01'],
    ['1970-01-01T00:00:00.000Z', 'Asia/Shanghai', '1970-01-01'],
  ])('at %s the hall in %s is in %s', (moment, zone, expected) => {
    expect(dayInZone(Date.parse(moment), zone)).toBe(expected);
  });

  it('does not guess a zone it does not know', () => {
    expect(() => dayInZone(0, 'Mars/Base')).toThrow(RangeError);
  });
});

describe('businessDay', () => {
  /** The business day after the clock showed these days one after another. */
  const after = (...shown: readonly string[]): string =>
    shown.reduce<BusinessDay | null>((known, text) => businessDay(known, day(text)), null)?.day ?? 'none';

  it('is the day of the clock on the first start and after every midnight', () => {
    expect(after('2026-11-24')).toBe('2026-11-24');
    expect(after('2026-11-24', '2026-11-25')).toBe('2026-11-25');
    expect(after('2026-11-20', '2026-11-24')).toBe('2026-11-24');
  });

  it('stays when the clock is set back, and when it is put right again', () => {
    expect(after('2026-11-24', '2020-01-01')).toBe('2026-11-24');
    expect(after('2026-11-24', '2020-01-01', '2026-11-24')).toBe('2026-11-24');
    expect(after('2026-11-25', '2026-11-24', '2026-11-25')).toBe('2026-11-25');
  });

  it('finds back to the right days after a clock that ran ahead was corrected', () => {
    expect(after('2027-01-01', '2026-11-24')).toBe('2027-01-01');
    expect(after('2027-01-01', '2026-11-24', '2026-11-25')).toBe('2026-11-25');
  });
});
