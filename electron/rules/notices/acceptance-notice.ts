import type { Day } from '#contract/shapes/day.ts';
import type { NoticeContent } from '#contract/shapes/notice.ts';
import { askAt, caseRows, isLicence, type PaperFacts, paperHead, sealed } from './paper-facts.ts';
import { dayInWords, limitInWords } from './words-of-days.ts';

interface AcceptanceFacts extends PaperFacts {
  readonly acceptedOn: Day;
  readonly legalDueOn: Day | null;
  readonly promisedDueOn: Day | null;
  readonly duesProvisional: boolean;
}

/**
 * The words of an acceptance notice (受理通知书), or of a tolerant one (容缺受理通知书) when papers were put off:
 * item and code, applicant, day of acceptance, limits and due days, what stops the clock, fee, delivery, where to
 * ask, seal and date.
 *
 * @source 行政许可法 art. 32(1)(5) and last paragraph, art. 42, 45; domain.md 5.3, 5.4
 */
export function acceptanceNotice(facts: AcceptanceFacts): NoticeContent {
  const later = facts.materials.filter(({ route }) => route === 'later');
  return {
    ...paperHead('acceptance', later.length > 0 ? '容缺受理通知书' : '受理通知书', facts),
    rows: [
      ...caseRows(facts),
      { label: '受理日期', value: dayInWords(facts.acceptedOn) },
      { label: '法定期限', value: limitInWords(facts.item.legalLimit, facts.legalDueOn) },
      { label: '承诺期限', value: limitInWords(facts.item.promiseLimit, facts.promisedDueOn) },
      { label: '不计时间', value: proceduresInWords(facts.procedures) },
      { label: '收费', value: facts.item.fee ?? '不收费' },
      { label: '领取方式', value: facts.item.delivery.map(deliveryInWords).join('、') || '窗口领取' },
    ],
    paragraphs: [
      `${facts.applicant.name}：`,
      `你于${dayInWords(facts.receivedOn)}提出的“${facts.item.nameZh}”申请，${basis(facts, later.length)}，决定自${dayInWords(facts.acceptedOn)}起予以受理。`,
      '期限自受理次日起算，以工作日计的不含法定节假日。',
      ...(facts.duesProvisional ? ['所列日期含放假安排尚未公布的年份，公布后如有变动另行告知。'] : []),
      ...(later.length > 0
        ? ['下列材料应在所列日期前补交。补齐前不发放办理结果；逾期未补的，按承诺书处理。']
        : []),
    ],
    table:
      later.length > 0
        ? {
            head: ['待补材料', '补交期限'],
            rows: later.map(({ nameZh, dueOn }) => [nameZh, dueOn === null ? '' : dayInWords(dueOn)]),
          }
        : null,
    foot: [askAt(facts), `对办理过程不满意的，可以向${facts.hall}投诉。`, '一式两份，双方各一份。'],
    ...sealed(facts),
  };
}

function basis({ item }: AcceptanceFacts, later: number): string {
  const complete = later > 0 ? '主要材料齐全，次要材料容缺补交' : '材料齐全，符合法定形式';
  const law = isLicence(item)
    ? '依据《中华人民共和国行政许可法》第三十二条第一款第（五）项'
    : '依据该事项的实施清单';
  return `${complete}。${law}`;
}

function proceduresInWords(procedures: readonly string[]): string {
  return procedures.length === 0 ? '无' : `${procedures.join('、')}的时间不计入期限，所需时间另行书面告知。`;
}

function deliveryInWords(way: string): string {
  return way === 'counter' ? '窗口领取' : way === 'express' ? '邮寄' : way;
}
