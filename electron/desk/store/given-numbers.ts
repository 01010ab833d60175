import { z } from 'zod';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { nextDocumentSerial } from './document-numbers.ts';

const Block = z.strictObject({
  source: z.string(),
  name: z.string().nullable(),
  from: z.int(),
  to: z.int(),
  next: z.int(),
  atMs: z.int(),
});
const Series = z.strictObject({ organ: z.string(), word: z.string(), year: z.string(), last: z.int() });

/** The receipt and document numbers that a case file has given out. */
export interface GivenNumbers {
  readonly blocks: readonly z.output<typeof Block>[];
  readonly series: readonly z.output<typeof Series>[];
}

const BLOCKS = `SELECT source, name, serial_from AS "from", serial_to AS "to", next_serial AS next, at_ms AS atMs
  FROM number_block ORDER BY id`;
const SERIES = 'SELECT organ, word, year, last FROM document_number';
const HAS_SERIES = "SELECT 1 AS here FROM sqlite_schema WHERE name = 'document_number'";
const RAISE = `UPDATE number_block SET next_serial = max(next_serial, @next), serial_to = max(serial_to, @to)
  WHERE serial_from = @from`;
const LEASE = `INSERT INTO number_block (source, name, serial_from, serial_to, next_serial, at_ms)
  SELECT @source, @name, @from, @to, @next, @atMs
  WHERE NOT EXISTS (SELECT 1 FROM number_block WHERE serial_from <= @to AND serial_to >= @from)`;
const SKIP = `UPDATE number_block SET next_serial = min(serial_to + 1, next_serial + @count)
  WHERE next_serial > serial_from AND next_serial <= serial_to`;

export function givenNumbers(db: Reader): GivenNumbers {
  const series = one(db, HAS_SERIES) ? all(db, SERIES) : [];
  return { blocks: Block.array().parse(all(db, BLOCKS)), series: Series.array().parse(series) };
}

/**
 * Brings an older case file to where numbers are given out next, so that none is given twice.
 *
 * @source domain.md 13.3 invariant 10: a number is unique for ever
 */
export function goOnAfter(db: Writer, { blocks, series }: GivenNumbers): void {
  for (const { from, to, next, ...lease } of blocks) {
    if (run(db, RAISE, { from, to, next }) === 0) run(db, LEASE, { from, to, next, ...lease });
  }
  if (!one(db, HAS_SERIES)) return;
  for (const { last, ...of } of series) {
    while (lastOf(db, of) < last) nextDocumentSerial(db, of);
  }
}

/** Leaves numbers out where nobody can say any more which were given: an empty number harms nobody, a double does. */
export function leaveOut(db: Writer, count: number): void {
  run(db, SKIP, { count });
  if (!one(db, HAS_SERIES)) return;
  for (const { last: _last, ...series } of Series.array().parse(all(db, SERIES))) {
    for (let skipped = 0; skipped < count; skipped += 1) nextDocumentSerial(db, series);
  }
}

const Last = z.strictObject({ last: z.int() }).nullable();

function lastOf(
  db: Reader,
  series: { readonly organ: string; readonly word: string; readonly year: string },
) {
  const sql = 'SELECT last FROM document_number WHERE organ = @organ AND word = @word AND year = @year';
  return Last.parse(one(db, sql, series))?.last ?? 0;
}
