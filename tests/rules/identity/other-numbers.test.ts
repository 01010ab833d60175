import * as fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { creditCheckCharacter, readCreditCode } from '#rules/identity/credit-code.ts';
import { oldForeignerNumber, readForeignerNumber } from '#rules/identity/foreigner-number.ts';
import { readHmtNumber } from '#rules/identity/hmt-number.ts';
import { readLicenceIdentifier } from '#rules/identity/licence-identifier.ts';
import { mod3736CheckCharacter } from '#rules/identity/mod-37-36.ts';
import vectors from './number-vectors.json' with { type: 'json' };

const today = Day.parse('2026-11-24');

describe('a credit code', () => {
  it.each(vectors.uscc)('$code: $reason', ({ code, valid, reason }) => {
    const problem = reason.startsWith('length') ? 'wrong-length' : 'wrong-characters';
    const expected = valid ? { ok: true, code: code.toUpperCase() } : { ok: false, problem };
    expect(readCreditCode(code)).toMatchObject(expected);
  });

  it('with a wrong check character is refused, with a wrong inner organisation code only warned about', () => {
    expect(readCreditCode('91350100M000100Y44')).toEqual({ ok: false, problem: 'wrong-check-character' });
    expect(readCreditCode('92510107MA6ABCDE7C')).toMatchObject({ ok: true, organisationCheckHolds: true });
    const inner = '91350100MA00000AA';
    expect(readCreditCode(inner + creditCheckCharacter(inner))).toMatchObject({
      ok: true,
      organisationCheckHolds: false,
    });
  });

  it('is judged as an independent implementation judges it', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'.split(''));
    const first17 = fc
      .tuple(
        fc.constantFrom('91', '92', '93', '12', '51'),
        fc.constantFrom('110101', '330106', '440524', '650102'),
        fc.array(sign, { minLength: 9, maxLength: 9 }).map((signs) => signs.join('')),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(first17, sign, fc.boolean(), (front, guess, right) => {
        // The oracle looks for alphabet[31] where the sum is a multiple of 31 and so refuses every check of 0.
        fc.pre(creditCheckCharacter(front) !== '0');
        const code = front + (right ? creditCheckCharacter(front) : guess);
        expect(readCreditCode(code).ok).toBe(stdnum['CN']?.['uscc']?.validate(code).isValid);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the number of a foreigner’s permanent residence card', () => {
  it.each(['932682198501010017', '931586198001010028'])('%s of 2023 is read', (number) => {
    expect(readForeignerNumber(number, today)).toEqual({ ok: true, number, form: '2023' });
  });

  it('of 2017 is read and follows from the new one', () => {
    const { new: number, country, association, old } = vectors.foreignOldFromNew;
    expect(oldForeignerNumber(number, country, association)).toBe(old);
    expect(readForeignerNumber(old, today)).toEqual({ ok: true, number: old, form: '2017' });
  });

  it('has no older form when the card does not link to one', () => {
    expect(oldForeignerNumber('931586198001010028', 'PAK', '   ')).toBeNull();
    expect(oldForeignerNumber('931586198001010028', '', '000')).toBeNull();
  });

  it.each([
    ['a citizen number', '110101199001010015', 'unknown-region'],
    ['a wrong check digit', '931586198001010029', 'wrong-check-digit'],
    ['an old number with a wrong check', 'PAK310080010104', 'wrong-check-digit'],
    ['an old number of no province', 'PAK100080010103', 'unknown-region'],
    ['an old number born on 31 February', 'PAK310080023103', 'impossible-birth-date'],
    ['an old number with a digit for a letter', 'P1K310080010103', 'wrong-characters'],
    ['half a number', '9315861980', 'wrong-length'],
  ])('is refused: %s', (_, number, problem) => {
    expect(readForeignerNumber(number, today)).toEqual({ ok: false, problem });
  });
});

describe('the number of a residence permit for Hong Kong, Macao and Taiwan residents', () => {
  it.each([
    ['810000198506150039', 'hong-kong'],
    ['820000198506150030', 'macao'],
  ])('%s belongs to %s', (number, home) => {
    expect(readHmtNumber(number, today)).toMatchObject({ ok: true, home });
  });

  it('is not a mainland number', () => {
    expect(readHmtNumber('110101199001010015', today)).toEqual({ ok: false, problem: 'unknown-region' });
  });
});

describe('an electronic licence identifier', () => {
  it.each(vectors.licenceIds)('$oid is read with its parts', ({ oid, parts }) => {
    expect(readLicenceIdentifier(oid)).toMatchObject({
      identifier: oid,
      type: parts.type,
      issuer: parts.issuer,
      serial: parts.serial,
      version: parts.version,
      checkHolds: true,
    });
  });

  it('with a wrong check character is read all the same and says so', () => {
    const wrong = '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V';
    expect(readLicenceIdentifier(wrong)).toMatchObject({ checkHolds: false });
  });

  it.each(['1.2.156.3005.2', '1.2.156.3005.3.A.B.C.001.X', '', '1.2.156.3005.2.....'])(
    '%j is none',
    (text) => {
      expect(readLicenceIdentifier(text)).toBeNull();
    },
  );
});

describe('the check character of ISO 7064 MOD 37,36', () => {
  const text = fc
    .array(fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')), {
      minLength: 1,
      maxLength: 30,
    })
    .map((signs) => signs.join(''));

  it.each(vectors.licenceIds)('over $checkOver is $parts.check', ({ checkOver, parts }) => {
    expect(mod3736CheckCharacter(checkOver)).toBe(parts.check);
  });

  it('changes with every single wrong character', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
        (good, at, sign) => {
          const place = at % good.length;
          fc.pre(good[place] !== sign);
          const wrong = good.slice(0, place) + sign + good.slice(place + 1);
          expect(mod3736CheckCharacter(wrong)).not.toBe(mod3736CheckCharacter(good));
        },
      ),
    );
  });

  it('is not made over anything but digits and capital letters', () => {
    expect(() => mod3736CheckCharacter('w1')).toThrow(RangeError);
  });
});
