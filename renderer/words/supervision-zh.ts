import type { FlagKind, IdentityWait } from '#contract/shapes/supervision.ts';

/** 事中事后监管：办件留下的、还没了结的事。 */
export const supervisionZh = {
  kinds: {
    'commitment-unchecked': '承诺待核查',
    'tolerance-unfinished': '容缺未补齐',
    'refused-before': '曾不予受理',
    'commitment-broken': '承诺不属实',
    'identity-unconfirmed': '断网时读的证，复核对不上',
  } satisfies Record<FlagKind, string>,
  /** 断网时读的证在等什么。 */
  waits: {
    say: {
      'to-ask': '断网时读的证，线路恢复后向人口库复核',
      unanswered: '断网时读的证，人口库没有答复，过一会再问',
      'not-connected': '断网时读的证没有问：人口库没有接入',
    } satisfies Record<IdentityWait, string>,
    mark: {
      'to-ask': '身份待复核',
      unanswered: '身份待复核',
      'not-connected': '身份没复核',
    } satisfies Record<IdentityWait, string>,
  },
  own: (what: string, when: string) => `监管标识 ${what}${when}`,
  other: (what: string, item: string, number: string, when: string) =>
    `监管标识 ${what}：${item} ${number}${when}`,
  since: (day: string) => `（${day}）`,
  by: (day: string) => `（${day}前）`,
  late: (day: string) => `（${day}已过）`,
  said: (say: string) => `：${say}`,
};
