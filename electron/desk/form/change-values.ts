import type { Meaning } from '#contract/shapes/form.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { normalisedText } from '#rules/form/field-text.ts';
import { isStale } from '#rules/form/value-choice.ts';
import type { WriteBench } from '../answering.ts';
import { addReplaced, dropStep, lastStep, replacedIn } from '../store/form-undo.ts';
import { dropWord, type FormWord, keepWord, wordOf } from '../store/form-values.ts';
import { partiesOf } from '../store/parties.ts';
import { earlierOf } from './earlier-of.ts';
import type { WholeForm } from './gather-form.ts';
import { partyWords } from './party-words.ts';

/**
 * Keeps what a clerk typed. What was taken from an earlier case goes with it: it was an offer, and the clerk said
 * otherwise. Typing on in one field is one answer.
 */
export function saveValues(
  bench: WriteBench,
  whole: WholeForm,
  typed: readonly { readonly meaning: Meaning; readonly value: string }[],
): 'no-such-field' | 'field-read-only' | null {
  for (const { meaning, value } of typed) {
    const field = whole.fields.find((one) => one.meaning === meaning);
    if (!field) return 'no-such-field';
    if (whole.facts.get(meaning)?.readOnly) return 'field-read-only';
    const text = normalisedText(field.kind, value);
    const before = wordOf(bench.db, whole.visitId, { meaning, source: 'by-hand' });
    const offered = wordOf(bench.db, whole.visitId, { meaning, source: 'earlier-case' });
    if ((before?.value ?? '') === text && !offered) continue;
    const step = stepOfAnswer(bench, whole, meaning);
    if (offered) replace(bench, whole, step, { meaning, source: 'earlier-case' }, null);
    const word = text === '' ? null : byHand(bench, meaning, text);
    replace(bench, whole, step, { meaning, source: 'by-hand' }, word);
  }
  return null;
}

/** Takes back what the last answer replaced, or the last act that filled several fields. */
export function undoLast({ db }: WriteBench, { visitId }: WholeForm): 'nothing-to-undo' | null {
  const step = lastStep(db, visitId);
  if (step === 0) return 'nothing-to-undo';
  for (const { meaning, source, before } of replacedIn(db, visitId, step)) {
    if (before) keepWord(db, visitId, before);
    else dropWord(db, visitId, { meaning, source });
  }
  dropStep(db, visitId, step);
  return null;
}

/** A party of the visit is a person of the form: its card and what was typed beside it fill that person's fields. */
export function takePerson(
  bench: WriteBench,
  whole: WholeForm,
  person: string,
  role: PartyRole,
): 'no-such-person' | null {
  const { parts, today } = bench;
  const party = partiesOf(bench.db, whole.visitId)[role];
  const words = partyWords(party, { today, site: parts.site.site }, parts.site.timeZone, person);
  const filled = whole.fields.flatMap((field) => {
    const word = words.get(field.meaning);
    const value = word && normalisedText(field.kind, word.value);
    return word && value && !whole.facts.get(field.meaning)?.readOnly ? [{ ...word, value }] : [];
  });
  return fillAll(bench, whole, filled) ? null : 'no-such-person';
}

/** Fills empty fields with what the same person gave before. */
export function takeEarlier(
  bench: WriteBench,
  whole: WholeForm,
  meanings: readonly Meaning[],
): 'no-earlier-value' | null {
  const earlier = earlierOf(bench, whole);
  const filled = meanings.flatMap((meaning) => {
    const word = earlier.get(meaning);
    return word && whole.fields.some((field) => field.meaning === meaning) ? [word] : [];
  });
  return fillAll(bench, whole, filled) ? null : 'no-earlier-value';
}

/** What somebody said, now or in an earlier case, and what is older than it may be: asked again, it is of today. */
export function sayStillSo(
  bench: WriteBench,
  whole: WholeForm,
  meanings: readonly Meaning[],
): 'nothing-stale' | null {
  const { db, today } = bench;
  const step = lastStep(db, whole.visitId) + 1;
  const stale = whole.fields.flatMap(({ meaning, freshForDays }) => {
    const fact = whole.facts.get(meaning);
    const [word] = fact?.words ?? [];
    const isOld = word && SAID.has(word.source) && isStale(word, today, freshForDays);
    return isOld && fact?.readOnly === null && meanings.includes(meaning) ? [word] : [];
  });
  for (const { meaning, source, value } of stale) {
    if (source === 'earlier-case') replace(bench, whole, step, { meaning, source }, null);
    replace(bench, whole, step, { meaning, source: 'by-hand' }, byHand(bench, meaning, value));
  }
  return stale.length > 0 ? null : 'nothing-stale';
}

const SAID: ReadonlySet<FormWord['source']> = new Set(['by-hand', 'earlier-case']);

/** One act, one step back. */
function fillAll(bench: WriteBench, whole: WholeForm, words: readonly FormWord[]): boolean {
  const step = lastStep(bench.db, whole.visitId) + 1;
  for (const word of words) replace(bench, whole, step, word, { ...word, ...madeNow(bench) });
  return words.length > 0;
}

function replace(
  { db }: WriteBench,
  { visitId }: WholeForm,
  step: number,
  { meaning, source }: Pick<FormWord, 'meaning' | 'source'>,
  word: FormWord | null,
): void {
  const replaced = replacedIn(db, visitId, step);
  const isKnown = replaced.some((one) => one.meaning === meaning && one.source === source);
  if (!isKnown) {
    addReplaced(db, visitId, step, { meaning, source, before: wordOf(db, visitId, { meaning, source }) });
  }
  if (word) keepWord(db, visitId, word);
  else dropWord(db, visitId, { meaning, source });
}

/** The step of the answer that is being typed: the newest one while it is about this field alone. */
function stepOfAnswer({ db }: WriteBench, { visitId }: WholeForm, meaning: Meaning): number {
  const last = lastStep(db, visitId);
  const replaced = replacedIn(db, visitId, last);
  const typedOn = replaced.some(({ source }) => source === 'by-hand');
  return typedOn && replaced.every((one) => one.meaning === meaning) ? last : last + 1;
}

function byHand(bench: WriteBench, meaning: Meaning, value: string): FormWord {
  return { meaning, source: 'by-hand', value, asOf: bench.today, origin: null, ...madeNow(bench) };
}

function madeNow({ nowMs, asker }: WriteBench): Pick<FormWord, 'atMs' | 'by'> {
  return { atMs: nowMs, by: asker.staff?.number ?? 'nobody' };
}
