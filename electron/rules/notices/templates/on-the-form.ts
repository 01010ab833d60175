import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';

/**
 * 申请表: everything the applicant applies with, as it stood when it was shown to them. They sign it.
 *
 * @source 行政许可法 art. 29, 31 (the applicant answers for what is true in the application); domain.md 12.3 F44
 */
export const applicationForm: NoticeTemplate = {
  kind: 'application-form',
  version: 1,
  title: '申请表',
  rows: [
    { label: '事项', value: '{items}' },
    { label: '事项编码', value: '{itemCodes}' },
    { label: '办理部门', value: '{departments}' },
    { label: '申请人', value: '{applicant}' },
    { label: '经办人', value: '{handler}' },
  ],
  paragraphs: [
    '申请人就上列事项提出申请，填报内容 {answerCount} 项如下，每项注明来源和日期。',
    { when: 'several', say: '本表由上列各事项共用，相同内容只填一次。' },
  ],
  table: {
    list: 'answers',
    head: ['分组', '内容', '填报', '来源'],
    cells: ['{section}', '{label}', '{answer}', '{from}'],
  },
  annex: null,
  foot: [
    '本人已逐项核对，以上内容真实、准确，并对其真实性负责。',
    '核对窗口：{hall} {window} 号窗口，工号 {clerk}。咨询电话：{hallPhone}。',
  ],
  signers: ['申请人或代理人'],
  sealed: false,
};
