import { readingsOf } from './item-readings.ts';

/** How many spellings of one place in a name are kept; early signs vary first, because people type those. */
const SPELLINGS = 4;
export const LONGEST_INITIALS = 12;
export const LONGEST_PINYIN = 18;

/** What the search index holds for one item. */
export interface FindWords {
  readonly pairs: string;
  readonly signs: string;
  readonly initials: string;
  readonly pinyin: string;
}

/** A name without spaces, punctuation and case, as it is compared. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A code as it is looked up: upper case, no spaces. Item codes are opaque, nothing else is touched. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/**
 * The words under which an item is found: pairs of neighbouring signs, because the index cannot find words of
 * two signs otherwise; single signs; initials and pinyin from every sign on, so that a search may begin in the
 * middle of a name.
 *
 * @source stack.md 1 and 5.4
 */
export function findWords(name: string): FindWords {
  const signs = Array.from(nameKey(name));
  const pairs = signs.slice(1).map((sign, before) => `${signs[before]}${sign}`);
  const readings = readingsOf(name);
  const initials = readings.map((variants) => [...new Set(variants.map((reading) => reading.charAt(0)))]);
  return {
    pairs: pairs.join(' '),
    signs: signs.join(' '),
    initials: fromEverySign(initials, LONGEST_INITIALS),
    pinyin: fromEverySign(readings, LONGEST_PINYIN),
  };
}

function fromEverySign(readings: readonly (readonly string[])[], longest: number): string {
  const words = new Set<string>();
  for (const start of readings.keys()) {
    for (const word of spellingsFrom(readings, start, longest)) words.add(word);
  }
  return [...words].join(' ');
}

function spellingsFrom(
  readings: readonly (readonly string[])[],
  start: number,
  longest: number,
): readonly string[] {
  let spellings = [''];
  for (let at = start; at < readings.length && (spellings[0] ?? '').length < longest; at += 1) {
    const variants = readings[at] ?? [];
    spellings = variants
      .flatMap((reading) => spellings.map((before) => before + reading))
      .slice(0, SPELLINGS);
  }
  return spellings.map((spelling) => spelling.slice(0, longest));
}
