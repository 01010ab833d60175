import { materialList } from './common-values.ts';
import { type Filling, merged, numbered } from './filling.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { PaperFacts } from './paper-facts.ts';
import { dayInWords, limitInWords } from './words-of-days.ts';

/**
 * Day of acceptance, both limits with their days, what stops the clock, fee, delivery.
 *
 * @source 行政许可法 art. 32(1)(4)(5) and last paragraph, art. 42, 45; domain.md 5.3
 */
export function acceptanceValues(facts: NoticeFacts['acceptance'], paper: PaperFacts): Partial<Filling> {
  const { item } = paper;
  return {
    values: {
      acceptedOn: dayInWords(facts.acceptedOn),
      legalLimit: limitInWords(item.legalLimit, facts.legalDueOn),
      promisedLimit: limitInWords(item.promiseLimit, facts.promisedDueOn),
      procedures:
        paper.procedures.length === 0
          ? '无'
          : `${paper.procedures.join('、')}的时间不计入期限，所需时间另行书面告知。`,
      fee: item.fee ?? '不收费',
      delivery: item.delivery.map(deliveryInWords).join('、') || '窗口领取',
    },
    flags: { provisional: facts.duesProvisional, deemed: facts.deemed ?? false },
  };
}

/**
 * The papers put off, each with its day.
 *
 * @source domain.md 5.4: only secondary papers, a day for each, two copies
 */
export function toleranceValues(facts: NoticeFacts['tolerance'], paper: PaperFacts): Partial<Filling> {
  const later = paper.materials
    .filter(({ route }) => route === 'later')
    .map((material) => ({ ...material, day: material.dueOn === null ? '' : dayInWords(material.dueOn) }));
  return merged(acceptanceValues(facts, paper), {
    values: { laterNames: later.map(({ nameZh }) => nameZh).join('、') },
    lists: { later: later.map(({ nameZh, day }, at) => ({ no: String(at + 1), name: nameZh, day })) },
  });
}

/** @source domain.md 5.3, 5.4: conditions, duty, penalty; 国办发〔2020〕42号 (recalled) */
export function commitmentValues(facts: NoticeFacts['commitment'], paper: PaperFacts): Partial<Filling> {
  return merged(acceptanceValues(facts, paper), {
    values: {
      conditions: numbered(facts.conditions, '按实施清单的受理条件'),
      duties: numbered(facts.duties, '按承诺的内容办理，接受核查'),
      penalties: numbered(facts.penalties, '撤销办理结果，依法处理，并记入信用记录'),
      commitmentBasis: facts.basis ?? '该事项的实施清单',
      replaces: facts.replaces.join('、') || '无',
    },
    lists: { materials: materialList(paper.materials) },
  });
}

function deliveryInWords(way: string): string {
  return way === 'counter' ? '窗口领取' : way === 'express' ? '邮寄' : way;
}
