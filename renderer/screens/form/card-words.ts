import type { CardLine, CardWord } from '#contract/shapes/card-again.ts';
import { ethnicityNameEn, ethnicityNameZh, isKnownEthnicity } from '#rules/identity/ethnicity.ts';
import type { Words } from '../../words/words.ts';
import { sourceWords } from './source-mark.tsx';

/** Whose card it is and which field. */
export function cardLabel({ form, sheet }: Words, { role, field }: Pick<CardLine, 'role' | 'field'>): string {
  return form.card.label(sheet.identity.roles[role], form.card.fields[field]);
}

/** One of the two words as the screen shows it. */
export function cardValue(words: Words, line: CardLine, word: CardWord): string {
  const { shown } = line[word];
  if (line.field === 'validity') {
    const [from = '', to = ''] = shown.split('/');
    return words.form.card.validity(from, to);
  }
  if (line.field !== 'ethnicity' || !isKnownEthnicity(shown)) return shown;
  return words.language === 'en' ? ethnicityNameEn(shown) : ethnicityNameZh(shown);
}

/** Whose word it is and of which day. */
export function cardFrom(words: Words, line: CardLine, word: CardWord): string {
  return words.form.card.word[word](sourceWords(words, line[word]));
}
