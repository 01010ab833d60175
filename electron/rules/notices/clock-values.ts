import type { Filling } from './filling.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { isLicence, type PaperFacts } from './paper-facts.ts';
import { dayInWords } from './words-of-days.ts';

/** Kind, reason or basis, start, expected end. @source 行政许可法 art. 45; domain.md 5.3 */
export function specialProcedureValues(
  facts: NoticeFacts['special-procedure'],
  { item }: PaperFacts,
): Partial<Filling> {
  return {
    values: {
      procedureName: facts.nameZh,
      reason: facts.reason,
      basis: facts.basis ?? (isLicence(item) ? '《中华人民共和国行政许可法》第四十五条' : '该事项的实施清单'),
      startsOn: dayInWords(facts.startsOn),
      expectedEndOn: dayInWords(facts.expectedEndOn),
      dueOnBefore: facts.dueOnBefore === null ? '按实施清单办理' : dayInWords(facts.dueOnBefore),
    },
  };
}

/** Reason, new day, approver. @source 行政许可法 art. 42; domain.md 5.3 */
export function extensionValues(facts: NoticeFacts['extension'], { item }: PaperFacts): Partial<Filling> {
  return {
    values: {
      reason: facts.reason,
      basis: facts.basis ?? (isLicence(item) ? '《中华人民共和国行政许可法》第四十二条' : '该事项的实施清单'),
      workingDays: String(facts.workingDays),
      dueOnBefore: dayInWords(facts.dueOnBefore),
      dueOnAfter: dayInWords(facts.dueOnAfter),
      approver: `${facts.approver.name}（工号 ${facts.approver.number}）`,
    },
  };
}

/** What was not followed, and until when it could have been. @source domain.md 5.4, 13.2 lapse */
export function lapseValues(facts: NoticeFacts['lapse']): Partial<Filling> {
  const { promise } = facts;
  return {
    values: {
      correctionNumber: facts.correctionNumber,
      toldOn: dayInWords(facts.toldOn),
      correctBy: dayInWords(facts.correctBy),
      lapsedOn: dayInWords(facts.lapsedOn),
      promisedPaper: promise?.paperZh ?? '',
      papersReturned: promise?.papersReturned?.join('、') || '无',
    },
    flags: { promise: promise !== undefined, returned: (promise?.papersReturned ?? null) !== null },
  };
}
