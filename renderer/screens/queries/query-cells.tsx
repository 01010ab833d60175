import type { QueryLine } from '#contract/shapes/query-log.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { clockWords, type Clockwork, dateWords } from '../../words/dates.ts';
import { inLanguage } from '../../words/words.ts';

/** Tones of a tag: good, looked for in vain, nobody answered. */
const TAGS = { found: 'p', 'not-found': 'q', 'other-holder': 'z', 'not-valid': 'z', away: 'a' } as const;

/** A query in two lines: when, which source and what came of it; about whom, for which case, on which ground, by whom. */
export function queryCells(clock: Clockwork, line: QueryLine) {
  const { words } = clock;
  const { queries: said, sources, sheet } = words;
  const { kind, system, organ, fields, answer, trouble, about, receiptNumber } = line;
  const behind =
    kind === 'licence'
      ? said.licence
      : system === null || organ === null
        ? said.unlisted
        : said.behind(organ, system);
  const ground = line.onScreen ? sources.agreedOnScreen : sources.bases[line.basis];
  return (
    <>
      <span className="n nw note when">
        {dateWords(line.askedAtMs, clock)} {clockWords(line.askedAtMs, clock)}
      </span>
      <span className="el">
        <b>{line.source}</b>{' '}
        <span className="note">
          {[behind, fields.length > 0 ? said.gives(fields.join(sheet.intake.listMark)) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="came">
        {line.saidWrong && <span className="tag z">{said.outcomes.wrong}</span>}
        <span className={`tag ${TAGS[answer]}`}>{sources.outcome[answer]}</span>
      </span>
      <span className="n nw note">
        {receiptNumber === null ? sheet.result.cases.noNumber : shortReceiptNumber(receiptNumber)}
      </span>
      <span className="el note for-what">
        {[
          about === null ? said.nobody : said.about(about),
          inLanguage(words, line.itemNameZh, line.itemNameEn),
          said.instead(inLanguage(words, line.paperNameZh, line.paperNameEn)),
        ].join(' · ')}
      </span>
      <span className="note nw by">
        {[ground, trouble === null ? (line.answeredBy ?? '') : '', line.askedBy].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
