import type { HelpedCase } from '#contract/shapes/help.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';

/** The cases of a list, each under its own number. */
export function HelpedCases({ cases }: { readonly cases: readonly HelpedCase[] }) {
  const words = useWords();
  return (
    <ul>
      {cases.map(({ caseId, receiptNumber, itemNameZh, itemNameEn, applicantName, state, day }) => (
        <li key={caseId}>
          <b className="n">{shortReceiptNumber(receiptNumber)}</b>
          <span className="el">
            {applicantName} · {inLanguage(words, itemNameZh, itemNameEn)}
          </span>
          <span className="note">
            {[words.sheet.deciding.states[state], day === null ? '' : dayWords(day, words)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
