import type { QueryLine } from '#contract/shapes/query-log.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { clockWords, type Clockwork, dateWords } from '../../words/dates.ts';
import { inLanguage, type Words } from '../../words/words.ts';

/** Tones of a tag: good, looked for in vain, nobody answered. */
const TAGS = {
  found: 'p',
  'same-person': 'p',
  'not-found': 'q',
  'code-expired': 'q',
  'code-used': 'q',
  'code-unknown': 'q',
  'holder-needed': 'q',
  'other-holder': 'z',
  'not-valid': 'z',
  'other-person': 'z',
  away: 'a',
} as const satisfies Record<QueryLine['answer'], string>;

/** A query in two lines: when, which source and what came of it; about whom, for which case, on which ground, by whom. */
export function queryCells(clock: Clockwork, line: QueryLine) {
  const { words } = clock;
  const { queries: said, sheet } = words;
  const { kind, fields, receiptNumber, caseId, askedBy } = line;
  return (
    <>
      <span className="n nw note when">
        {dateWords(line.askedAtMs, clock)} {clockWords(line.askedAtMs, clock)}
      </span>
      <span className="el">
        <b>{kind === 'network-identity' ? said.network : line.source}</b>{' '}
        <span className="note">
          {[behindWords(words, line), fields.length > 0 ? said.gives(fields.join(sheet.intake.listMark)) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="came">
        {line.saidWrong && <span className="tag z">{said.outcomes.wrong}</span>}
        <span className={`tag ${TAGS[line.answer]}`}>{answerWords(words, line)}</span>
      </span>
      <span className="n nw note">
        {receiptNumber !== null
          ? shortReceiptNumber(receiptNumber)
          : caseId === null
            ? said.noCase
            : sheet.result.cases.noNumber}
      </span>
      <span className="el note for-what">{forWhatWords(words, line)}</span>
      <span className="note nw by">
        {[
          groundWords(words, line),
          line.trouble === null ? (line.answeredBy ?? '') : '',
          askedBy === 'desk' ? said.byItself : askedBy,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

/** The system that was asked and whose it is. */
function behindWords({ queries: said }: Words, { kind, system, organ }: QueryLine): string {
  if (kind === 'licence') return said.licence;
  if (kind === 'network-identity') return said.networkPlatform;
  return system === null || organ === null ? said.unlisted : said.behind(organ, system);
}

function answerWords({ queries: said, sources }: Words, { kind, answer, trouble }: QueryLine): string {
  if (kind === 'recheck' && trouble === 'not-connected') return said.notAsked;
  return { ...sources.outcome, ...said.answers }[answer];
}

function forWhatWords(words: Words, { kind, about, ...line }: QueryLine): string {
  const { queries: said } = words;
  const nobody = kind === 'network-identity' ? said.shower : said.nobody;
  const { itemNameZh, itemNameEn, paperNameZh, paperNameEn } = line;
  return [
    about === null ? nobody : said.about(about),
    itemNameZh !== null && itemNameEn !== null ? inLanguage(words, itemNameZh, itemNameEn) : '',
    paperNameZh !== null && paperNameEn !== null
      ? said.instead(inLanguage(words, paperNameZh, paperNameEn))
      : '',
    kind === 'network-identity' || kind === 'recheck' ? said.identity[kind] : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function groundWords({ queries: said, sources }: Words, { kind, basis, onScreen }: QueryLine): string {
  if (kind === 'network-identity') return said.shown;
  return onScreen ? sources.agreedOnScreen : sources.bases[basis];
}
