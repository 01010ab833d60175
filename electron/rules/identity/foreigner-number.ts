import type { Day } from '#contract/shapes/day.ts';
import { dayFromDigits } from '../calendar/days.ts';
import {
  type CitizenNumberProblem,
  isForeignerRegion,
  isProvince,
  normalisedNumber,
  readCitizenNumber,
} from './citizen-number.ts';

export type ForeignerNumberReading =
  | { readonly ok: true; readonly number: string; readonly form: '2023' | '2017' }
  | { readonly ok: false; readonly problem: CitizenNumberProblem };

/**
 * Reads the number of a foreigner's permanent residence card (外国人永久居留身份证): 18 digits since 2023
 * (9, province, country, birth, sequence, check), or the older 15 characters (country in letters, province,
 * city, birth, sequence, check).
 *
 * @source devices.md 1.8; ICAO 9303 check 7-3-1 for the older form
 */
export function readForeignerNumber(text: string, today: Day): ForeignerNumberReading {
  const number = normalisedNumber(text);
  if (number.length === 18) {
    const reading = readCitizenNumber(number, today);
    if (!reading.ok) return reading;
    if (!isForeignerRegion(number)) return { ok: false, problem: 'unknown-region' };
    return { ok: true, number, form: '2023' };
  }
  if (number.length !== 15) return { ok: false, problem: 'wrong-length' };
  if (!/^[A-Z]{3}[0-9]{12}$/.test(number)) return { ok: false, problem: 'wrong-characters' };
  if (!isProvince(number.slice(3, 5))) return { ok: false, problem: 'unknown-region' };
  const birth = number.slice(7, 13);
  const possible = [`19${birth}`, `20${birth}`].some((digits) => {
    const day = dayFromDigits(digits);
    return day !== null && day <= today;
  });
  if (!possible) return { ok: false, problem: 'impossible-birth-date' };
  if (icaoCheckDigit(number.slice(0, 14)) !== number[14]) return { ok: false, problem: 'wrong-check-digit' };
  return { ok: true, number, form: '2017' };
}

/**
 * The 15-character number a person had before, from a 2023 card, or null when its link field is blank.
 * For finding old records.
 *
 * @param country three letters, ISO 3166
 * @param link the three digits that end the card's text block: city, city, sequence
 * @source devices.md 1.8
 */
export function oldForeignerNumber(number: string, country: string, link: string): string | null {
  if (!/^9[0-9]{16}[0-9X]$/.test(number) || !/^[A-Z]{3}$/.test(country)) return null;
  if (!/^[0-9]{3}$/.test(link)) return null;
  const first14 = `${country}${number.slice(1, 3)}${link.slice(0, 2)}${number.slice(8, 14)}${link.slice(2)}`;
  return first14 + icaoCheckDigit(first14);
}

function icaoCheckDigit(text: string): string {
  let sum = 0;
  for (const [place, character] of Array.from(text).entries()) {
    sum += ([7, 3, 1][place % 3] ?? 0) * Number.parseInt(character, 36);
  }
  return String(sum % 10);
}
