import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';

/** 帮办同意书: the citizen's signed word. @source domain.md 6, 12 F42; 民法典 art. 165; 个人信息保护法 art. 14 */
export const helpConsent: NoticeTemplate = {
  kind: 'help-consent',
  version: 1,
  title: '帮办代办同意书',
  rows: [
    { label: '申请人', value: '{applicant}' },
    { label: '帮办员', value: '{helper}　工作证号 {badge}' },
    { label: '服务点', value: '{point}' },
    { label: '事项', value: '{items}' },
    { label: '有效期', value: '{consentOn}至{consentUntil}' },
  ],
  paragraphs: [
    '本人同意由下列帮办员在有效期内，就下列事项为本人讲解、帮助填表、带来材料、取走凭证、取回材料，并为此知悉办理所需的本人信息。',
    '签字、承诺、领取结果由本人办，或者由有书面授权的经办人办。受理和决定由办理机关作出。',
    '本人可以随时撤回同意，撤回前已经办的不受影响。',
  ],
  table: null,
  annex: null,
  foot: ['办理窗口：{hall} {window} 号窗口，工号 {clerk}。咨询电话：{hallPhone}。'],
  signers: ['申请人本人'],
  sealed: false,
};

/** 帮办清单: slips and papers of several citizens that one helper takes to them. @source domain.md 12 F42 */
export const helpList: NoticeTemplate = {
  kind: 'help-list',
  version: 1,
  title: '帮办代办清单',
  rows: [
    { label: '帮办员', value: '{helper}　工作证号 {badge}' },
    { label: '服务点', value: '{point}' },
    { label: '移交', value: '{issuedAt}　{window} 号窗口　工号 {clerk}' },
    { label: '合计', value: '{caseCount} 件　凭证 {slipCount} 份　原件 {originalCount} 份' },
  ],
  paragraphs: ['下列凭证和退还的材料由帮办员带给申请人，双方当面清点。每件各有收件号，分别计时。'],
  table: {
    list: 'cases',
    head: ['序号', '收件号', '事项', '申请人', '带走'],
    cells: ['{no}', '{receiptNumber}', '{item}', '{applicant}', '凭证：{slips}。退还原件：{originals}。'],
  },
  annex: null,
  foot: ['办理结果由申请人本人，或者有书面授权的经办人领取。', '咨询电话：{hallPhone}。'],
  signers: ['帮办员'],
  sealed: false,
};
