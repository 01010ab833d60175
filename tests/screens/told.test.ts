import { describe, expect, it } from 'vitest';
import { CaseState } from '#contract/shapes/case.ts';
import { wordsIn } from '#renderer/words/words.ts';

/** domain.md 12 F24: received, accepted, in review, decided, ready, delivered: each is told, and sounds like itself. */
describe.each(['zh-CN', 'en'] as const)('F24: what a citizen is told, in %s', (language) => {
  const { told } = wordsIn(language);

  it.each(['7 Dec', null])('is a sentence of its own in every state, with the day %s', (day) => {
    const said = CaseState.options.map((state) => told[state](day));
    expect(new Set(said).size).toBe(CaseState.options.length);
    expect(said.filter((sentence) => !/[。.]$/.test(sentence) || /null| {2}/.test(sentence))).toEqual([]);
  });

  it('names the day where one runs', () => {
    const named = CaseState.options.filter((state) => told[state]('7 Dec').includes('7 Dec'));
    expect(named).toContain('in-review');
    expect(named).not.toContain('withdrawn');
  });
});
