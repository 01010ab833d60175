import type { Fact } from '#contract/shapes/item.ts';

interface FactQuestion {
  readonly questionZh: string;
  readonly questionEn: string;
  readonly yesZh: string;
  readonly yesEn: string;
  readonly noZh: string;
  readonly noEn: string;
}

/** What a clerk asks to learn a fact that a paper's condition depends on. */
export const factQuestions: Readonly<Record<Exclude<Fact, 'agent'>, FactQuestion>> = {
  commitment: {
    questionZh: '申请人是否选择告知承诺方式？',
    questionEn: 'Does the applicant choose the notice-and-commitment way?',
    yesZh: '签承诺书',
    yesEn: 'signs the commitment',
    noZh: '不承诺，交材料',
    noEn: 'hands in the paper',
  },
  marriedParents: {
    questionZh: '新生儿父母是否已登记结婚？',
    questionEn: 'Are the parents of the newborn married?',
    yesZh: '已结婚',
    yesEn: 'married',
    noZh: '未结婚',
    noEn: 'not married',
  },
  localHukou: {
    questionZh: '参保人户口是否在本县？',
    questionEn: 'Is the household registered in this county?',
    yesZh: '本县户口',
    yesEn: 'registered here',
    noZh: '外地户口',
    noEn: 'registered elsewhere',
  },
  photoOnFile: {
    questionZh: '系统里是否有可用的本人照片？',
    questionEn: 'Is a usable photo already on file?',
    yesZh: '有照片',
    yesEn: 'on file',
    noZh: '没有照片',
    noEn: 'not on file',
  },
  guardian: {
    questionZh: '是否由监护人代为办理？',
    questionEn: 'Does a guardian act for the applicant?',
    yesZh: '监护人代办',
    yesEn: 'a guardian acts',
    noZh: '本人办理',
    noEn: 'in person',
  },
};
