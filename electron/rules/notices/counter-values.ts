import type { RefusalReason } from '#contract/shapes/case.ts';
import { materialList } from './common-values.ts';
import type { Filling } from './filling.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { isLicence, type PaperFacts } from './paper-facts.ts';
import { dayInWords } from './words-of-days.ts';

/** @source 行政复议法 art. 20 (recalled, domain.md 11) */
const RECONSIDERATION_DAYS = 60;
/** @source 行政诉讼法 art. 46 (recalled, domain.md 11) */
const SUIT_MONTHS = 6;

/** What was taken in, how, and by which day the citizen hears. @source domain.md 5.3; 行政许可法 art. 32(1)(4) */
export function slipValues(facts: NoticeFacts['receipt-slip'], paper: PaperFacts): Partial<Filling> {
  const materials = materialList(facts.corrected ?? paper.materials);
  const passedTo = facts.passedTo ?? null;
  return {
    values: {
      noticeDueOn: passedTo === null ? dayInWords(facts.noticeDueOn) : '收到材料后第 5 个工作日',
      materialCount: String(materials.length),
      passedTo: passedTo ?? '',
    },
    flags: {
      corrected: facts.corrected !== undefined,
      passedOn: passedTo !== null,
      answeredHere: facts.corrected === undefined && passedTo === null,
    },
    lists: { materials },
  };
}

/** Everything to correct at once, with the rule for each. @source 行政许可法 art. 32(1)(4); domain.md 13.3 (3) */
export function correctionValues(facts: NoticeFacts['correction']): Partial<Filling> {
  const second = facts.second ?? null;
  return {
    values: {
      noticeDueOn: dayInWords(facts.noticeDueOn),
      correctBy: facts.correctBy ? dayInWords(facts.correctBy) : '',
      secondReason: second?.reason ?? '',
      secondBy: second ? `${second.by.name}（工号 ${second.by.number}）` : '',
    },
    flags: { limited: (facts.correctBy ?? null) !== null, second: second !== null },
    lists: {
      lines: facts.lines.map(({ nameZh, say, rule }, at) => ({
        no: String(at + 1),
        name: nameZh ?? '其他',
        say,
        rule: rule ?? '实施清单材料目录',
      })),
    },
  };
}

/** Why, on which basis, where else to go, and how to object. @source 行政许可法 art. 32(1)(1)(2), 38; domain.md 5.3 */
export function refusalValues(facts: NoticeFacts['refusal'], { item }: PaperFacts): Partial<Filling> {
  return {
    values: {
      reason: reasonInWords(facts.reason, isLicence(item)),
      say: facts.say,
      rightOrgan: facts.rightOrgan ?? '',
      reconsiderationDays: String(RECONSIDERATION_DAYS),
      suitMonths: String(SUIT_MONTHS),
    },
    flags: { elsewhere: (facts.rightOrgan ?? null) !== null },
  };
}

function reasonInWords(reason: RefusalReason, licence: boolean): string {
  const law = licence ? '《中华人民共和国行政许可法》第三十二条第一款' : '';
  const words: Readonly<Record<RefusalReason, string>> = {
    'not-competent': `申请事项依法不属于本机关职权范围${licence ? `，依据${law}第（二）项` : ''}`,
    'not-required': licence
      ? `申请事项依法不需要取得行政许可，依据${law}第（一）项`
      : '申请事项依法不需要办理',
    'applicant-not-eligible': '申请人不具备该事项实施清单规定的申请条件',
    'forbidden-by-law': '属于法律、法规规定不予受理的情形',
    other: '存在下述不予受理的情形',
  };
  return words[reason];
}
