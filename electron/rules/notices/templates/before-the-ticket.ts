import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { askAtOnce } from './lines.ts';

/** 办事一次性告知单: what to bring, told before a number is taken. @source 行政许可法 art. 30; domain.md 5.2, 12 F01 */
export const guidanceList: NoticeTemplate = {
  kind: 'guidance-list',
  version: 1,
  title: '办事一次性告知单',
  rows: [
    { label: '办什么', value: '{about}' },
    { label: '办理部门', value: '{department}' },
    { label: '谁来办', value: '{comes}' },
    { label: '办理时限', value: '{limit}', when: 'oneItem' },
    { label: '收费', value: '{fee}', when: 'oneItem' },
    { label: '情形', value: '{answers}', when: 'answered' },
    { label: '告知', value: '{issuedAt}' },
  ],
  paragraphs: [
    { when: 'several', say: '“{about}”一次办 {stepCount} 件：{steps}。一张表、一套材料，不用分别去。' },
    { when: 'papers', say: '按上面的情形，请带下列 {paperCount} 份材料，一次带齐。' },
    { unless: 'papers', say: '按上面的情形，不用带材料。' },
    { when: 'open', say: '还有 {openCount} 个问题没有答，答完以后材料可能有变化。' },
    { when: 'spared', say: '不用带：{spared}。' },
    '本单只告知要带的材料，不是收件凭证，也不是受理通知书。不记姓名。',
  ],
  table: {
    list: 'papers',
    head: ['序号', '材料', '份数', '说明'],
    cells: ['{no}', '{name}', '{count}', '{say}'],
  },
  annex: null,
  foot: [askAtOnce],
  signers: [],
  sealed: false,
};
