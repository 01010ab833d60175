import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { Authorisation } from '#contract/shapes/party.ts';
import { ItemCode } from '#contract/shapes/item.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { calendarDaysAfter, workingDaysBetween } from '#rules/calendar/working-days.ts';
import { authorisationCovers } from '#rules/intake/authorisation.ts';
import {
  acceptanceDay,
  decisionDues,
  decisionDuesIfKnown,
  duesHold,
  isDeemedAccepted,
  noticeDueOn,
} from '#rules/intake/clocks.ts';
import { correctionListStanding } from '#rules/intake/correction-list.ts';
import { noticeStanding } from '#rules/intake/supplement-notice.ts';
import { isToleranceDay, lastToleranceDay } from '#rules/intake/tolerance.ts';

const day = (text: string) => Day.parse(text);
const someDay = integer({ min: 0, max: 900 }).map((at) => calendarDaysAfter(day('2024-01-02'), at));
const licence = { itemTypeCode: '01' };
const limits = {
  legalLimit: { days: 20, unit: 'workday', basis: null },
  promiseLimit: { days: 5, unit: 'workday', basis: null },
} as const;

describe('the five-day notice', () => {
  it('may still be handed out on the fifth working day, not on the sixth', () => {
    const receivedOn = day('2026-11-24');
    expect(noticeStanding(receivedOn, day('2026-12-01'), chinaCalendar)).toEqual({
      standing: 'on-time',
      lastDay: '2026-12-01',
    });
    expect(noticeStanding(receivedOn, day('2026-12-02'), chinaCalendar)).toEqual({
      standing: 'deemed-accepted',
      acceptedOn: receivedOn,
    });
  });

  it('counts over the long holiday and the weekends worked for it', () => {
    expect(noticeDueOn(day('2026-09-29'), chinaCalendar)).toBe('2026-10-12');
    expect(noticeDueOn(day('2026-02-12'), chinaCalendar)).toBe('2026-02-26');
  });

  it('is not asked about before the papers were handed over', () => {
    expect(() => noticeStanding(day('2026-11-24'), day('2026-11-23'), chinaCalendar)).toThrow(
      'received later',
    );
  });

  it('always ends five working days after receipt, whatever the day', () => {
    assert(
      property(someDay, (receivedOn) => {
        const last = noticeDueOn(receivedOn, chinaCalendar);
        expect(workingDaysBetween(receivedOn, last, chinaCalendar)).toBe(5);
        expect(chinaCalendar.isWorkingDay(last)).toBe(true);
      }),
      { seed: 990_101 },
    );
  });

  it('makes a licence accepted since its receipt when it ran out, and no other kind of item', () => {
    const [received, late] = [day('2026-11-24'), day('2026-12-02')];
    expect(acceptanceDay(licence, received, late, chinaCalendar)).toBe(received);
    expect(acceptanceDay({ itemTypeCode: '20' }, received, late, chinaCalendar)).toBe(late);
    expect(acceptanceDay(licence, received, day('2026-12-01'), chinaCalendar)).toBe('2026-12-01');
    expect(isDeemedAccepted(licence, received, received, chinaCalendar)).toBe(false);
  });
});

describe('due days', () => {
  it('are counted in working days from the day after acceptance', () => {
    expect(decisionDues(limits, day('2026-11-24'), chinaCalendar)).toEqual({
      legalDueOn: '2026-12-22',
      promisedDueOn: '2026-12-01',
      provisional: false,
    });
  });

  it('are null where no limit is known, today where it is on the spot, and run on in calendar days', () => {
    const odd = {
      legalLimit: { days: 3, unit: 'calendar_day', basis: null },
      promiseLimit: { days: 0, unit: 'workday', basis: null },
    } as const;
    expect(decisionDues(odd, day('2026-11-27'), chinaCalendar)).toMatchObject({
      legalDueOn: '2026-11-30',
      promisedDueOn: '2026-11-27',
    });
    const unknown = { ...odd, legalLimit: { days: null, unit: null, basis: null } } as const;
    expect(decisionDues(unknown, day('2026-11-27'), chinaCalendar).legalDueOn).toBeNull();
  });

  it('are provisional in a year without a holiday notice, and unknown beyond it', () => {
    expect(decisionDues(limits, day('2026-12-20'), chinaCalendar).provisional).toBe(true);
    expect(decisionDuesIfKnown(limits, day('2027-12-20'), chinaCalendar)).toBeNull();
    expect(() => decisionDues(limits, day('2027-12-20'), chinaCalendar)).toThrow('does not reach');
  });

  it('recomputed are the stored ones, for any day', () => {
    assert(
      property(someDay, (acceptedOn) => {
        const stored = { acceptedOn, ...decisionDues(limits, acceptedOn, chinaCalendar) };
        expect(duesHold(limits, stored, chinaCalendar)).toBe(true);
        const moved = { ...stored, legalDueOn: calendarDaysAfter(acceptedOn, 1) };
        expect(duesHold(limits, moved, chinaCalendar)).toBe(false);
      }),
      { seed: 990_101 },
    );
  });
});

describe('the day a missing paper may come', () => {
  it('leaves two working days before the promised due day, and none for a case decided on the spot', () => {
    expect(lastToleranceDay(day('2026-11-24'), day('2026-12-01'), chinaCalendar)).toBe('2026-11-27');
    expect(lastToleranceDay(day('2026-11-24'), day('2026-11-24'), chinaCalendar)).toBeNull();
    expect(lastToleranceDay(day('2026-11-24'), day('2026-11-26'), chinaCalendar)).toBeNull();
  });

  it('is never beyond twenty working days', () => {
    expect(lastToleranceDay(day('2026-11-24'), null, chinaCalendar)).toBe('2026-12-22');
    expect(lastToleranceDay(day('2026-11-24'), day('2027-03-01'), chinaCalendar)).toBe('2026-12-22');
  });

  it('is a working day after today', () => {
    const may = (dueOn: string) => isToleranceDay(day(dueOn), day('2026-11-24'), null, chinaCalendar);
    expect(['2026-11-24', '2026-11-28', '2026-12-22', '2026-12-23'].map(may)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('is for any days a working day, at least two working days early and within the cap', () => {
    let allowed = 0;
    assert(
      property(someDay, integer({ min: 0, max: 60 }), integer({ min: -3, max: 60 }), (today, due, at) => {
        const promised = calendarDaysAfter(today, due);
        const dueOn = calendarDaysAfter(today, at);
        if (!isToleranceDay(dueOn, today, promised, chinaCalendar)) return;
        allowed += 1;
        expect(chinaCalendar.isWorkingDay(dueOn)).toBe(true);
        // The due day itself may fall on a day off; the working days before it are what has to be left.
        expect(
          workingDaysBetween(dueOn, calendarDaysAfter(promised, -1), chinaCalendar),
        ).toBeGreaterThanOrEqual(1);
        expect(workingDaysBetween(today, dueOn, chinaCalendar)).toBeLessThanOrEqual(20);
      }),
      { numRuns: 2_000, seed: 990_101 },
    );
    expect(allowed).toBeGreaterThan(100);
  });
});

describe('an authorisation', () => {
  const code = ItemCode.parse('one');
  const letter = Authorisation.parse({ items: [], from: '2026-11-01', to: '2026-11-30', originalSeen: true });

  it('covers all items when it names none, from its first day to its last', () => {
    const on = (text: string) => authorisationCovers(letter, code, day(text));
    expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('covers only the items it names, and nothing before its original was seen', () => {
    const today = day('2026-11-24');
    expect(authorisationCovers({ ...letter, items: ['one'] }, code, today)).toBe(true);
    expect(authorisationCovers({ ...letter, items: ['two'] }, code, today)).toBe(false);
    expect(authorisationCovers({ ...letter, originalSeen: false }, code, today)).toBe(false);
    expect(authorisationCovers(null, code, today)).toBe(false);
  });
});

it('a correction list names every missing paper and none that is not asked', () => {
  const entry = (materialId: string | null) => ({ materialId, say: '请补' });
  const standing = (...ids: (string | null)[]) =>
    correctionListStanding(ids.map(entry), ['a', 'b'], ['a', 'b', 'c']);
  expect(standing('a', 'b')).toBeNull();
  expect(standing('a', 'b', 'c', null)).toBeNull();
  expect(standing('a')).toBe('list-incomplete');
  expect(standing(null)).toBe('list-incomplete');
  expect(standing('a', 'b', 'x')).toBe('list-incomplete');
});
