import { maskedNumber } from '../identity/mask.ts';

const MOST_SIGNS = 60;

/**
 * A text nobody recognised, as a clerk may see it: at most 60 signs, every control, format or broken character a
 * dot, and anything that looks like a citizen number masked.
 *
 * @source SCREENS.md 5.2; safety.md 4
 */
export function shownLiterally(text: string): string {
  const shown = text
    .slice(0, 4 * MOST_SIGNS)
    .replaceAll(/\p{Nd}{17}[\p{Nd}XxＸ]|\p{Nd}{15}/gu, (number) => maskedNumber(number))
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '.');
  return Array.from(shown).slice(0, MOST_SIGNS).join('');
}
