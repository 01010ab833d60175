import { z } from 'zod';
import { oneChanged, type Writer } from '#native/sqlite/database.ts';

const NEXT = `INSERT INTO document_number (organ, word, year, last) VALUES (@organ, @word, @year, 1)
  ON CONFLICT (organ, word, year) DO UPDATE SET last = last + 1 RETURNING last AS serial`;

const Serial = z.strictObject({ serial: z.int().positive() });

/**
 * The next serial of an organ's series of a word and a year at this window, from 1.
 *
 * Called inside the act's transaction: a refused act gives its number back, so there is neither a gap nor a
 * number that was given twice (invariant 10).
 */
export function nextDocumentSerial(
  db: Writer,
  series: { readonly organ: string; readonly word: string; readonly year: string },
): number {
  return Serial.parse(oneChanged(db, NEXT, series)).serial;
}
