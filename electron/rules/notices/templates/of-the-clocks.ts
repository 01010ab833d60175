import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { ask, caseRows, received, to } from './lines.ts';

/** 特别程序告知书. @source 行政许可法 art. 45; domain.md 5.3 */
export const specialProcedure: NoticeTemplate = {
  kind: 'special-procedure',
  version: 2,
  title: '特别程序告知书',
  rows: [
    ...caseRows,
    { label: '特别程序', value: '{procedureName}' },
    { label: '开始日期', value: '{startsOn}' },
    { label: '预计结束', value: '{expectedEndOn}' },
    { label: '原到期日', value: '{dueOnBefore}' },
  ],
  paragraphs: [
    to,
    '你申请的“{itemName}”需要进行{procedureName}。原因：{reason}。依据{basis}，{procedureName}所需时间不计入办理期限。',
    '{procedureName}自{startsOn}开始，预计{expectedEndOn}结束。结束后，办理期限按实际停止的工作日顺延，新的到期日在结束当天用短信告知同意收短信的人，也可以按下面的方法查询。',
  ],
  table: null,
  annex: null,
  foot: ask,
  signers: [received],
  sealed: true,
};

/** 延期告知书. @source 行政许可法 art. 42; domain.md 5.3 */
export const extension: NoticeTemplate = {
  kind: 'extension',
  version: 2,
  title: '延期告知书',
  rows: [
    ...caseRows,
    { label: '原到期日', value: '{dueOnBefore}' },
    { label: '延长', value: '{workingDays} 个工作日' },
    { label: '新到期日', value: '{dueOnAfter}' },
    { label: '批准人', value: '{approver}' },
  ],
  paragraphs: [
    to,
    '你申请的“{itemName}”不能在原期限内作出决定。理由：{reason}。依据{basis}，经批准延长 {workingDays} 个工作日，最迟{dueOnAfter}作出决定。',
  ],
  table: null,
  annex: null,
  foot: ask,
  signers: [received],
  sealed: true,
};

/** 终止告知书: the correction, or a promised paper, never came. @source domain.md 5.4, 13.2 lapse */
export const lapse: NoticeTemplate = {
  kind: 'lapse',
  version: 3,
  title: '终止办理告知书',
  rows: [
    ...caseRows,
    { label: '告知书', value: '{correctionNumber}', unless: 'promise' },
    { label: '容缺通知书', value: '{correctionNumber}', when: 'promise' },
    { label: '未补材料', value: '{promisedPaper}', when: 'promise' },
    { label: '告知日期', value: '{toldOn}' },
    { label: '补正期限', value: '{correctBy}' },
    { label: '终止日期', value: '{lapsedOn}' },
    { label: '退还材料', value: '{papersReturned}', when: 'returned' },
  ],
  paragraphs: [
    to,
    {
      unless: 'promise',
      say: '你申请的“{itemName}”，已于{toldOn}以{correctionNumber}一次告知需要补正的内容。到{correctBy}没有收到全部补正材料，本次申请自{lapsedOn}起终止办理。',
    },
    {
      when: 'promise',
      say: '你申请的“{itemName}”，已于{toldOn}以{correctionNumber}容缺受理，承诺在{correctBy}前补交{promisedPaper}。到期没有收到，本次申请自{lapsedOn}起终止办理，不作出准予或者不予的决定。',
    },
    { unless: 'returned', say: '已交的材料可以凭收件号取回。材料备齐后可以重新申请。' },
    { when: 'returned', say: '本件按退件处理，所列材料随本告知书退还。材料备齐后可以重新申请。' },
  ],
  table: null,
  annex: null,
  foot: ask,
  signers: [received],
  sealed: true,
};
