import type { CallName, Refusal } from '#contract/calls.ts';
import type { Words } from './words.ts';

/** Why an act did not happen; the shape of `Setback` in stores/asking.ts. */
export type Unsaid =
  | { readonly kind: 'refused'; readonly refusal: Refusal<CallName> }
  | { readonly kind: 'fault' | 'gone' | 'no-answer'; readonly number: string | null };

/** The sentence for a refusal, a fault or silence. */
export function setbackWords(words: Words, setback: Unsaid): string {
  if (setback.kind === 'refused') return words.refusals[setback.refusal];
  if (setback.kind === 'fault') return words.frame.trouble.fault(setback.number ?? '');
  return setback.kind === 'gone' ? words.frame.trouble.gone : words.frame.trouble.unknown;
}

/** The sentence for a reason word: why a key is off, or why an outcome is not open. */
export function reasonWords(words: Words, word: string): string {
  const known: Readonly<Record<string, string>> = {
    ...words.refusals,
    ...words.frame.reasons,
    ...words.sheet.deciding.reasons,
  };
  return known[word] ?? words.frame.reasonUnknown;
}
