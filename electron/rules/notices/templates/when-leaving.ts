import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { ask, caseRows, received, to } from './lines.ts';

/** 转报单. @source 行政许可法 art. 43; domain.md 5.2 */
export const referral: NoticeTemplate = {
  kind: 'referral',
  version: 2,
  title: '转报告知单',
  rows: [
    ...caseRows,
    { label: '转报机关', value: '{toOrgan}' },
    { label: '转报日期', value: '{referredOn}' },
  ],
  paragraphs: [
    to,
    '你申请的“{itemName}”由{toOrgan}决定。原因：{reason}。已于{referredOn}连同下列材料一并转报，不用重复提交。',
  ],
  table: {
    list: 'materials',
    head: ['序号', '材料', '形式'],
    cells: ['{no}', '{name}', '{how}'],
  },
  annex: null,
  foot: ask,
  signers: [received],
  sealed: true,
};

/** 撤回申请书: the applicant signs. @source domain.md 13.2 withdraw */
export const withdrawal: NoticeTemplate = {
  kind: 'withdrawal',
  version: 2,
  title: '撤回申请书',
  rows: [
    ...caseRows,
    { label: '撤回日期', value: '{withdrawnOn}' },
    { label: '退还材料', value: '{papersReturned}' },
  ],
  paragraphs: [
    '{organ}：',
    '本人（单位）{applicantName}于{receivedOn}提出的“{itemName}”申请，因{reason}，自愿于{withdrawnOn}撤回。',
    '已经知晓撤回后本次办理终止，材料备齐后可以重新申请。',
  ],
  table: null,
  annex: null,
  foot: ask,
  signers: ['撤回人（申请人或代理人）'],
  sealed: false,
};

/** 领取单 (送达回证). @source domain.md 5.3; 行政许可法 art. 44 */
export const collection: NoticeTemplate = {
  kind: 'collection',
  version: 1,
  title: '送达回证',
  rows: [
    { label: '收件号', value: '{receiptNumber}' },
    { label: '省编号', value: '{officialNumber}' },
    { label: '事项', value: '{itemName}' },
    { label: '申请人', value: '{applicant}' },
    { label: '决定', value: '{decision}' },
    { label: '送达内容', value: '{collectedName}' },
    { label: '证照编号', value: '{licenceNumber}' },
    { label: '送达方式', value: '{way}' },
    { label: '领取人', value: '{collector}　{collectorRole}' },
    { label: '领取证件', value: '{collectorCertificate}' },
    { label: '送达时间', value: '{collectedAt}' },
  ],
  paragraphs: ['上列内容已经送达，领取人核对无误。'],
  table: null,
  annex: null,
  foot: ['送达窗口：{hall} {window} 号窗口，工号 {clerk}。'],
  signers: ['领取人'],
  sealed: false,
};

/** 物料转移单: paper travel from the counter to a department. @source domain.md 5.3, 13.3 (23) */
export const handOver: NoticeTemplate = {
  kind: 'hand-over',
  version: 1,
  title: '物料转移单',
  rows: [
    { label: '移交', value: '{hall} {window} 号窗口　工号 {clerk}' },
    { label: '接收', value: '{toOrgan}' },
    { label: '移交日期', value: '{handedOn}' },
    { label: '合计', value: '{caseCount} 件　{paperCount} 份材料' },
  ],
  paragraphs: ['下列纸质材料由窗口移交，双方当面清点。'],
  table: {
    list: 'papers',
    head: ['序号', '收件号', '事项', '申请人', '材料', '原件', '复印'],
    cells: ['{no}', '{receiptNumber}', '{item}', '{applicant}', '{name}', '{originals}', '{copies}'],
  },
  annex: null,
  foot: ['一式两份，移交、接收双方各一份。'],
  signers: ['移交人', '接收人'],
  sealed: false,
};

/** 一件事收件凭证: one slip for all cases of a bundle. @source domain.md 7 */
export const bundleReceipt: NoticeTemplate = {
  kind: 'bundle-receipt',
  version: 2,
  title: '一件事收件凭证',
  rows: [
    { label: '一件事', value: '{bundleName}' },
    { label: '申请人', value: '{applicantMasked}' },
    { label: '经办人', value: '{handlerMasked}' },
    { label: '牵头部门', value: '{leadDepartment}' },
    { label: '收件', value: '{issuedAt}' },
    { label: '窗口', value: '{window} 号　工号 {clerk}' },
    { label: '材料', value: '{materials}' },
    { label: '领取', value: '{delivery}' },
    { label: '合并办理', value: '{merged}', when: 'merged' },
  ],
  paragraphs: [
    '共 {caseCount} 件，一张表、一套材料。每件分别计时、分别告知，一件没有办成不影响其他各件。',
    { when: 'merged', say: '合并办理的事项由系统推送数据，不用再去有关部门。' },
    '本凭证不是受理通知书。',
  ],
  table: {
    list: 'cases',
    head: ['序号', '事项', '部门', '收件号', '现在', '期限'],
    cells: ['{no}', '{item}', '{department}', '{number}', '{standing}', '{due}'],
  },
  annex: null,
  foot: ['窗口扫码验真', '验证码 {checkCode}', '电话 {hallPhone}'],
  signers: [],
  sealed: false,
};
