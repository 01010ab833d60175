import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { askAtOnce, received, to } from './lines.ts';

/** 不需要许可: told at once. @source 行政许可法 art. 32(1)(1) */
export const notNeeded: NoticeTemplate = {
  kind: 'not-needed',
  version: 1,
  title: '不需办理告知单',
  rows: [
    { label: '事项', value: '{itemName}' },
    { label: '申请人', value: '{applicant}' },
    { label: '告知日期', value: '{issuedOn}' },
  ],
  paragraphs: [
    to,
    '你咨询或者申请的“{itemName}”，依据{basis}，依法不需要办理，即时告知，不予受理。',
    '具体说明：{say}',
  ],
  table: null,
  annex: null,
  foot: [askAtOnce],
  signers: [received],
  sealed: true,
};

/** 非本机关职权: told at once, with the right organ. @source 行政许可法 art. 32(1)(2) */
export const wrongOrgan: NoticeTemplate = {
  kind: 'wrong-organ',
  version: 1,
  title: '办理机关告知单',
  rows: [
    { label: '事项', value: '{itemName}' },
    { label: '申请人', value: '{applicant}' },
    { label: '应当向', value: '{rightOrgan}' },
    { label: '怎么去', value: '{whereTo}', when: 'whereKnown' },
  ],
  paragraphs: [
    to,
    {
      when: 'licence',
      say: '你申请的“{itemName}”依法不属于{organ}职权范围。依据《中华人民共和国行政许可法》第三十二条第一款第（二）项，即时告知，请向{rightOrgan}申请。',
    },
    {
      unless: 'licence',
      say: '你申请的“{itemName}”依法不属于{organ}职权范围，即时告知，请向{rightOrgan}申请。',
    },
    '具体说明：{say}',
  ],
  table: null,
  annex: null,
  foot: [askAtOnce],
  signers: [received],
  sealed: true,
};

/** 投诉和办不成事登记单. @source domain.md 5.3, 6 */
export const complaint: NoticeTemplate = {
  kind: 'complaint',
  version: 1,
  title: '{kindName}登记单',
  rows: [
    { label: '事项', value: '{itemName}' },
    { label: '收件号', value: '{receiptNumber}' },
    { label: '发生日期', value: '{happenedOn}' },
    { label: '登记', value: '{issuedAt}' },
    { label: '联系人', value: '{contact}' },
    { label: '答复期限', value: '{promisedReplyOn}' },
  ],
  paragraphs: [
    '反映的情况：{what}',
    '以上情况已登记。{hall}最迟{promisedReplyOn}答复；凭本单编号可以查询，也可以拨打 {hallPhone}。',
  ],
  table: null,
  annex: null,
  foot: ['登记窗口：{hall} {window} 号窗口。'],
  signers: ['反映人'],
  sealed: false,
};
