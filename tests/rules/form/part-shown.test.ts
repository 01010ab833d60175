import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreesAsShown, hidesAll, showsPart } from '#rules/form/part-shown.ts';

describe('a value of which a source shows a part', () => {
  it.each([
    ['id-number', '9901**********0244', '990101199005060244', true],
    ['id-number', '9901**********0244', '990201199005060244', false],
    ['id-number', '9901**********0244', '990101199005060245', false],
    // Shorter than any number: the stars hide as many signs as there are.
    ['id-number', '990101****0244', '990101199005060244', true],
    ['phone', '138****1234', '13800001234', true],
    ['phone', '138****1234', '1380001234', false],
    ['text', '李*', '李晓雨', true],
    ['text', '*晓雨', '李晓雨', true],
    ['text', '李*雨', '李小雨', true],
    ['text', '李*雨', '李雨', false],
    ['text', '张*', '李晓雨', false],
    ['text', '李＊', '李晓雨', true],
    ['address', '示范县****', '示范县城关镇 1 号', true],
    ['address', '示范县**春风路*', '示范县城关镇春风路8号', true],
    ['address', '邻县****', '示范县城关镇 1 号', false],
    ['date', '1990****', '1990-05-06', true],
    ['date', '1990-**-**', '1990-05-06', true],
    ['date', '199005**', '1990-05-06', true],
    ['date', '1991****', '1990-05-06', false],
  ] as const)('%s %s beside %s: %s', (kind, part, whole, agrees) => {
    expect(agreesAsShown(kind, part, whole)).toBe(agrees);
  });

  it('agrees with whatever it was made from, wherever it was hidden', () => {
    const texts = string({ minLength: 3, maxLength: 20 }).filter((text) => /^[a-z0-9]+$/u.test(text));
    assert(
      property(texts, integer({ min: 0, max: 19 }), constantFrom('*', '***', '＊＊'), (text, from, stars) => {
        const at = from % text.length;
        expect(agreesAsShown('text', text.slice(0, at) + stars + text.slice(at + 1), text)).toBe(true);
      }),
    );
  });

  it('is of a source alone: a star that was typed, or read from a chip, is a sign like any other', () => {
    expect(showsPart({ source: 'shared-data', value: '李*' })).toBe(true);
    expect(showsPart({ source: 'by-hand', value: '李*' })).toBe(false);
    expect(showsPart({ source: 'licence', value: '李晓雨' })).toBe(false);
    expect([hidesAll('****'), hidesAll('李*')]).toEqual([true, false]);
  });
});
