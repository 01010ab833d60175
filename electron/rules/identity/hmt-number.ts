import type { Day } from '#contract/shapes/day.ts';
import { type CitizenNumberProblem, normalisedNumber, readCitizenNumber } from './citizen-number.ts';

type HmtHome = 'hong-kong' | 'macao' | 'taiwan';

export type HmtNumberReading =
  | { readonly ok: true; readonly number: string; readonly birth: Day; readonly home: HmtHome }
  | { readonly ok: false; readonly problem: CitizenNumberProblem };

const homes: ReadonlyMap<string, HmtHome> = new Map<string, HmtHome>([
  ['810000', 'hong-kong'],
  ['820000', 'macao'],
  ['830000', 'taiwan'],
]);

/**
 * Reads the number of a residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证): a citizen
 * number whose region is 810000, 820000 or 830000.
 *
 * @source devices.md 1.8, 2.1
 */
export function readHmtNumber(text: string, today: Day): HmtNumberReading {
  const reading = readCitizenNumber(text, today);
  if (!reading.ok) return reading;
  const home = homes.get(reading.number.slice(0, 6));
  if (!home) return { ok: false, problem: 'unknown-region' };
  return { ok: true, number: reading.number, birth: reading.birth, home };
}

/** Whether the region of a number is one of the three the permits use. */
export function isHmtRegion(text: string): boolean {
  return homes.has(normalisedNumber(text).slice(0, 6));
}
