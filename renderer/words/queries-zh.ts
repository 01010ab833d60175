import type { QueryAnswer } from '#contract/shapes/material.ts';
import type { QueryLine, QueryOutcome } from '#contract/shapes/query-log.ts';

/** 查询记录：谁为哪个办件、查了谁的什么、凭什么、答了没有。 */
export const queriesZh = {
  open: '查询记录',
  title: '证照、数据与身份查询记录',
  note: '本窗每一次查询都留痕。看这张表也记入审计。',
  label: '来源、系统、事项、用途、收件号或工号',
  do: '查找',
  looking: '正在查找',
  days: { label: '近', '1': '1 天', '7': '7 天', '30': '30 天', '366': '1 年' },
  outcomes: {
    label: '结果',
    all: '全部',
    found: '查到',
    'no-use': '不能用',
    away: '没查成',
    wrong: '已报错',
  } satisfies Record<QueryOutcome | 'all' | 'label', string>,
  lines: '查询',
  none: '这些天里没有这样的查询。',
  most: (shown: number, all: number) => `共 ${all} 次，列出最近 ${shown} 次。写窄些可以找到其余的。`,
  count: (all: number) => `共 ${all} 次`,
  licence: '电子证照',
  behind: (organ: string, system: string) => `${organ} · ${system}`,
  gives: (fields: string) => `提供${fields}`,
  unlisted: '不在清单里了',
  about: (name: string) => `查 ${name}`,
  nobody: '还没有申请人',
  instead: (paper: string) => `代替“${paper}”`,
  enter: '打开办件',
  noCase: '没有办件',
  /** 查的是身份，不是材料。 */
  identity: {
    'network-identity': '核验身份',
    recheck: '复核断网时读的证',
  } satisfies Record<Exclude<QueryLine['kind'], 'licence' | 'shared-data'>, string>,
  network: '网证',
  networkPlatform: '网络身份认证平台',
  shown: '本人出示网证码',
  shower: '查出示网证的人',
  byItself: '系统',
  notAsked: '没问，没接入',
  answers: {
    'same-person': '是本人',
    'other-person': '不是本人',
    'code-expired': '码过期了',
    'code-used': '码用过了',
    'code-unknown': '码不认识',
    'holder-needed': '缺姓名号码',
  } satisfies Record<Exclude<QueryLine['answer'], QueryAnswer>, string>,
};
