import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const NEXT = `
  UPDATE number_block SET next_serial = next_serial + 1
  WHERE id = (SELECT id FROM number_block WHERE next_serial <= serial_to ORDER BY id LIMIT 1)
  RETURNING next_serial - 1 AS serial, id AS blockId`;
const LEFT = `
  SELECT coalesce(sum(serial_to - next_serial + 1), 0) AS count
  FROM number_block WHERE next_serial <= serial_to`;
const IN_USE = `
  SELECT serial_from AS "from", serial_to AS "to", next_serial AS next FROM number_block
  ORDER BY next_serial > serial_to, CASE WHEN next_serial > serial_to THEN -id ELSE id END LIMIT 1`;
const OVERLAPPING = `
  SELECT id, source, serial_from AS "from", serial_to AS "to" FROM number_block
  WHERE serial_from <= @to AND serial_to >= @from`;
const ADD = `
  INSERT INTO number_block (source, name, serial_from, serial_to, next_serial, at_ms)
  VALUES (@source, @name, @from, @to, @from, @atMs)`;
const LONGER = 'UPDATE number_block SET serial_to = @to WHERE id = @id';
const HIGHEST = 'SELECT coalesce(max(serial_to), 0) AS count FROM number_block';
const WISH = 'SELECT idempotency_key AS key, size, highest FROM number_wish';

const Serial = z.object({ serial: z.int(), blockId: z.int() }).nullable();
const Count = z.object({ count: z.int() });
const Range = z.object({ from: z.int(), to: z.int(), next: z.int() }).nullable();
const Overlap = z
  .object({ id: z.int(), source: z.enum(['site', 'platform']), from: z.int(), to: z.int() })
  .nullable();
const Wish = z.object({ key: z.string(), size: z.int(), highest: z.int() }).nullable();

/** A range of serials this window may give out. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The next serial of this window, given out for ever, or null when every block is used up.
 *
 * Called inside the act's transaction: a refused act gives its serial back, a done one never does.
 */
export function nextSerial(db: Writer): { readonly serial: number; readonly blockId: number } | null {
  return Serial.parse(oneChanged(db, NEXT));
}

/** How many serials this window may still give out, over all its blocks. */
export function numbersLeft(db: Reader): number {
  return Count.parse(one(db, LEFT)).count;
}

/** The block in use, or the last one when all are used up; null before the first. */
export function blockInUse(db: Reader): (NumberRange & { readonly next: number }) | null {
  return Range.parse(one(db, IN_USE));
}

/**
 * Keeps the block of `site.json`, which continues the paper register.
 *
 * Called at every start: a block that is known changes nothing, one that was made longer by the technician
 * grows, one that runs into another block is refused.
 */
export function keepSiteBlock(db: Writer, { from, to }: NumberRange, atMs: number): 'kept' | 'overlaps' {
  const known = Overlap.parse(one(db, OVERLAPPING, { from, to }));
  if (!known) {
    run(db, ADD, { source: 'site', name: null, from, to, atMs });
    return 'kept';
  }
  if (known.source !== 'site' || known.from !== from) return 'overlaps';
  if (to <= known.to) return 'kept';
  if (one(db, OVERLAPPING, { from: known.to + 1, to })) return 'overlaps';
  run(db, LONGER, { id: known.id, to });
  return 'kept';
}

/** Adds a block the platform leased. The same block twice is one block; a foreign overlap is refused. */
export function leaseBlock(
  db: Writer,
  { name, from, to, atMs }: NumberRange & { readonly name: string; readonly atMs: number },
): 'leased' | 'overlaps' {
  const known = one(
    db,
    'SELECT id FROM number_block WHERE name = @name AND serial_from = @from AND serial_to = @to',
    { name, from, to },
  );
  if (!known) {
    if (one(db, OVERLAPPING, { from, to })) return 'overlaps';
    if (one(db, 'SELECT id FROM number_block WHERE name = @name', { name })) return 'overlaps';
    run(db, ADD, { source: 'platform', name, from, to, atMs });
  }
  run(db, 'DELETE FROM number_wish');
  return 'leased';
}

/** What is being asked of the platform; the same wish, with the same key, until it is granted. */
export function numberWish(
  db: Writer,
  size: number,
  atMs: number,
): { key: string; size: number; highest: number } {
  const standing = Wish.parse(one(db, WISH));
  if (standing) return standing;
  const wish = { key: randomUUID(), size, highest: Count.parse(one(db, HIGHEST)).count };
  run(
    db,
    `INSERT INTO number_wish (only, idempotency_key, size, highest, asked_at_ms)
     VALUES (1, @key, @size, @highest, @atMs)`,
    { ...wish, atMs },
  );
  return wish;
}

/** Forgets a wish the platform answered with a block that cannot be used. */
export function dropNumberWish(db: Writer): void {
  run(db, 'DELETE FROM number_wish');
}
