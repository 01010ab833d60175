import type { ExceptionKind, ExceptionStanding } from '#contract/shapes/exception.ts';

/** 孤网例外：没有联网的，谁负责，到哪天为止。 */
export const exceptionsZh = {
  open: '孤网例外',
  title: '孤网例外',
  note: '联网通办是原则。没联网的每一项都要有人负责，有截止日。',
  none: '没有例外，全部联网。',
  kinds: {
    source: '数据没接入',
    item: '没有网上办',
    system: '要二次录入',
  } satisfies Record<ExceptionKind, string>,
  standings: {
    missing: '没人负责',
    overdue: '已过截止日',
    running: '在期限内',
  } satisfies Record<ExceptionStanding, string>,
  columns: { what: '什么没联网', why: '为什么', owner: '谁负责', until: '到哪天' },
  missing: '没有写。请技术员写进 site.json',
  noDay: '没有写',
  leftOff: (count: number) => `还有 ${count} 项没列出`,
  settled: (about: string) => `已经联网，可从 site.json 去掉：${about}`,
  offline: (today: number, month: number) => `断网时受理：今天 ${today} 件，本月 ${month} 件`,
  side: (open: number) => `${open} 项`,
  sideWrong: (missing: number, overdue: number) => `没人负责 ${missing}，过期 ${overdue}`,
  sideRight: '都有人负责，都没过期',
};
