import { assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { timeOfDay } from '#desk/intake/time-of-day.ts';

const ZONES = ['Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
const FROM = Date.UTC(2020, 0);
const UNTIL = Date.UTC(2040, 0);

test('the time of day is that of the zone, at any second, over every change of its clock', () => {
  const moment = record({
    atMs: integer({ min: FROM, max: UNTIL }),
    timeZone: constantFrom(...ZONES),
  });
  assert(
    property(moment, ({ atMs, timeZone }) => {
      const said = new Date(atMs).toLocaleTimeString('en-GB', { timeZone, hourCycle: 'h23' });
      expect(timeOfDay(atMs, timeZone)).toBe(said);
    }),
  );
});

test.each([
  ['2026-11-24T01:44:59.999Z', '09:44:59'],
  ['2026-11-24T01:45:00.000Z', '09:45:00'],
  ['2026-11-24T15:59:59.000Z', '23:59:59'],
  ['2026-11-24T16:00:00.000Z', '00:00:00'],
])('%s is %s in the hall', (moment, said) => {
  expect(timeOfDay(Date.parse(moment), 'Asia/Shanghai')).toBe(said);
});
