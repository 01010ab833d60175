import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

/** Which originals, whose act, and when. */
interface Move {
  readonly caseId: CaseId;
  readonly materialId: string;
  readonly paperName: string;
  readonly originals: number;
  readonly atMs: number;
  readonly clerk: string;
}

const ADD = `INSERT INTO original_move (case_id, material_id, paper_name, way, originals, copies, hand_over_id,
    at_ms, clerk)
  VALUES (@caseId, @materialId, @paperName, @way, @originals, @copies, @handOverId, @atMs, @clerk)`;
/** Taken in and not gone, by the paper; since the last original came in. */
const HERE = `SELECT here.case_id AS caseId, here.material_id AS materialId, here.paper_name AS paperName, originals,
    coalesce(copies_taken, 0) AS copies, since_ms AS sinceMs
  FROM original_here AS here LEFT JOIN case_material USING (case_id, material_id)`;
const ALL_HERE = `${HERE} ORDER BY since_ms, case_id, material_id`;
const HERE_OF_CASE = `${HERE} WHERE case_id = @caseId ORDER BY since_ms, material_id`;
const UNSIGNED_OF_CASE = `SELECT coalesce(sum(originals), 0) AS originals
  FROM original_move JOIN hand_over ON hand_over.id = hand_over_id
  WHERE case_id = @caseId AND way = 'handed' AND taken_by IS NULL`;
const RECEIVE_ALL = `INSERT INTO original_move (case_id, material_id, paper_name, way, originals, copies, at_ms, clerk)
  SELECT case_id, material_id, paper_name, 'in', originals_taken, 0, @atMs, @clerk
  FROM case_material WHERE case_id = @caseId AND originals_taken > 0 ORDER BY material_id`;
const IS_RECEIVED = 'SELECT 1 AS yes FROM case_file WHERE id = @caseId AND received_at_ms IS NOT NULL';

const Here = z.strictObject({
  caseId: CaseId,
  materialId: z.string(),
  paperName: z.string(),
  originals: z.int(),
  copies: z.int(),
  /** When the last of them came in. */
  sinceMs: z.int(),
});
/** A paper of which originals lie at this counter. */
export type OriginalHere = z.output<typeof Here>;
const Heres = Here.array();
const Count = z.strictObject({ originals: z.int() });

/** Every paper with an original that is in no list and was not given back, the longest there first. */
export function originalsHere(db: Reader): OriginalHere[] {
  return Heres.parse(all(db, ALL_HERE));
}

export function originalsHereOf(db: Reader, caseId: CaseId): OriginalHere[] {
  return Heres.parse(all(db, HERE_OF_CASE, { caseId }));
}

/** Originals of a case whose way is not settled: they lie here, or in a list that nobody has signed. */
export function originalsUnsettled(db: Reader, caseId: CaseId): number {
  const here = originalsHereOf(db, caseId).reduce((sum, { originals }) => sum + originals, 0);
  return here + Count.parse(one(db, UNSIGNED_OF_CASE, { caseId })).originals;
}

/** With the receipt everything a citizen put down becomes something the hall answers for. */
export function receiveOriginals(
  db: Writer,
  caseId: CaseId,
  act: { readonly atMs: number; readonly clerk: string },
): void {
  run(db, RECEIVE_ALL, { caseId, ...act });
}

/**
 * Follows a change of the count of a paper. More than before came in; fewer went back over the counter, as far as
 * they still lie here. A draft counts nothing: its papers are in the citizen's hands.
 */
export function followCount(db: Writer, change: Omit<Move, 'originals'> & { readonly by: number }): void {
  const { by, ...move } = change;
  if (by === 0 || one(db, IS_RECEIVED, { caseId: move.caseId }) === null) return;
  if (by > 0) return comeIn(db, { ...move, originals: by });
  const here = originalsHereOf(db, move.caseId).find(({ materialId }) => materialId === move.materialId);
  const originals = Math.min(-by, here?.originals ?? 0);
  if (originals > 0) giveBack(db, { ...move, originals });
}

export function giveBack(db: Writer, move: Move): void {
  run(db, ADD, { ...move, way: 'returned', copies: 0, handOverId: null });
}

export function putInList(db: Writer, handOverId: string, move: Move & { readonly copies: number }): void {
  run(db, ADD, { ...move, way: 'handed', handOverId });
}

/** The department did not find it: it lies here again. */
export function comeBack(db: Writer, handOverId: string, move: Move): void {
  run(db, ADD, { ...move, way: 'came-back', copies: 0, handOverId });
}

function comeIn(db: Writer, move: Move): void {
  run(db, ADD, { ...move, way: 'in', copies: 0, handOverId: null });
}
