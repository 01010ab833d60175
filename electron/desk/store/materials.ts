import { z } from 'zod';
import { type CaseId, MaterialRoute } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { followCount } from './original-moves.ts';

/** How one paper of a case came. The route `card` is derived from the chip and never stored. */
export const ProvidedMaterial = z.strictObject({
  materialId: z.string(),
  paperName: z.string(),
  route: MaterialRoute.exclude(['card']),
  originalsTaken: z.int(),
  copiesTaken: z.int(),
  checkedAgainstOriginal: z.literal([0, 1]).transform((flag) => flag === 1),
  checkedAtMs: z.int().nullable(),
  checkedBy: z.string().nullable(),
  checkedWindow: z.int().nullable(),
  fileHash: z.string().nullable(),
  dueOn: Day.nullable(),
  queryId: z.string().nullable(),
  reusedReceipt: z.string().nullable(),
  watermark: z.string().nullable(),
  providedAtMs: z.int(),
});
export type ProvidedMaterial = z.output<typeof ProvidedMaterial>;

const OF_CASE = `SELECT material_id AS materialId, paper_name AS paperName, route,
    originals_taken AS originalsTaken, copies_taken AS copiesTaken,
    checked_against_original AS checkedAgainstOriginal, checked_at_ms AS checkedAtMs, checked_by AS checkedBy,
    checked_window AS checkedWindow, file_hash AS fileHash, due_on AS dueOn, query_id AS queryId,
    reused_receipt AS reusedReceipt, watermark, provided_at_ms AS providedAtMs
  FROM case_material WHERE case_id = @caseId`;
const SAVE = `INSERT INTO case_material (case_id, material_id, paper_name, route, originals_taken, copies_taken,
    checked_against_original, checked_at_ms, checked_by, checked_window, file_hash, due_on, query_id,
    reused_receipt, watermark, provided_at_ms, provided_to)
  VALUES (@caseId, @materialId, @paperName, @route, @originalsTaken, @copiesTaken,
    @checkedAgainstOriginal, @checkedAtMs, @checkedBy, @checkedWindow, @fileHash, @dueOn, @queryId,
    @reusedReceipt, @watermark, @providedAtMs, @providedTo)
  ON CONFLICT (case_id, material_id) DO UPDATE SET paper_name = excluded.paper_name, route = excluded.route,
    originals_taken = excluded.originals_taken, copies_taken = excluded.copies_taken,
    checked_against_original = excluded.checked_against_original, checked_at_ms = excluded.checked_at_ms,
    checked_by = excluded.checked_by, checked_window = excluded.checked_window, file_hash = excluded.file_hash,
    due_on = excluded.due_on, query_id = excluded.query_id, reused_receipt = excluded.reused_receipt,
    watermark = excluded.watermark, provided_at_ms = excluded.provided_at_ms,
    provided_to = excluded.provided_to`;
const TAKE_BACK = 'DELETE FROM case_material WHERE case_id = @caseId AND material_id = @materialId';

const FORGET_PROMISES = `DELETE FROM case_material WHERE case_id = @caseId AND route = 'later'
  AND material_id NOT IN (SELECT value FROM json_each(@asked))`;

const Rows = ProvidedMaterial.array();

export function materialsOf(db: Reader, caseId: CaseId): ReadonlyMap<string, ProvidedMaterial> {
  const rows = Rows.parse(all(db, OF_CASE, { caseId }));
  return new Map(rows.map((row) => [row.materialId, row]));
}

/** @param providedTo number of the clerk who took or checked the paper: an act, not a tick */
export function provideMaterial(
  db: Writer,
  caseId: CaseId,
  provided: ProvidedMaterial,
  providedTo: string,
): void {
  const { materialId, paperName, originalsTaken, providedAtMs } = provided;
  const before = materialsOf(db, caseId).get(materialId)?.originalsTaken ?? 0;
  run(db, SAVE, {
    ...provided,
    caseId,
    checkedAgainstOriginal: provided.checkedAgainstOriginal ? 1 : 0,
    providedTo,
  });
  const move = { caseId, materialId, paperName, atMs: providedAtMs, clerk: providedTo };
  followCount(db, { ...move, by: originalsTaken - before });
}

/** A promise of a paper that is not asked for any more is none: it goes when the case is decided. */
export function forgetPromises(db: Writer, caseId: CaseId, asked: readonly string[]): void {
  run(db, FORGET_PROMISES, { caseId, asked: JSON.stringify(asked) });
}

/** A paper has not come any more; originals of it that still lie here went back over the counter. */
export function takeMaterialBack(
  db: Writer,
  caseId: CaseId,
  materialId: string,
  act: { readonly atMs: number; readonly clerk: string },
): void {
  const before = materialsOf(db, caseId).get(materialId);
  run(db, TAKE_BACK, { caseId, materialId });
  if (!before) return;
  const { paperName, originalsTaken } = before;
  followCount(db, { caseId, materialId, paperName: paperName || materialId, ...act, by: -originalsTaken });
}
