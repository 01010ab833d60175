import { describe, expect, it } from 'vitest';
import { lapse } from '#rules/notices/templates/of-the-clocks.ts';
import { withdrawal } from '#rules/notices/templates/when-leaving.ts';
import { wordsIn } from '#renderer/words/words.ts';

/**
 * The applicant takes it back: 撤回. Promised papers never came and a supervisor sends it back: 退件. One is never
 * told as the other.
 *
 * @source domain.md 12 F24 ("return" = withdraw), 5.4, 13.2
 */
describe.each([
  ['zh-CN', /撤回/, /退件/],
  ['en', /withdr[ae]w/i, /give[ns]? (it )?back/i],
] as const)('F24 what is withdrawn and what is given back, in %s', (language, withdrawn, givenBack) => {
  const words = wordsIn(language);

  it('is called that on the citizen’s screen, in the messages, on the case and among the debts', () => {
    for (const said of [
      words.told.withdrawn(),
      words.messages.tells['case.withdrawn'],
      words.sheet.result.big.withdrawn,
      words.sheet.result.debts['case.withdrawn'],
      words.sheet.deciding.states.withdrawn,
      words.progress.events.withdraw,
    ]) {
      expect(said).toMatch(withdrawn);
      expect(said).not.toMatch(givenBack);
    }
    for (const said of [
      words.told['closed-returned'](),
      words.messages.tells['case.given-back'],
      words.sheet.result.big['closed-returned'],
      words.sheet.result.debts['case.given-back'],
      words.sheet.deciding.states['closed-returned'],
      words.progress.events['give-back'],
    ]) {
      expect(said).toMatch(givenBack);
      expect(said).not.toMatch(withdrawn);
    }
  });
});

it('F24 the papers say 撤回 and 退件 too', () => {
  expect(JSON.stringify(withdrawal)).toContain('撤回');
  expect(JSON.stringify(withdrawal)).not.toContain('退件');
  expect(JSON.stringify(lapse)).toContain('退件');
  expect(JSON.stringify(lapse)).not.toContain('撤回');
});
