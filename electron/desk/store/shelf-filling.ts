import { createHash } from 'node:crypto';
import { z } from 'zod';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { INDEX, PUT_IN_FORCE } from './items.ts';
import { onShelf, otherShelf, type Shelf, shelfInForce } from './shelves.ts';

/** An item as it is laid on a shelf: its row, its text, and the words under which it is found. */
export const ShelfItem = z.strictObject({
  place: z.int(),
  code: z.string(),
  version: z.int(),
  codeKey: z.string(),
  basicKey: z.string(),
  nameKey: z.string(),
  hit: z.string(),
  json: z.string(),
  pairs: z.string(),
  signs: z.string(),
  initials: z.string(),
  pinyin: z.string(),
});
export type ShelfItem = z.output<typeof ShelfItem>;

const SOME = 'SELECT 1 AS some FROM item_in_force LIMIT 1';
const TAKE_OFF = `DELETE FROM item_in_force WHERE place IN
  (SELECT place FROM item_in_force ORDER BY place LIMIT @count)`;
const FORGET_ALL = "INSERT INTO item_find (item_find) VALUES ('delete-all')";
// A number comes as a real number, which the index does not take.
const SET = 'INSERT INTO item_find (item_find, rank) VALUES (@word, CAST(@rank AS INTEGER))';
const KNOWN = 'SELECT json FROM item WHERE code = @code AND version = @version';
const KEEP = `INSERT INTO item (code, version, json, loaded_at_ms) VALUES (@code, @version, @json, @atMs)`;
const KEEP_TEXT = `INSERT INTO item_text (hash, json) VALUES (@hash, @json) ON CONFLICT (hash) DO NOTHING`;
const KEEP_PIECE = `INSERT INTO catalogue_text_piece (hash, no, packed) VALUES (@hash, @no, @packed)
  ON CONFLICT (hash, no) DO UPDATE SET packed = excluded.packed`;
const KEEP_PACKAGE = `INSERT INTO catalogue_text (hash, packed) VALUES (@hash, zeroblob(0))
  ON CONFLICT (hash) DO NOTHING`;
const SWITCH = `INSERT INTO catalogue_in_force (one, hash, name, loaded_at_ms, fresh_at_ms, shelf)
  VALUES (1, @hash, @name, @atMs, @atMs, @shelf)
  ON CONFLICT (one) DO UPDATE SET hash = excluded.hash, name = excluded.name,
    loaded_at_ms = excluded.loaded_at_ms, fresh_at_ms = excluded.fresh_at_ms, shelf = excluded.shelf`;

const Known = z.strictObject({ json: z.string() }).nullable();

/**
 * Writes to a shelf that nobody is served from yet without waiting for the disk: most of each piece of work was that
 * wait. A power cut may take the last pieces, and a shelf that was not finished is emptied anyway. The row that puts the
 * shelf in force is written with all the care of every other, and so brings whatever lies before it in the log to
 * the disk as well.
 *
 * @source https://sqlite.org/pragma.html#pragma_synchronous
 */
export function unflushed<T>(db: Writer, work: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return db.transaction(work)();
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** The shelf nobody is served from. */
export function shelfToFill(db: Reader): Shelf {
  return otherShelf(shelfInForce(db));
}

/** Takes some items off a shelf; false when it is empty and its search index forgot them all. */
export function takeSomeOff(db: Writer, shelf: Shelf, count: number): boolean {
  if (run(db, onShelf(shelf, TAKE_OFF), { count }) > 0) return true;
  run(db, onShelf(shelf, FORGET_ALL));
  return false;
}

export function isEmpty(db: Reader, shelf: Shelf): boolean {
  return one(db, onShelf(shelf, SOME)) === null;
}

/** How the search index of a shelf joins its pieces: by itself as it is written, or only when it is told. */
const JOINING = {
  itself: { automerge: 4, crisismerge: 16 },
  told: { automerge: 0, crisismerge: 1999 },
} as const;

/**
 * While a shelf is filled its index joins its pieces only when told, a few pages at a time: by itself it takes a
 * twentieth of a second now and then, in which nobody is answered.
 *
 * @source https://sqlite.org/fts5.html#the_automerge_configuration_option
 */
export function setJoining(db: Writer, shelf: Shelf, how: keyof typeof JOINING): void {
  for (const [word, rank] of Object.entries(JOINING[how])) run(db, onShelf(shelf, SET), { word, rank });
}

/** Joins a few pages of the index. */
export function joinSome(db: Writer, shelf: Shelf, pages: number): void {
  run(db, onShelf(shelf, SET), { word: 'merge', rank: pages });
}

/** Lays items on a shelf. One whose version is known with another text brings its own; the other shelf's stays. */
export function layOnShelf(db: Writer, shelf: Shelf, items: readonly ShelfItem[], atMs: number): void {
  for (const { json, pairs, signs, initials, pinyin, ...row } of items) {
    const { code, version, place } = row;
    const known = Known.parse(one(db, KNOWN, { code, version }));
    if (!known) run(db, KEEP, { code, version, json, atMs });
    const textHash = known && known.json !== json ? textOf(db, json) : null;
    run(db, onShelf(shelf, PUT_IN_FORCE), { ...row, textHash });
    run(db, onShelf(shelf, INDEX), { place, pairs, signs, initials, pinyin });
  }
}

function textOf(db: Writer, json: string): string {
  const hash = createHash('sha256').update(json).digest('hex');
  run(db, KEEP_TEXT, { hash, json });
  return hash;
}

/** Keeps one piece of the deflated text of a package. */
export function keepPiece(db: Writer, hash: string, no: number, packed: Uint8Array): void {
  run(db, KEEP_PIECE, { hash, no, packed });
}

/** From here on items are served from this shelf. The pieces of the package's text are all there. */
export function serveFrom(
  db: Writer,
  shelf: Shelf,
  about: { readonly hash: string; readonly name: string; readonly atMs: number },
): void {
  run(db, KEEP_PACKAGE, { hash: about.hash });
  run(db, SWITCH, { ...about, shelf });
}
