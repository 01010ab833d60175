import type { RefusalReason } from '#contract/shapes/case.ts';
import type { NoticeContent } from '#contract/shapes/notice.ts';
import { askAt, caseRows, isLicence, type PaperFacts, paperHead, sealed } from './paper-facts.ts';
import { dayInWords } from './words-of-days.ts';

/** @source 行政复议法 art. 20 (recalled, domain.md 11) */
const RECONSIDERATION_DAYS = 60;
/** @source 行政诉讼法 art. 46 (recalled, domain.md 11) */
const SUIT_MONTHS = 6;

/**
 * The words of a refusal decision (不予受理决定书): the reason with its legal wording, what the clerk adds (the
 * right organ, if any), the ways to object with their limits, seal and date.
 *
 * @source 行政许可法 art. 32(1)(1),(2) and last paragraph, art. 38; domain.md 5.3
 */
export function refusalDecision(
  facts: PaperFacts & { readonly reason: RefusalReason; readonly say: string },
): NoticeContent {
  return {
    ...paperHead('refusal', '不予受理决定书', facts),
    rows: [...caseRows(facts), { label: '收件日期', value: dayInWords(facts.receivedOn) }],
    paragraphs: [
      `${facts.applicant.name}：`,
      `你于${dayInWords(facts.receivedOn)}提出的“${facts.item.nameZh}”申请，经审查，${reasonInWords(facts.reason, isLicence(facts.item))}，决定不予受理。`,
      `具体说明：${facts.say}`,
      `如不服本决定，可以自收到本决定书之日起 ${RECONSIDERATION_DAYS} 日内依法申请行政复议，或者在 ${SUIT_MONTHS} 个月内依法向人民法院提起行政诉讼。`,
    ],
    table: null,
    foot: [askAt(facts), '一式两份，双方各一份。'],
    ...sealed(facts),
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
