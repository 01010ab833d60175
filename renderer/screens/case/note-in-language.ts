import type { Words } from '../../words/words.ts';

/** A remark of the catalogue exists in one language only: it is shown where it can be read. */
export function noteInLanguage(words: Words, note: string | null): string {
  if (note === null) return '';
  const isChinese = /\p{Script=Han}/u.test(note);
  return isChinese === (words.language === 'zh-CN') ? note : '';
}
