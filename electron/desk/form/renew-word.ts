import type { FormFieldKind, Meaning } from '#contract/shapes/form.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { isWordBefore, wordBefore } from '#rules/form/value-choice.ts';
import type { WholeForm } from './gather-form.ts';
import { type FormWord, keepWord, wordOf } from '../store/form-values.ts';

/** A source was asked again: its newer word counts as its own, and an older one that differs stays beside it. */
export function renewWord(db: Writer, visitId: VisitId, kind: FormFieldKind, word: FormWord): void {
  const before = wordBefore(wordOf(db, visitId, word), word, kind);
  if (before) keepWord(db, visitId, before);
  keepWord(db, visitId, word);
}

/** How many facts of a form a source says otherwise than it did. */
export function renewedBetween(before: WholeForm, after: WholeForm): number {
  const shelved = (whole: WholeForm, meaning: Meaning) =>
    (whole.facts.get(meaning)?.words ?? []).filter(({ source }) => isWordBefore(source));
  return after.fields.filter(
    ({ meaning }) => JSON.stringify(shelved(before, meaning)) !== JSON.stringify(shelved(after, meaning)),
  ).length;
}
