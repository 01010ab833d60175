import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { NoticeId } from '#contract/shapes/notice.ts';
import { all, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const Row = z.strictObject({
  id: z.uuid(),
  /** Key of the department in the catalogue. */
  department: z.string(),
  madeAtMs: z.int(),
  madeOn: Day,
  givenBy: z.string(),
  takenBy: z.string().nullable(),
  takenAtMs: z.int().nullable(),
  takenWith: z.string().nullable(),
  noticeId: NoticeId,
});
/** A list (物料转移单) with its paper: given by a clerk, taken by somebody of the department. */
export type HandOverRecord = z.output<typeof Row>;
const Rows = Row.array();

const Line = z.strictObject({
  caseId: CaseId,
  materialId: z.string(),
  paperName: z.string(),
  originals: z.int(),
  copies: z.int(),
  cameBack: z.literal([0, 1]).transform((flag) => flag === 1),
});
export type HandOverLineRecord = z.output<typeof Line>;
const Lines = Line.array();

const LIST = `SELECT hand_over.id, department, made_at_ms AS madeAtMs, made_on AS madeOn, given_by AS givenBy,
    taken_by AS takenBy, taken_at_ms AS takenAtMs, taken_with AS takenWith, notice.id AS noticeId
  FROM hand_over JOIN notice ON notice.hand_over_id = hand_over.id`;
const BY_ID = `${LIST} WHERE hand_over.id = @id`;
const RECENT = `${LIST} WHERE taken_by IS NULL OR made_at_ms >= @sinceMs
  ORDER BY taken_by IS NOT NULL, made_at_ms DESC LIMIT @limit`;
const LINES = `SELECT case_id AS caseId, material_id AS materialId, paper_name AS paperName, originals, copies,
    EXISTS (SELECT 1 FROM original_move AS back WHERE back.hand_over_id = line.hand_over_id
      AND back.way = 'came-back' AND back.case_id = line.case_id AND back.material_id = line.material_id) AS cameBack
  FROM original_move AS line WHERE hand_over_id = @id AND way = 'handed' ORDER BY line.id`;
const ADD = `INSERT INTO hand_over (id, department, made_at_ms, made_on, given_by, window)
  VALUES (@id, @department, @madeAtMs, @madeOn, @givenBy, @window)`;
const SIGN = `UPDATE hand_over SET taken_by = @takenBy, taken_at_ms = @atMs, taken_with = @takenWith
  WHERE id = @id AND taken_by IS NULL RETURNING id`;

export function handOverById(db: Reader, id: string): HandOverRecord | null {
  return Rows.parse(all(db, BY_ID, { id }))[0] ?? null;
}

/** Lists nobody has signed yet, then the others made since a moment, newest first. */
export function recentHandOvers(db: Reader, sinceMs: number, limit: number): HandOverRecord[] {
  return Rows.parse(all(db, RECENT, { sinceMs, limit }));
}

export function linesOfHandOver(db: Reader, id: string): HandOverLineRecord[] {
  return Lines.parse(all(db, LINES, { id }));
}

export function addHandOver(
  db: Writer,
  list: Pick<HandOverRecord, 'id' | 'department' | 'madeAtMs' | 'madeOn' | 'givenBy'> & {
    readonly window: number;
  },
): void {
  run(db, ADD, list);
}

/** False when it was signed before. @param takenWith number of the badge that was shown */
export function signHandOver(
  db: Writer,
  signed: {
    readonly id: string;
    readonly takenBy: string;
    readonly takenWith: string;
    readonly atMs: number;
  },
): boolean {
  return oneChanged(db, SIGN, signed) !== null;
}
