import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';

/** Rows that open every A4 notice of a case. */
export const caseRows: NoticeTemplate['rows'] = [
  { label: '收件号', value: '{receiptNumber}' },
  { label: '省编号', value: '{officialNumber}' },
  { label: '事项', value: '{itemName}' },
  { label: '事项编码', value: '{itemCode}' },
  { label: '申请人', value: '{applicant}' },
  { label: '经办人', value: '{handler}' },
];

/** Limits and terms of a case that was accepted. */
export const acceptedRows: NoticeTemplate['rows'] = [
  { label: '受理日期', value: '{acceptedOn}' },
  { label: '法定期限', value: '{legalLimit}' },
  { label: '承诺期限', value: '{promisedLimit}' },
  { label: '不计时间', value: '{procedures}' },
  { label: '收费', value: '{fee}' },
  { label: '领取方式', value: '{delivery}' },
];

export const to = '{applicantName}：';
/** Scanning tells how a case stands only where the code holds the address of a page that does. */
export const ask: NoticeTemplate['foot'] = [
  {
    when: 'trackable',
    say: '查询：凭收件号 {receiptNumber} 或扫描二维码，也可以拨打 {hallPhone}。办理窗口：{hall} {window} 号窗口，工号 {clerk}。',
  },
  {
    unless: 'trackable',
    say: '查询：凭收件号 {receiptNumber} 到窗口，也可以拨打 {hallPhone}。办理窗口：{hall} {window} 号窗口，工号 {clerk}。',
  },
];
export const askAtOnce = '有疑问的，可以拨打 {hallPhone}。告知窗口：{hall} {window} 号窗口，工号 {clerk}。';
export const twoCopies = '一式两份，双方各一份。';
export const objections =
  '如不服本决定，可以自收到本决定书之日起 {reconsiderationDays} 日内依法申请行政复议，或者在 {suitMonths} 个月内依法向人民法院提起行政诉讼。';
export const dueDays = [
  '期限自受理次日起算，以工作日计的不含法定节假日。',
  { when: 'provisional', say: '所列日期含放假安排尚未公布的年份，公布后如有变动另行告知。' },
];
export const received = '申请人或代理人签收';
