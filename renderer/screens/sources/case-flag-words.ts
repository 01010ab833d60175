import type { CaseFlag } from '#contract/shapes/supervision.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, type Words } from '../../words/words.ts';

/** A supervision flag in a line: of this case, or of another one of the same applicant with its item and number. */
export function caseFlagWords(flag: CaseFlag, caseId: string, words: Words): string {
  const { supervision } = words;
  const said = flag.say === null ? '' : supervision.said(flag.say);
  const when = flagWhen(flag, words);
  const what = supervision.kinds[flag.kind];
  if (flag.caseId === caseId) return `${supervision.own(what, when)}${said}`;
  const item = inLanguage(words, flag.itemNameZh, flag.itemNameEn);
  return `${supervision.other(what, item, shortReceiptNumber(flag.receiptNumber), when)}${said}`;
}

/** By when it is to be taken down, or since when it stands. */
export function flagWhen({ dueOn, overdue, since }: CaseFlag, words: Words): string {
  const { supervision } = words;
  if (dueOn === null) return supervision.since(dayWords(since, words));
  return overdue ? supervision.late(dayWords(dueOn, words)) : supervision.by(dayWords(dueOn, words));
}
