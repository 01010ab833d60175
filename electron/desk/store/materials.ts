import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

/** How one paper of a case came. The route `card` is derived from the chip and never stored. */
export const ProvidedMaterial = z.strictObject({
  materialId: z.string(),
  route: z.enum(['paper', 'scan', 'later']),
  originalsTaken: z.int(),
  copiesTaken: z.int(),
  checkedAgainstOriginal: z.literal([0, 1]).transform((flag) => flag === 1),
  fileHash: z.string().nullable(),
  dueOn: Day.nullable(),
  providedAtMs: z.int(),
});
export type ProvidedMaterial = z.output<typeof ProvidedMaterial>;

const OF_CASE = `SELECT material_id AS materialId, route, originals_taken AS originalsTaken,
    copies_taken AS copiesTaken, checked_against_original AS checkedAgainstOriginal, file_hash AS fileHash,
    due_on AS dueOn, provided_at_ms AS providedAtMs
  FROM case_material WHERE case_id = @caseId`;
const SAVE = `INSERT INTO case_material (case_id, material_id, route, originals_taken, copies_taken,
    checked_against_original, file_hash, due_on, provided_at_ms, provided_to)
  VALUES (@caseId, @materialId, @route, @originalsTaken, @copiesTaken,
    @checkedAgainstOriginal, @fileHash, @dueOn, @providedAtMs, @providedTo)
  ON CONFLICT (case_id, material_id) DO UPDATE SET route = excluded.route,
    originals_taken = excluded.originals_taken, copies_taken = excluded.copies_taken,
    checked_against_original = excluded.checked_against_original, file_hash = excluded.file_hash,
    due_on = excluded.due_on, provided_at_ms = excluded.provided_at_ms, provided_to = excluded.provided_to`;
const TAKE_BACK = 'DELETE FROM case_material WHERE case_id = @caseId AND material_id = @materialId';

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
  run(db, SAVE, {
    ...provided,
    caseId,
    checkedAgainstOriginal: provided.checkedAgainstOriginal ? 1 : 0,
    providedTo,
  });
}

export function takeMaterialBack(db: Writer, caseId: CaseId, materialId: string): void {
  run(db, TAKE_BACK, { caseId, materialId });
}
