import type { NoticeTemplate } from '#contract/shapes/notice-template.ts';
import { acceptedRows, ask, caseRows, dueDays, to, twoCopies } from './lines.ts';

/** 容缺受理通知书 with its 承诺书. @source domain.md 5.3, 5.4 */
export const tolerance: NoticeTemplate = {
  kind: 'tolerance',
  version: 2,
  title: '容缺受理通知书',
  rows: [...caseRows, ...acceptedRows],
  paragraphs: [
    to,
    '你于{receivedOn}提出的“{itemName}”申请，主要材料齐全，次要材料容缺补交。{acceptanceBasis}，决定自{acceptedOn}起予以受理。',
    ...dueDays,
    '下列材料应在所列日期前补交。补齐前不发放办理结果；逾期未补的，按承诺书处理。',
  ],
  table: { list: 'later', head: ['序号', '待补材料', '补交期限'], cells: ['{no}', '{name}', '{day}'] },
  annex: {
    title: '容缺受理承诺书',
    paragraphs: [
      '本人（单位）承诺：所缺材料“{laterNames}”确已具备或者能够取得，在通知书所列日期前补交到{hall}，可以当面交、邮寄或者上传；补交的材料与本次申请一致。',
      '逾期没有补交或者补交的材料不符合要求的，同意终止本次办理，由此产生的后果自行承担。因不可抗力不能按期补交的，在期限届满前书面申请延期。',
    ],
  },
  foot: [...ask, twoCopies],
  signers: ['承诺人（申请人或代理人）'],
  sealed: true,
};

/** 告知承诺书. @source domain.md 5.3, 5.4 */
export const commitment: NoticeTemplate = {
  kind: 'commitment',
  version: 2,
  title: '告知承诺书',
  rows: [
    ...caseRows,
    { label: '受理日期', value: '{acceptedOn}' },
    { label: '免交材料', value: '{replaces}' },
  ],
  paragraphs: [
    to,
    '关于“{itemName}”，依据{commitmentBasis}，现将有关内容告知如下。',
    '一、应当符合的条件：{conditions}。',
    '二、应当履行的义务：{duties}。',
    '三、承诺不实的后果：{penalties}。',
  ],
  table: null,
  annex: {
    title: '申请人承诺',
    paragraphs: [
      '本人（单位）已经知晓上述全部告知内容，所作承诺是真实意思表示，填写的信息真实、准确，符合所列条件，愿意履行所列义务，并承担承诺不实的后果。',
    ],
  },
  foot: [...ask, twoCopies],
  signers: ['承诺人（申请人或代理人）'],
  sealed: true,
};
