import { createContext, useContext } from 'react';
import { words as en } from './en.ts';
import { words as zhCn } from './zh-cn.ts';

/** Every sentence a person reads on the screens. Chinese is the measure, English must match it. */
export type Words = typeof zhCn;

const ALL = { 'zh-CN': zhCn, en } as const satisfies Record<string, Words>;
export type Language = keyof typeof ALL;

export function wordsIn(language: Language): Words {
  return ALL[language];
}

export const WordsContext = createContext<Words>(zhCn);

export function useWords(): Words {
  return useContext(WordsContext);
}

/** What a number was taken for, in the clerk's language; null when that was not said. */
export function ticketItem(
  words: Words,
  { itemNameZh, itemNameEn }: { readonly itemNameZh: string | null; readonly itemNameEn: string | null },
): string | null {
  return itemNameZh === null ? null : inLanguage(words, itemNameZh, itemNameEn ?? '');
}

/** Chinese or English of a value that has both, e.g. the name of an item. */
export function inLanguage(words: Words, zh: string, english: string): string {
  return words.language === 'en' && english !== '' ? english : zh;
}
