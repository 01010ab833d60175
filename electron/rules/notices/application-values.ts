import type { FormSource } from '#contract/shapes/form-value.ts';
import type { Filling } from './filling.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { PaperParty } from './paper-facts.ts';

/** Where an answer is from, in the words of a paper. @source domain.md 12.3 F44 (一数一源) */
const SOURCES: Readonly<Record<FormSource, string>> = {
  card: '证件芯片',
  'shared-data': '共享数据',
  licence: '电子证照',
  predecessor: '前一步结果',
  'by-hand': '本人填报',
  'earlier-case': '以前办件',
  'shared-data-before': '共享数据（前次）',
  'licence-before': '电子证照（前次）',
};

/** 申请表: what was asked and answered, each with its source and day. @source domain.md 5.3; F44 */
export function applicationValues(facts: NoticeFacts['application-form']): Partial<Filling> {
  const { items, lines } = facts;
  return {
    values: {
      items: items.map(({ nameZh }) => nameZh).join('、'),
      itemCodes: items.map(({ code }) => code).join('、'),
      departments: [...new Set(items.map(({ departmentZh }) => departmentZh))].join('、'),
      applicant: facts.applicant ? named(facts.applicant) : '未登记',
      handler: facts.handler ? named(facts.handler) : '本人',
      answerCount: String(lines.length),
    },
    flags: { several: items.length > 1 },
    lists: {
      answers: lines.map((line) => ({
        section: line.sectionZh,
        label: line.labelZh,
        answer: line.shownZh,
        from: `${SOURCES[line.source]} ${line.asOf}`,
      })),
    },
  };
}

function named({ name, certificateNumber }: PaperParty): string {
  return `${name}　证件号码 ${certificateNumber}`;
}
