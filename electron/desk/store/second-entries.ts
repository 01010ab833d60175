import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const BEGIN = `INSERT INTO second_entry (case_id, department, item_code, at_ms, by)
  VALUES (@caseId, @department, @itemCode, @atMs, @by) ON CONFLICT (case_id) DO NOTHING`;
const ENTER = `INSERT INTO entered_value (case_id, meaning, at_ms, by) VALUES (@caseId, @meaning, @atMs, @by)
  ON CONFLICT (case_id, meaning) DO UPDATE SET at_ms = excluded.at_ms, by = excluded.by`;
const ENTERED = 'SELECT meaning, at_ms AS atMs, by FROM entered_value WHERE case_id = @caseId';
const COUNT = `SELECT count(*) AS cases FROM second_entry
  WHERE department = @department AND at_ms >= @sinceMs`;

const Entered = z.strictObject({ meaning: Meaning, atMs: z.int(), by: z.string() });
export type EnteredValue = z.output<typeof Entered>;
const Rows = Entered.array();

/** A case is typed once more into a department's own system: an obstacle, counted once for each case. */
export function beginSecondEntry(
  db: Writer,
  begun: {
    readonly caseId: CaseId;
    readonly department: string;
    readonly itemCode: string;
    readonly atMs: number;
    readonly by: string;
  },
): void {
  run(db, BEGIN, { ...begun });
}

export function markEntered(db: Writer, caseId: CaseId, entered: EnteredValue): void {
  run(db, ENTER, { caseId, ...entered });
}

export function enteredOf(db: Reader, caseId: CaseId): ReadonlyMap<Meaning, EnteredValue> {
  return new Map(Rows.parse(all(db, ENTERED, { caseId })).map((row) => [row.meaning, row]));
}

/** Cases of a department typed twice since a moment. */
export function typedTwiceSince(db: Reader, department: string, sinceMs: number): number {
  return z.strictObject({ cases: z.int() }).parse(one(db, COUNT, { department, sinceMs })).cases;
}
