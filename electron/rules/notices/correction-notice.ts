import type { Day } from '#contract/shapes/day.ts';
import type { NoticeContent } from '#contract/shapes/notice.ts';
import { askAt, caseRows, isLicence, type PaperFacts, paperHead, sealed } from './paper-facts.ts';
import { dayInWords } from './words-of-days.ts';

/** One thing to correct, as it is printed. */
export interface CorrectionLine {
  /** The paper, or null for a form or a signature. */
  readonly nameZh: string | null;
  readonly say: string;
  /** Why the paper is asked for: its note in the implementation list. */
  readonly rule: string | null;
}

/**
 * The words of the one-time correction notice (一次性告知书): everything to correct at once, the rule for each,
 * where to bring it, date, signature and seal.
 *
 * @source 行政许可法 art. 32(1)(4); domain.md 5.3, 13.3 invariant 3
 */
export function correctionNotice(
  facts: PaperFacts & { readonly lines: readonly CorrectionLine[]; readonly noticeDueOn: Day },
): NoticeContent {
  const law = isLicence(facts.item)
    ? '依据《中华人民共和国行政许可法》第三十二条第一款第（四）项'
    : '依据该事项的实施清单';
  return {
    ...paperHead('correction', '一次性告知书', facts),
    rows: [
      ...caseRows(facts),
      { label: '收件日期', value: dayInWords(facts.receivedOn) },
      { label: '告知期限', value: `${dayInWords(facts.noticeDueOn)}前，本次已按期告知` },
    ],
    paragraphs: [
      `${facts.applicant.name}：`,
      `你于${dayInWords(facts.receivedOn)}提出的“${facts.item.nameZh}”申请，材料不齐全或者不符合法定形式。${law}，现将需要补正的全部内容一次告知如下。`,
      `请把补正材料交到${facts.hall}。材料补齐之日受理，此前已交的材料不用重交。`,
    ],
    table: {
      head: ['序号', '材料', '需要补正的内容', '依据'],
      rows: facts.lines.map(({ nameZh, say, rule }, at) => [
        String(at + 1),
        nameZh ?? '其他',
        say,
        rule ?? '实施清单材料目录',
      ]),
    },
    foot: [askAt(facts), '一式两份，双方各一份。'],
    ...sealed(facts),
  };
}
