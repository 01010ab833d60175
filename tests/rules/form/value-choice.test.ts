import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import {
  chosenWord,
  isStale,
  seenNow,
  toldOtherwise,
  type Word,
  wordBefore,
} from '#rules/form/value-choice.ts';

const today = Day.parse('2026-11-24');
const word = (source: FormSource, value: string): Word => ({ source, value, asOf: today });
const card = word('card', '李晓雨');
const typed = word('by-hand', '李小雨');
const shared = word('shared-data', '李晓雨');

describe('one fact from several sources', () => {
  it('is what the nearest source says while they agree', () => {
    expect(chosenWord([shared, card], null)).toEqual({
      words: [card, shared],
      differs: false,
      picked: false,
    });
  });

  it('wants a person to pick when they differ, and shows the nearest first until then', () => {
    expect(chosenWord([typed, card], null)).toEqual({ words: [card, typed], differs: true, picked: false });
  });

  it('is what a clerk picked, until a source says something else', () => {
    const pick = { source: 'by-hand' as const, seen: seenNow([typed, card]) };
    expect(chosenWord([typed, card], pick)).toEqual({ words: [typed, card], differs: false, picked: true });
    expect(chosenWord([typed, word('card', '李雨')], pick).differs).toBe(true);
    expect(chosenWord([typed, card, shared], pick).differs).toBe(true);
  });

  it('owes a report to whoever keeps the fact and was found wrong, not to a clerk’s own hand', () => {
    const earlier = word('earlier-case', '李雨');
    expect(toldOtherwise([card, typed, shared, earlier], typed)).toEqual([card, shared]);
    expect(toldOtherwise([card, typed], card)).toEqual([]);
  });

  it('of which one shows a part is what the other says, and differs only where the part says otherwise', () => {
    const part = word('shared-data', '李*');
    expect(chosenWord([part, typed], null)).toEqual({ words: [typed, part], differs: false, picked: false });
    expect(chosenWord([part], null)).toEqual({ words: [], differs: false, picked: false });
    const other = word('licence', '张*');
    expect(chosenWord([other, typed], null)).toEqual({ words: [typed, other], differs: true, picked: false });
    const seen = seenNow([other, typed]);
    expect(chosenWord([other, typed], { source: 'licence', seen }).picked).toBe(false);
    expect(chosenWord([other, typed], { source: 'by-hand', seen }).differs).toBe(false);
    expect(toldOtherwise([other, part, typed], typed)).toEqual([other]);
  });

  it('for any words: loses none, shows the pick first, and settles exactly when they agree or one is picked', () => {
    const words = uniqueArray(
      record({ source: constantFrom(...FormSource.options), value: constantFrom('a', 'b', 'c') }),
      { selector: ({ source }) => source, minLength: 1 },
    ).map((drawn) => drawn.map(({ source, value }) => word(source, value)));
    assert(
      property(words, array(constantFrom(...FormSource.options), { maxLength: 1 }), (all, [source]) => {
        const pick = source ? { source, seen: seenNow(all) } : null;
        const choice = chosenWord(all, pick);
        expect(new Set(choice.words)).toEqual(new Set(all));
        const agree = new Set(all.map(({ value }) => value)).size === 1;
        const isPicked = all.some((one) => one.source === source);
        expect(choice.differs).toBe(!agree && !isPicked);
        const shownFirst = choice.words[0]?.source;
        expect(shownFirst === source || agree || !isPicked).toBe(true);
      }),
    );
  });
});

describe('F44: a source that is asked again', () => {
  const newer = word('shared-data', '李小雨');

  it('leaves nothing of its older word while it says the same, as far as both show it', () => {
    expect(wordBefore(null, newer)).toBeNull();
    expect(wordBefore(shared, word('shared-data', '李晓雨'))).toBeNull();
    expect(wordBefore(word('shared-data', '李*'), newer)).toBeNull();
  });

  it('leaves its older word beside the newer one, which a clerk has to look at', () => {
    const older = wordBefore(shared, newer);
    expect(older).toEqual({ ...shared, source: 'shared-data-before' });
    expect(older && chosenWord([older, newer], null)).toEqual({
      words: [newer, older],
      differs: true,
      picked: false,
    });
    expect(older && toldOtherwise([newer, older], newer)).toEqual([]);
  });

  it('leaves nothing of what a person said: that is replaced', () => {
    expect(wordBefore(typed, word('by-hand', '李雨'))).toBeNull();
  });
});

describe('a word that grew old', () => {
  it.each([
    ['shared-data', '2026-11-23', false],
    ['shared-data', '2026-11-22', true],
    ['licence', '2026-10-25', false],
    ['licence', '2026-10-24', true],
    ['by-hand', '2026-11-24', false],
    ['earlier-case', '2026-01-05', true],
    ['shared-data-before', '2026-01-05', false],
  ] as const)('%s of %s: %s', (source, asOf, stale) => {
    expect(isStale({ source, asOf: Day.parse(asOf) }, today)).toBe(stale);
  });
});
