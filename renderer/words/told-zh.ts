import type { CaseState } from '#contract/shapes/case.ts';

/** What a citizen is told at every step of a case; the day is the one that matters then, null when none runs. */
export const toldZh = {
  draft: () => '正在填写和收材料。',
  blocked: () => '等前面一件办好会接着办，不用您再来。',
  received: (day: string | null) => `材料收下了。${before(day)}告诉您受不受理。`,
  'awaiting-correction': (day: string | null) => `请按告知书${before(day)}一次补齐，不用重新取号。`,
  'received-again': (day: string | null) => `补的材料都收到了。${before(day)}告诉您受不受理。`,
  accepted: (day: string | null) => `受理了。${before(day)}有结果。`,
  'accepted-tolerant': (day: string | null) => `先受理了。请按通知书补齐材料，补齐后${before(day)}有结果。`,
  'accepted-commitment': (day: string | null) => `已凭您的承诺受理。${before(day)}有结果。`,
  'deemed-accepted': (day: string | null) =>
    `五日内没有答复，依法从收件那天起视为受理。${before(day)}有结果。`,
  suspended: () => '正在做特别程序，这段时间不算在期限里。做完告诉您新的日子。',
  'in-review': (day: string | null) => `部门正在审查。${before(day)}作出决定。`,
  'decided-granted': (day: string | null) => `已经准予，结果正在制作，${before(day)}交给您。`,
  'decided-denied': (day: string | null) =>
    `没有准予。理由和怎么申诉写在决定书上，${before(day)}送到您手里。`,
  ready: (day: string | null) => `结果做好了。带证件来领，或者邮寄，${before(day)}送到您手里。`,
  delivered: () => '结果已经交给您，这一件办完了。',
  refused: () => '这件不能受理。理由和怎么申诉都写在决定书上。',
  'closed-not-needed': () => '这件事不用办许可，原因写在告知单上。',
  'closed-wrong-organ': () => '这件事不归这里办，该找谁写在告知单上。',
  'closed-lapsed': () => '期限内没有收到材料，这次办理终止了。备齐后可以重新申请。',
  'closed-returned': () => '答应补的材料没来，这件已退件。请取回材料，备齐后可以重新申请。',
  referred: () => '已经转给上级机关，材料不用再交一次。',
  withdrawn: () => '按您的申请撤回了，这次办理结束。需要时可以重新申请。',
  archived: () => '这一件已经办完归档。',
} satisfies Record<CaseState, (day: string | null) => string>;

function before(day: string | null): string {
  return day === null ? '' : `最迟 ${day}`;
}
