import type { Filling } from './filling.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { isLicence, type PaperFacts } from './paper-facts.ts';
import { dayInWords } from './words-of-days.ts';

/** No licence is needed: told at once. @source 行政许可法 art. 32(1)(1) */
export function notNeededValues(facts: NoticeFacts['not-needed'], { item }: PaperFacts): Partial<Filling> {
  const law = isLicence(item) ? '《中华人民共和国行政许可法》第三十二条第一款第（一）项' : '该事项的实施清单';
  return { values: { say: facts.say, basis: facts.basis ?? law } };
}

/** Not for this organ: told at once, with the right one. @source 行政许可法 art. 32(1)(2) */
export function wrongOrganValues(facts: NoticeFacts['wrong-organ']): Partial<Filling> {
  return {
    values: {
      rightOrgan: facts.rightOrgan,
      whereTo: facts.whereTo ?? '',
      say: facts.say,
    },
    flags: { whereKnown: facts.whereTo !== null },
  };
}

/** What failed, when, for whom, and by when the hall answers. @source domain.md 5.3, 6 */
export function complaintValues(facts: NoticeFacts['complaint']): Partial<Filling> {
  return {
    values: {
      kindName: facts.about === 'complaint' ? '投诉' : '办不成事',
      what: facts.what,
      itemName: facts.itemNameZh ?? '未指明',
      receiptNumber: facts.receiptNumber ?? '无',
      happenedOn: dayInWords(facts.happenedOn),
      contact: `${facts.contact.name}　${facts.contact.phone}`,
      promisedReplyOn: dayInWords(facts.promisedReplyOn),
    },
  };
}
