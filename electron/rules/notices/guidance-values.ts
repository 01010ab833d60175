import type { MaterialReason } from '#contract/shapes/case.ts';
import type { Filling } from './filling.ts';
import type { GuidedLine, NoticeFacts } from './notice-facts.ts';
import { lengthInWords } from './words-of-days.ts';

type Facts = NoticeFacts['guidance-list'];

/**
 * What to bring, how many of each and why, before a number is taken; what need not be brought stands there too.
 *
 * @source 行政许可法 art. 30: papers and terms are made public and explained; domain.md 5.2 咨询, 12 F01
 */
export function guidanceValues(facts: Facts): Partial<Filling> {
  const asked = facts.papers.filter(({ paper }) => paper.asked);
  const spared = facts.papers.filter(({ paper }) => !paper.asked);
  const { terms, steps } = facts;
  return {
    values: {
      about: facts.aboutZh,
      department: facts.departmentZh,
      comes: COMES[String(facts.agent)] ?? '',
      answers: facts.answers.map(({ questionZh, answerZh }) => `${questionZh} ${answerZh}`).join('；'),
      limit: terms
        ? lengthInWords(terms.promiseLimit.days === null ? terms.legalLimit : terms.promiseLimit)
        : '',
      fee: terms ? (terms.fee ?? '不收费') : '',
      paperCount: String(asked.length),
      openCount: String(facts.openCount),
      spared: spared.map((line) => `${line.paper.material.nameZh}（${sparedBecause(line)}）`).join('、'),
      stepCount: String(steps?.length ?? 1),
      steps: (steps ?? []).map((name, at) => `（${at + 1}）${name}`).join(''),
    },
    flags: {
      answered: facts.answers.length > 0,
      open: facts.openCount > 0,
      papers: asked.length > 0,
      spared: spared.length > 0,
      several: steps !== null,
      oneItem: terms !== null,
    },
    lists: {
      papers: asked.map((line, at) => ({
        no: String(at + 1),
        name: line.paper.material.nameZh,
        count: countOf(line),
        say: saysOf(line, terms),
      })),
    },
  };
}

const COMES: Readonly<Record<string, string>> = {
  true: '委托他人办，代办人带双方证件',
  false: '申请人本人办',
  null: '没有问',
};

const WHY: Readonly<Record<MaterialReason, string>> = {
  required: '必要材料',
  optional: '有就带，没有不影响',
  'added-by-situation': '按情形加交',
  'condition-met': '符合条件，要交',
  'condition-not-met': '不符合条件',
  'dropped-by-situation': '按情形不用',
  'owed-by-department': '部门已共享数据，不得再要',
};

function sparedBecause({ paper, madeByZh }: GuidedLine): string {
  if (madeByZh !== null) return `由“${madeByZh}”办出`;
  return paper.owedBy ? `${WHY[paper.reason]}，由${paper.owedBy.department}提供` : WHY[paper.reason];
}

function countOf({ paper: { material } }: GuidedLine): string {
  const { originals, copies } = material;
  const counted = [
    ...(originals > 0 ? [`原件 ${originals}`] : []),
    ...(copies > 0 ? [`复印 ${copies}`] : []),
  ];
  return counted.join(' ') || '出示';
}

/** Why it is asked for, how it may come without paper, its remark and its article. */
function saysOf({ paper, serves }: GuidedLine, terms: Facts['terms']): string {
  const { material, reason, basis } = paper;
  const canLook = (material.electronicLicence ?? material.dataShareQuery) !== null;
  return [
    WHY[reason],
    serves > 1 ? `一份管 ${serves} 件` : '',
    canLook ? '窗口能查到的不用带' : '',
    terms?.commitment && material.commitmentReplaceable ? '可用承诺代替' : '',
    terms?.tolerance && material.tolerable ? '可以后补' : '',
    isChinese(material.note) ? material.note : '',
    ...[basis, material.byLaw].map((law) => (law === null ? '' : `依据：${law}`)),
  ]
    .filter(Boolean)
    .join('；');
}

/** A remark of the catalogue exists in one language only, and the paper is Chinese. */
function isChinese(note: string | null): note is string {
  return note !== null && /\p{Script=Han}/u.test(note);
}
