import type { FieldValue, SourcedValue } from '#contract/shapes/form-value.ts';
import { dayWords } from '../../words/dates.ts';
import { useWords, type Words } from '../../words/words.ts';

/** Where a value is from and of which day it is. */
export function SourceMark({ held }: { readonly held: FieldValue }) {
  const words = useWords();
  const { value, picked } = held;
  if (!value) return null;
  const look = value.source === 'by-hand' ? 'src' : value.stale ? 'src tag a' : 'src tag p';
  return (
    <span className={look} title={picked ? words.form.picked(picked.reason) : sourceWords(words, value)}>
      {words.form.from(words.form.sources[value.source], dayWords(value.asOf, words))}
    </span>
  );
}

/** The source of a value in full, with what names it. */
export function sourceWords(words: Words, { source, asOf, origin }: SourcedValue): string {
  const [name, day] = [words.form.sources[source], dayWords(asOf, words)];
  return origin === null ? words.form.from(name, day) : words.form.fromNamed(name, day, origin);
}
