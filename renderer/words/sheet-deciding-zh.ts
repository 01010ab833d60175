import type { CommonRefusal } from '#contract/call.ts';
import type { Refusal } from '#contract/calls.ts';
import type { CaseState, Outcome, RefusalReason } from '#contract/shapes/case.ts';

/** Why an outcome is not open. */
export type OutcomeWord = Exclude<Refusal<'intake.accept' | 'intake.correct'>, CommonRefusal>;

/** The act bar, its dialogs and what a case has become. */
export const sheetDecidingZh = {
  acts: {
    accept: '受理',
    'accept-tolerant': '容缺受理',
    receive: '收件',
    correct: '一次告知',
    refuse: '不予受理',
  } satisfies Record<Outcome, string>,
  saving: '正在落盘',
  bar: {
    allIn: '材料齐了，可以受理',
    allInTolerant: '可以容缺受理',
    receiveOnly: '材料齐了，收件后转部门受理',
    receiveNow: '现在只能收件，恢复后再受理',
    receiveAnyway: '按 F9 只收件，5 个工作日内告知要补什么',
    missing: (names: string) => `还缺${names}`,
    missingMany: (first: string, more: number) => `还缺${first}等 ${more} 份`,
    stops: '缺了它，这一件不能受理',
    due: (day: string) => `今天受理，${day} 前决定`,
    dueLegal: (day: string) => `法定最迟 ${day}`,
    provisional: '节假日通知还没出，日子可能变',
    onTheSpot: '今天受理，当场办结',
    decided: '已经定了，看结果',
    chooseItem: '先选事项',
    whyNot: (act: string) => `${act}还不行`,
  },
  because: {
    'no-such-case': '这个办件不在了',
    'already-decided': '已经定过了',
    'identity-missing': '还没有申请人',
    'identity-unconfirmed': '身份还没复核完，卡别拿开',
    'identity-objection': '身份有疑问，先改或写理由',
    'authorisation-missing': '经办人没有授权',
    'situation-open': '情形还没答完',
    'wrong-item': '按情形不是本事项',
    'materials-missing': '必要材料没齐',
    'department-seat-only': '由部门座席受理，这里收件',
    'offline-not-allowed': '断网时不能受理这个事项',
    'catalogue-too-old': '事项库太久没更新',
    'no-calendar': '没有工作日历，算不出期限',
    'no-number-left': '本窗号段用完了',
    'nothing-missing': '材料没有缺的',
    'notice-already-given': '一次性告知已发过',
    'list-incomplete': '清单没写全',
  } satisfies Record<OutcomeWord, string>,
  dialogs: {
    correctTitle: '一次性告知补正',
    correctNote: '缺什么一次说全，只告知一次。每行都会印在告知书上。',
    correctLine: (name: string, parts: string) => (parts === '' ? `补交${name}` : `补交${name}（${parts}）`),
    correctParts: (originals: number, copies: number) =>
      [originals > 0 ? `原件 ${originals} 份` : '', copies > 0 ? `复印件 ${copies} 份` : '']
        .filter(Boolean)
        .join('，'),
    other: '其他要改的',
    addLine: '加一行',
    removeLine: '去掉',
    lineLabel: (no: number) => `第 ${no} 项`,
    correctDo: '打告知书',
    refuseTitle: '不予受理',
    refuseNote: '决定书会写明理由和复议、诉讼的途径。',
    refuseReason: '理由',
    refuseSay: '写给群众的话',
    refuseHint: '说清楚为什么，该到哪里办',
    refuseDo: '出决定书',
    back: '先不',
    tooShort: '至少写 4 个字',
    reasonKeys: '按数字选理由',
    receiveTitle: '材料没齐，只收件？',
    receiveNote: (count: number) => `还缺 ${count} 份。收件后开始算 5 个工作日，到时要一次告知。`,
    receiveDo: '只收件',
    discardTitle: '丢掉这个草稿？',
    discardNote: '填的和收的都不留。证件信息还在。',
    discardDo: '丢掉',
  },
  refusalReasons: {
    'not-competent': '不是本机关的事',
    'not-required': '这件事不用办许可',
    'applicant-not-eligible': '申请人不具备资格',
    'forbidden-by-law': '法律法规禁止',
    other: '其他',
  } satisfies Record<RefusalReason, string>,
  states: {
    draft: '草稿',
    received: '已收件',
    accepted: '已受理',
    'accepted-tolerant': '容缺受理',
    'awaiting-correction': '等补正',
    refused: '不予受理',
  } satisfies Record<CaseState, string>,
  troubles: {
    unknown: '没等到答复。已重新看过，以现在显示的为准',
  },
  /** Why a key of the sheet is off, where no refusal of the desk says it. */
  reasons: {
    'choose-item': '先选事项。按 Alt 2。',
    'papers-step': '到材料这一步再按。按 Alt 4。',
    'no-notice': '还没有出过文书。',
    'no-visit': '手上没有在办的人。',
    'draft-open': '这一件还没定。先定下来，或丢掉草稿。',
    'not-returned': '这一条没有被退回，不用重送。',
    'nothing-chosen': '左边先选一条。',
  },
};
