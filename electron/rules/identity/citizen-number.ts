import type { Day } from '#contract/shapes/day.ts';
import { dayFromDigits } from '../calendar/days.ts';

/** Why a citizen number is refused, in the order it is checked. */
export type CitizenNumberProblem =
  | 'wrong-length'
  | 'wrong-characters'
  | 'unknown-region'
  | 'impossible-birth-date'
  | 'wrong-check-digit';

export type CitizenNumberReading =
  | { readonly ok: true; readonly number: string; readonly birth: Day; readonly sexCode: '1' | '2' }
  | { readonly ok: false; readonly problem: CitizenNumberProblem };

/** Provinces by GB/T 2260; 81–83 are the residence permits of Hong Kong, Macao and Taiwan residents. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Reads a citizen number (公民身份号码) as typed: full-width digits and a small x are understood.
 * Only the province of the region is held to a list, because numbers keep the county of the day they were
 * issued. The province of the hall itself (`hallRegion`, the first digits of its site code) is always known, so
 * the made-up people of a practice hall pass there and nowhere else. The birth date must exist and must not lie
 * after `today`; how old somebody is is not its business.
 *
 * @source GB 11643; devices.md 2.1
 */
export function readCitizenNumber(text: string, today: Day, hallRegion = ''): CitizenNumberReading {
  const number = normalisedNumber(text);
  if (number.length !== 18) return { ok: false, problem: 'wrong-length' };
  if (!/^[0-9]{17}[0-9X]$/.test(number)) return { ok: false, problem: 'wrong-characters' };
  if (!isKnownRegion(number, hallRegion)) return { ok: false, problem: 'unknown-region' };
  const birth = dayFromDigits(number.slice(6, 14));
  if (!birth || birth > today || birth < '1800-01-01') return { ok: false, problem: 'impossible-birth-date' };
  if (citizenCheckCharacter(number) !== number[17]) return { ok: false, problem: 'wrong-check-digit' };
  return { ok: true, number, birth, sexCode: sexInDigits(number) };
}

/** The sex a number says (GB/T 2261.1), of a number that was proved already; null: it is not of that form. */
export function sexInNumber(text: string): '1' | '2' | null {
  const number = normalisedNumber(text);
  return /^[0-9]{17}[0-9X]$/.test(number) ? sexInDigits(number) : null;
}

function sexInDigits(number: string): '1' | '2' {
  return Number(number[16]) % 2 === 1 ? '1' : '2';
}

/** Whether a province of GB/T 2260, or `9` and a province for foreigners, or the hall's own stands in front. */
function isKnownRegion(number: string, hallRegion: string): boolean {
  const front = number.slice(0, 2);
  if (provinces.has(front) || isForeignerRegion(number)) return true;
  return hallRegion.length >= 2 && front === hallRegion.slice(0, 2);
}

/** `9` and a province: the permanent residence card of a foreigner, not a citizen's. */
export function isForeignerRegion(number: string): boolean {
  return number.startsWith('9') && provinces.has(number.slice(1, 3));
}

export function isProvince(twoDigits: string): boolean {
  return provinces.has(twoDigits);
}

/** NFKC, no spaces, letters upper case: the form in which a number is stored and compared. */
export function normalisedNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();
}

/**
 * The check character over the first 17 digits.
 *
 * @source GB 11643, ISO 7064 MOD 11-2
 */
export function citizenCheckCharacter(first17: string): string {
  let sum = 0;
  for (const [place, weight] of weights.entries()) sum += weight * Number(first17[place]);
  return '10X98765432'.charAt(sum % 11);
}

export type Upgrade =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly problem: 'wrong-length' | 'wrong-characters' | 'centenarian-sequence' };

/**
 * The 18-character form of a 15-digit number. Cards with 15 digits are not valid since 2013: this is for finding
 * old records, never for filling a form. Sequences 996 to 999 were kept for people born before 1900 and are not
 * upgraded by rule.
 *
 * @source devices.md 2.1
 */
export function upgraded15DigitNumber(text: string): Upgrade {
  const number = normalisedNumber(text);
  if (number.length !== 15) return { ok: false, problem: 'wrong-length' };
  if (!/^[0-9]{15}$/.test(number)) return { ok: false, problem: 'wrong-characters' };
  if (Number(number.slice(12)) >= 996) return { ok: false, problem: 'centenarian-sequence' };
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return { ok: true, number: first17 + citizenCheckCharacter(first17) };
}

/**
 * Every form under which a person with this number may have been filed: the number as typed and, for 15 digits,
 * its 18-character form; for 18 characters of the 1900s, the 15-digit form before it.
 */
export function searchKeysOf(text: string): readonly string[] {
  const number = normalisedNumber(text);
  if (/^[0-9]{15}$/.test(number)) {
    const upgrade = upgraded15DigitNumber(number);
    return upgrade.ok ? [number, upgrade.number] : [number];
  }
  if (/^[0-9]{6}19[0-9]{9}[0-9X]$/.test(number)) {
    return [number, number.slice(0, 6) + number.slice(8, 17)];
  }
  return number === '' ? [] : [number];
}
