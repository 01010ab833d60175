import type { ItemHit } from '#contract/shapes/item.ts';
import type { Reader } from '#native/sqlite/database.ts';
import {
  type FoundItem,
  foundByCode,
  foundByCodeStart,
  foundByNameStart,
  foundByWords,
} from '../store/items.ts';
import { codeKey, LONGEST_INITIALS, LONGEST_PINYIN, nameKey } from './find-words.ts';

type Matched = ItemHit['matched'];

/** One way of looking: how a hit of it was recognised, and the look itself. */
interface Look {
  readonly matched: Matched;
  readonly find: (limit: number) => readonly FoundItem[];
}

/**
 * Items for what a clerk typed, best first, each once: the one with this very code, else names that begin like it,
 * names that hold it, initials, pinyin, codes that begin like it, and last names that hold all its signs anywhere.
 * Hanzi and letters may be mixed and set apart by spaces: every part must fit.
 */
export function findItems(db: Reader, text: string, limit: number): readonly ItemHit[] {
  const [exact] = foundByCode(db, codeKey(text));
  if (exact) return [{ kind: 'item', ...exact.item, matched: 'code' }];

  const hits = new Map<number, ItemHit>();
  for (const { matched, find } of looksFor(db, text)) {
    if (hits.size >= limit) break;
    for (const { place, item } of find(limit)) {
      if (!hits.has(place) && hits.size < limit) hits.set(place, { kind: 'item', ...item, matched });
    }
  }
  return [...hits.values()];
}

function looksFor(db: Reader, text: string): readonly Look[] {
  const name = nameKey(text);
  const code = codeKey(text);
  if (name === '') return [];
  const parts = partsOf(text);
  const byWords = (matched: Matched, words: string | null): readonly Look[] =>
    words === null ? [] : [{ matched, find: (limit) => foundByWords(db, words, limit) }];
  return [
    { matched: 'name', find: (limit) => foundByNameStart(db, name, limit) },
    ...byWords(
      'name',
      everyPart(parts, (letters) => signsInARow(letters)),
    ),
    ...byWords('initials', lettersTogether(parts, 'initials', LONGEST_INITIALS)),
    ...byWords(
      'initials',
      everyPart(parts, (letters) => begins('initials', letters, LONGEST_INITIALS)),
    ),
    ...byWords('pinyin', lettersTogether(parts, 'pinyin', LONGEST_PINYIN)),
    ...byWords(
      'pinyin',
      everyPart(parts, (letters) => begins('pinyin', letters, LONGEST_PINYIN)),
    ),
    ...(/[0-9]/.test(code)
      ? [{ matched: 'code', find: (limit: number) => foundByCodeStart(db, code, limit) } as const]
      : []),
    ...byWords('name', signsAnywhere(parts)),
  ];
}

interface Part {
  readonly letters: boolean;
  readonly text: string;
}

/** Runs of letters and digits, and runs of other signs, which are hanzi nearly always. */
function partsOf(text: string): readonly Part[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const parts = [];
  for (const [run] of plain.matchAll(/[a-z0-9]+|[^\P{L}a-z]+|[^\P{N}0-9]+/gu)) {
    parts.push({ letters: /^[a-z0-9]/.test(run), text: run });
  }
  return parts;
}

/** An expression that holds for every part; `forLetters` says what a run of letters asks for. */
function everyPart(parts: readonly Part[], forLetters: (letters: string) => string): string | null {
  if (parts.length === 0) return null;
  return parts.map((part) => (part.letters ? forLetters(part.text) : signsInARow(part.text))).join(' AND ');
}

/** `ge ti hu` is one word typed with spaces. */
function lettersTogether(parts: readonly Part[], column: string, longest: number): string | null {
  if (parts.length < 2 || parts.some((part) => !part.letters)) return null;
  return begins(column, parts.map((part) => part.text).join(''), longest);
}

function begins(column: string, letters: string, longest: number): string {
  return `${column} : "${letters.slice(0, longest)}" *`;
}

/** The signs one after the other, as they stand in a name. */
function signsInARow(text: string): string {
  const signs = Array.from(text);
  if (signs.length === 1) return `signs : "${text}"`;
  return `pairs : "${signs
    .slice(1)
    .map((sign, before) => `${signs[before]}${sign}`)
    .join(' ')}"`;
}

/** All signs of a search in hanzi, wherever they stand: 食品许可 finds 食品经营许可. */
function signsAnywhere(parts: readonly Part[]): string | null {
  if (parts.length === 0 || parts.some((part) => part.letters)) return null;
  const signs = new Set(parts.flatMap((part) => Array.from(part.text)));
  return signs.size < 2 ? null : [...signs].map((sign) => `signs : "${sign}"`).join(' AND ');
}
