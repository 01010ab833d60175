import type { MaterialQuery } from '#contract/shapes/material.ts';
import { clockWords, type Clockwork, dateWords, dayWords } from '../../words/dates.ts';

/** What a source said about a paper, as lines for a clerk. */
export interface SaidBySource {
  readonly tone: 'good' | 'bad' | 'away';
  readonly verdict: string;
  /** What it found, shortest first. */
  readonly facts: readonly string[];
  /** Who answered and who asked, when and on what basis. */
  readonly record: string;
  /** What a clerk reported to be wrong with it. */
  readonly wrong: string | null;
}

export function saidBySource(query: MaterialQuery, clockwork: Clockwork): SaidBySource {
  const tone = query.answer === 'away' ? 'away' : isGood(query) ? 'good' : 'bad';
  return {
    tone,
    verdict: verdictOf(query, clockwork),
    facts: query.answer === 'found' ? factsOf(query, clockwork) : [],
    record: recordOf(query, clockwork),
    wrong: query.saidWrong === null ? null : clockwork.words.sources.saidWrong(query.saidWrong),
  };
}

function isGood({ answer, saidWrong }: MaterialQuery): boolean {
  return answer === 'found' && saidWrong === null;
}

function verdictOf(query: MaterialQuery, { words }: Clockwork): string {
  const { sources } = words;
  switch (query.answer) {
    case 'found':
      return foundIn(query, words);
    case 'away': {
      const { trouble } = query;
      if (trouble === null) return sources.answers.away;
      const said = sources.troubles[trouble];
      return trouble === 'not-connected' ? said : joined([said, sources.goOn], words);
    }
    case 'other-holder':
      return joined(
        [sources.answers['other-holder'], query.holder ? sources.otherHolder(query.holder) : ''],
        words,
      );
    case 'not-valid':
      return joined([sources.answers['not-valid'], whyNotValid(query, words)], words);
    case 'not-found':
      break;
  }
  return sources.answers['not-found'];
}

function foundIn({ kind, holder, fields }: MaterialQuery, words: Clockwork['words']): string {
  const { found } = words.sources;
  const [first, ...rest] = fields.map(({ nameZh, value }) => found.field(nameZh, value));
  if (kind === 'licence') return found.licence(holder ?? '', first ?? '');
  return found.data([first, ...rest].filter((one) => one !== undefined).join(words.sheet.intake.listMark));
}

function whyNotValid({ status, validTo }: MaterialQuery, words: Clockwork['words']): string {
  const { sources } = words;
  if (status !== null && status !== '01') return sources.statuses[status] ?? sources.status(status);
  return validTo === null ? '' : sources.expired(dayWords(validTo, words, 0));
}

function factsOf(query: MaterialQuery, { words }: Clockwork): string[] {
  const { found } = words.sources;
  if (query.kind === 'shared-data') {
    return query.asOf === null ? [] : [found.asOf(dayWords(query.asOf, words))];
  }
  return [
    query.validTo === null ? found.forEver : found.validTo(dayWords(query.validTo, words, 0)),
    query.issuer === null ? '' : found.issuer(query.issuer),
    ...query.fields.slice(1).map(({ nameZh, value }) => found.field(nameZh, value)),
    query.checkHolds === false ? found.checkFails : '',
  ].filter((one) => one !== '');
}

function recordOf(query: MaterialQuery, clockwork: Clockwork): string {
  const { sources } = clockwork.words;
  const time = `${dateWords(query.askedAtMs, clockwork)} ${clockWords(query.askedAtMs, clockwork)}`;
  const level = query.level === null ? '' : (sources.levels[query.level] ?? query.level);
  return joined(
    [
      query.answeredBy === null ? '' : sources.by(query.answeredBy, level, time),
      sources.asked(query.askedBy, query.answeredBy === null ? time : ''),
      query.consentId === null ? sources.bases[query.basis] : sources.agreedOnScreen,
    ],
    clockwork.words,
    ' · ',
  );
}

function joined(parts: readonly string[], words: Clockwork['words'], mark?: string): string {
  return parts.filter((part) => part !== '').join(mark ?? words.sources.stop);
}
