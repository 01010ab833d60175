import type { SavedBy } from '#contract/shapes/material.ts';

/** 减材料：群众没有跑腿去拿的材料，一件一件，一月一月。 */
export const savedZh = {
  title: '减材料',
  month: (year: number, month: number) => `${year} 年 ${month} 月`,
  before: '上个月',
  next: '下个月',
  total: (papers: number) => `这个月少交 ${papers} 份`,
  none: '这个月还没有减下来的材料。',
  cases: (cases: number) => `${cases} 件`,
  papersPerCase: (before: string, after: string) => `每件材料 ${before} → ${after}`,
  visitsPerCase: (before: string, after: string) => `到场 ${before} → ${after}`,
  paper: '事项和材料',
  by: '怎么减的',
  count: '份',
  ways: {
    situation: '按情形不用',
    card: '刷身份证',
    licence: '电子证照',
    'shared-data': '共享数据',
    reuse: '复用旧件',
    commitment: '告知承诺',
    duty: '责任清单',
  } satisfies Record<SavedBy, string>,
  ofCase: (papers: number) => `少交 ${papers} 份材料`,
  way: (way: string, papers: number) => `${way} ${papers}`,
};
