import { z } from 'zod';
import { LocalNote } from '#contract/shapes/catalogue.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const COLUMNS = `id, code_key AS itemCode, material_id AS materialId, kind, text,
  from_hall AS fromHall, by, at_ms AS atMs`;
const ADD = `INSERT INTO local_note (id, code_key, material_id, kind, text, from_hall, by, at_ms)
  VALUES (@id, @itemCode, @materialId, @kind, @text, @fromHall, @by, @atMs)`;
const ON_ITEM = `SELECT ${COLUMNS} FROM local_note WHERE code_key = @codeKey ORDER BY at_ms DESC, id`;
const BY_ID = `SELECT ${COLUMNS} FROM local_note WHERE id = @id`;
const REMOVE = 'DELETE FROM local_note WHERE id = @id';

const Row = z
  .strictObject({
    id: z.string(),
    itemCode: z.string(),
    materialId: z.string(),
    kind: z.string(),
    text: z.string(),
    fromHall: z.string(),
    by: z.string(),
    atMs: z.int(),
  })
  .transform((row) =>
    LocalNote.parse({ ...row, materialId: row.materialId || null, fromHall: row.fromHall || null }),
  );

/** Notes hang on the item's code, not on a version: a new package leaves them where they are. */
export function addLocalNote(db: Writer, note: LocalNote): void {
  run(db, ADD, { ...note, materialId: note.materialId ?? '', fromHall: note.fromHall ?? '' });
}

/** Newest first. */
export function notesOnItem(db: Reader, codeKey: string): LocalNote[] {
  return Row.array().parse(all(db, ON_ITEM, { codeKey }));
}

/** Takes a note away and says what it was; null when there is none. */
export function removeLocalNote(db: Writer, id: string): LocalNote | null {
  const note = Row.nullable().parse(one(db, BY_ID, { id }));
  if (note) run(db, REMOVE, { id });
  return note;
}
