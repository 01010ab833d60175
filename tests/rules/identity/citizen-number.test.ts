import * as fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import {
  citizenCheckCharacter,
  readCitizenNumber,
  searchKeysOf,
  upgraded15DigitNumber,
} from '#rules/identity/citizen-number.ts';
import vectors from './number-vectors.json' with { type: 'json' };

const today = Day.parse('2026-11-24');

const problems: Readonly<Record<string, string>> = {
  birth_date: 'impossible-birth-date',
  region: 'unknown-region',
  length: 'wrong-length',
  character: 'wrong-characters',
  check_digit: 'wrong-check-digit',
};

describe('a citizen number', () => {
  it.each(vectors.idNumbers)('$number: $reason', ({ number, valid, reason, birth, sex, normalised }) => {
    const word = Object.keys(problems).find((start) => reason.startsWith(start)) ?? 'no word for this vector';
    const good = { ok: true, number: normalised ?? number, ...(birth ? { birth, sexCode: sex } : {}) };
    const expected = valid ? good : { ok: false, problem: problems[word] };
    expect(readCitizenNumber(number, today)).toMatchObject(expected);
  });

  it('is understood in full-width digits and with spaces', () => {
    expect(readCitizenNumber('１１０１０５ 19491231 002ｘ', today)).toMatchObject({
      ok: true,
      number: '11010519491231002X',
    });
  });

  it('is checked in one order, so that there is one clear message', () => {
    expect(readCitizenNumber('A', today)).toEqual({ ok: false, problem: 'wrong-length' });
    expect(readCitizenNumber('A00101209913010000', today)).toEqual({
      ok: false,
      problem: 'wrong-characters',
    });
    expect(readCitizenNumber('100101209913010000', today)).toEqual({ ok: false, problem: 'unknown-region' });
    expect(readCitizenNumber('110101209913010000', today)).toEqual({
      ok: false,
      problem: 'impossible-birth-date',
    });
  });

  it('may be born today and not tomorrow', () => {
    const bornOn = (digits: string) => {
      const first17 = `110101${digits}001`;
      return readCitizenNumber(first17 + citizenCheckCharacter(first17), today).ok;
    };
    expect(bornOn('20261124')).toBe(true);
    expect(bornOn('20261125')).toBe(false);
    expect(bornOn('20240229')).toBe(true);
    expect(bornOn('20250229')).toBe(false);
  });

  it('of a made-up county passes in the hall of that county and in no other', () => {
    const first17 = '99010119900307002';
    const madeUp = first17 + citizenCheckCharacter(first17);
    expect(readCitizenNumber(madeUp, today, '990101')).toMatchObject({ ok: true, birth: '1990-03-07' });
    expect(readCitizenNumber(madeUp, today, '330106')).toEqual({ ok: false, problem: 'unknown-region' });
    expect(readCitizenNumber(madeUp, today)).toEqual({ ok: false, problem: 'unknown-region' });
  });

  it('is judged as an independent implementation judges it', () => {
    const first17 = fc
      .tuple(
        fc.constantFrom('110101', '330106', '440524', '650102', '810000'),
        fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(
        ([region, birth, sequence]) =>
          region + birth.toISOString().slice(0, 10).replaceAll('-', '') + String(sequence).padStart(3, '0'),
      );
    const check = fc.constantFrom(...'0123456789X'.split(''));
    fc.assert(
      fc.property(first17, check, (front, last) => {
        expect(readCitizenNumber(front + last, today).ok).toBe(
          stdnum['CN']?.['ric']?.validate(front + last).isValid,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('with any one character changed or two neighbours swapped is refused', () => {
    const good = '110101199001010015';
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...'0123456789X'.split('')), (place, character) => {
        fc.pre(good[place] !== character);
        expect(readCitizenNumber(good.slice(0, place) + character + good.slice(place + 1), today).ok).toBe(
          false,
        );
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(typeof readCitizenNumber(text, today).ok).toBe('boolean');
      }),
    );
  });
});

describe('a 15-digit number', () => {
  it.each(vectors.upgrade15to18)('$from15 is found under $to18', ({ from15, to18 }) => {
    expect(upgraded15DigitNumber(from15)).toEqual({ ok: true, number: to18 });
    expect(searchKeysOf(from15)).toEqual([from15, to18]);
    expect(searchKeysOf(to18)).toEqual([to18, from15]);
  });

  it('is only a search key: no form takes it', () => {
    expect(readCitizenNumber('110105491231002', today)).toEqual({ ok: false, problem: 'wrong-length' });
  });

  it.each(['996', '997', '998', '999'])('of a centenarian, sequence %s, is not upgraded', (sequence) => {
    expect(upgraded15DigitNumber(`110101050101${sequence}`)).toEqual({
      ok: false,
      problem: 'centenarian-sequence',
    });
    expect(searchKeysOf(`110101050101${sequence}`)).toEqual([`110101050101${sequence}`]);
  });

  it('searches by nothing when nothing was typed, and by a name as it is', () => {
    expect(searchKeysOf('  ')).toEqual([]);
    expect(searchKeysOf('H01234567')).toEqual(['H01234567']);
  });
});
