import { z } from 'zod';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const OF_CASE = 'SELECT number FROM official_number WHERE case_id = @caseId';
const BY_NUMBER = 'SELECT case_id AS caseId FROM official_number WHERE number = @number';
const KEEP = 'INSERT INTO official_number (case_id, number, at_ms) VALUES (@caseId, @number, @atMs)';

const Numbered = z.object({ number: z.string() }).nullable();
const Owner = z.object({ caseId: z.string() }).nullable();

/** The number the province gave to a case, or null while it has none. It never changes. */
export function officialNumberOf(db: Reader, caseId: string): string | null {
  return Numbered.parse(one(db, OF_CASE, { caseId }))?.number ?? null;
}

/** The case an official number belongs to. */
export function caseOfOfficialNumber(db: Reader, number: string): string | null {
  return Owner.parse(one(db, BY_NUMBER, { number }))?.caseId ?? null;
}

/** False when the number is another case's, or the case already has another number: such an answer is not believed. */
export function keepOfficialNumber(db: Writer, caseId: string, number: string, atMs: number): boolean {
  const held = officialNumberOf(db, caseId);
  if (held !== null) return held === number;
  if (caseOfOfficialNumber(db, number) !== null) return false;
  run(db, KEEP, { caseId, number, atMs });
  return true;
}
