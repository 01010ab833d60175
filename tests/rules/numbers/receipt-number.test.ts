import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoticeKind } from '#contract/shapes/notice.ts';
import { documentNumber } from '#rules/notices/document-number.ts';
import { makeReceiptNumber, readReceiptNumber, shortReceiptNumber } from '#rules/numbers/receipt-number.ts';

const number = makeReceiptNumber({ site: '990101', window: 3, serial: 127 });

describe('a receipt number', () => {
  it('carries site, window and serial and reads back', () => {
    expect(number).toMatch(/^W990101-03-000127-[0-9A-Z]$/);
    expect(readReceiptNumber(number)).toEqual({
      ok: true,
      receiptNumber: number,
      parts: { site: '990101', window: 3, serial: 127 },
    });
    expect(shortReceiptNumber(number)).toBe('03-000127');
  });

  it('is understood in small letters, full-width signs, long dashes and spaces', () => {
    const sloppy = ` ${number.toLowerCase().replaceAll('-', '–').replaceAll('9', '９')} `;
    expect(readReceiptNumber(sloppy)).toMatchObject({ ok: true, receiptNumber: number });
  });

  it('with one wrong sign or two swapped neighbours is refused', () => {
    const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    fc.assert(
      fc.property(fc.nat(number.length - 1), fc.constantFrom(...signs.split('')), (place, sign) => {
        fc.pre(number[place] !== sign && number[place] !== '-');
        expect(readReceiptNumber(number.slice(0, place) + sign + number.slice(place + 1)).ok).toBe(false);
      }),
    );
    expect(readReceiptNumber(number.replace('127', '172'))).toEqual({
      ok: false,
      problem: 'wrong-check-character',
    });
  });

  it('is different for every site, window and serial', () => {
    const part = fc.record({
      site: fc.stringMatching(/^[0-9]{6,12}$/),
      window: fc.integer({ min: 1, max: 999 }),
      serial: fc.integer({ min: 1, max: 999_999 }),
    });
    fc.assert(
      fc.property(part, part, (one, other) => {
        const same = one.site === other.site && one.window === other.window && one.serial === other.serial;
        expect(makeReceiptNumber(one) === makeReceiptNumber(other)).toBe(same);
        expect(readReceiptNumber(makeReceiptNumber(one))).toMatchObject({ ok: true, parts: one });
      }),
    );
  });

  it.each([
    ['a site of five digits', { site: '99010', window: 3, serial: 1 }],
    ['window 0', { site: '990101', window: 0, serial: 1 }],
    ['a serial past the block', { site: '990101', window: 3, serial: 1_000_000 }],
    ['half a serial', { site: '990101', window: 3, serial: 1.5 }],
  ])('is not made from %s', (_, parts) => {
    expect(() => makeReceiptNumber(parts)).toThrow(RangeError);
  });

  it.each(['', 'W', '03-000127', 'W990101-03-000127', 'P023'])('%j is none', (text) => {
    expect(readReceiptNumber(text)).toEqual({ ok: false, problem: 'not-a-receipt-number' });
  });
});

describe('a document number', () => {
  const at = { year: '2026', site: '990101', window: 3, serial: 1 };

  it('is different for every kind, year, window and serial', () => {
    const all = [
      ...NoticeKind.options.map((kind) => documentNumber(kind, at)),
      documentNumber('acceptance', { ...at, year: '2027' }),
      documentNumber('acceptance', { ...at, window: 4 }),
      documentNumber('acceptance', { ...at, serial: 2 }),
      documentNumber('acceptance', { ...at, serial: 10_000 }),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all[0]).toBe('收件〔2026〕990101-03-0001号');
  });

  it('fits the upload tables with the longest site code', () => {
    const longest = NoticeKind.options.map((kind) =>
      documentNumber(kind, { ...at, site: '990101000000', window: 12, serial: 9999 }),
    );
    expect(Math.max(...longest.map((text) => text.length))).toBeLessThanOrEqual(30);
  });
});
