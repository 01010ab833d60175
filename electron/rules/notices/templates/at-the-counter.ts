import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { acceptedRows, ask, caseRows, dueDays, objections, received, to } from './lines.ts';

/** 收件凭证 */
export const receiptSlip: NoticeTemplate = {
  kind: 'receipt-slip',
  version: 4,
  title: '收件凭证',
  rows: [
    { label: '收件号', value: '{shortNumber}' },
    { label: '事项', value: '{itemName}' },
    { label: '申请人', value: '{applicantMasked}' },
    { label: '经办人', value: '{handlerMasked}' },
    { label: '收件', value: '{receivedAt}', unless: 'corrected' },
    { label: '补正收件', value: '{issuedAt}', when: 'corrected' },
    { label: '窗口', value: '{window} 号　工号 {clerk}' },
    { label: '省编号', value: '{officialNumber}' },
  ],
  paragraphs: [
    { when: 'answeredHere', say: '最迟 {noticeDueOn} 告知是否受理。' },
    { when: 'passedOn', say: '本窗口代收，转送{passedTo}办理。' },
    { when: 'passedOn', say: '该机关最迟在{noticeDueOn}告知是否受理。' },
    { when: 'corrected', say: '补正材料已收齐，最迟 {noticeDueOn} 告知是否受理。' },
    { when: 'licence', unless: 'passedOn', say: '逾期未告知的，自收件之日起视为受理。' },
    { when: 'departmentDecides', unless: 'passedOn', say: '本窗口代收材料，由{department}决定是否受理。' },
    '本凭证不是受理通知书。',
  ],
  table: {
    list: 'materials',
    head: ['收到材料 {materialCount} 份', '形式'],
    cells: ['{no} {name}', '{how}'],
  },
  annex: null,
  foot: [{ when: 'trackable', say: '扫码查进度' }, '窗口扫码验真', '验证码 {checkCode}', '电话 {hallPhone}'],
  signers: [],
  sealed: false,
};

/** 受理通知书. @source 行政许可法 art. 32(1)(5) and last paragraph, art. 42, 45 */
export const acceptance: NoticeTemplate = {
  kind: 'acceptance',
  version: 4,
  title: '受理通知书',
  rows: [...caseRows, ...acceptedRows],
  paragraphs: [
    to,
    {
      when: 'deemed',
      say: '你于{receivedOn}提出的“{itemName}”申请，因在收到材料之日起五个工作日内未告知是否需要补正，依据《中华人民共和国行政许可法》第三十二条第一款第（四）项，自{acceptedOn}起视为受理。',
    },
    {
      unless: 'deemed',
      say: '你于{receivedOn}提出的“{itemName}”申请，材料齐全，符合法定形式。{acceptanceBasis}，决定自{acceptedOn}起予以受理。',
    },
    ...dueDays,
  ],
  table: null,
  annex: null,
  foot: [...ask, '对办理过程不满意的，可以向{hall}投诉。'],
  signers: [received],
  sealed: true,
};

/** 一次性告知书. @source 行政许可法 art. 32(1)(4); domain.md 13.3 invariant 3 */
export const correction: NoticeTemplate = {
  kind: 'correction',
  version: 4,
  title: '一次性告知书',
  rows: [
    ...caseRows,
    { label: '收件日期', value: '{receivedOn}' },
    { label: '告知期限', value: '{noticeDueOn}前，本次已按期告知', unless: 'second' },
    { label: '再次告知', value: '{secondReason}　批准人 {secondBy}', when: 'second' },
  ],
  paragraphs: [
    to,
    '你于{receivedOn}提出的“{itemName}”申请，材料不齐全或者不符合法定形式。{correctionBasis}，现将需要补正的全部内容一次告知如下。',
    '请把补正材料交到{hall}。材料补齐之日受理，此前已交的材料不用重交。',
    { when: 'limited', say: '请在{correctBy}前补正。逾期没有补正的，本次申请终止，可以重新申请。' },
  ],
  table: {
    list: 'lines',
    head: ['序号', '材料', '需要补正的内容', '依据'],
    cells: ['{no}', '{name}', '{say}', '{rule}'],
  },
  annex: null,
  foot: ask,
  signers: [received],
  sealed: true,
};

/** 不予受理决定书. @source 行政许可法 art. 32(1)(1)(2) and last paragraph, art. 38 */
export const refusal: NoticeTemplate = {
  kind: 'refusal',
  version: 4,
  title: '不予受理决定书',
  rows: [
    ...caseRows,
    { label: '收件日期', value: '{receivedOn}' },
    { label: '请到', value: '{rightOrgan}', when: 'elsewhere' },
  ],
  paragraphs: [
    to,
    '你于{receivedOn}提出的“{itemName}”申请，经审查，{reason}，决定不予受理。',
    '具体说明：{say}',
    objections,
  ],
  table: null,
  annex: null,
  foot: ask,
  signers: [received],
  sealed: true,
};
