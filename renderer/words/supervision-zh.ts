import type { FlagKind } from '#contract/shapes/supervision.ts';

/** 事中事后监管：办件留下的、还没了结的事。 */
export const supervisionZh = {
  kinds: {
    'commitment-unchecked': '承诺待核查',
    'tolerance-unfinished': '容缺未补齐',
    'refused-before': '曾不予受理',
    'commitment-broken': '承诺不属实',
    'identity-unconfirmed': '断网时读的证，复核对不上',
  } satisfies Record<FlagKind, string>,
  own: (what: string, when: string) => `监管标识 ${what}${when}`,
  other: (what: string, item: string, number: string, when: string) =>
    `监管标识 ${what}：${item} ${number}${when}`,
  since: (day: string) => `（${day}）`,
  by: (day: string) => `（${day}前）`,
  late: (day: string) => `（${day}已过）`,
  said: (say: string) => `：${say}`,
};
