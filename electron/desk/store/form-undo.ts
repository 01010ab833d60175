import { z } from 'zod';
import type { VisitId } from '#contract/shapes/case.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { FormWord } from './form-values.ts';
import { inJson } from './parties.ts';

/** What one source said of one fact before an answer replaced it; null: nothing. */
const Replaced = z.strictObject({
  meaning: Meaning,
  source: FormSource,
  before: inJson(FormWord).nullable(),
});
export type Replaced = z.output<typeof Replaced>;

const LAST_STEP = 'SELECT coalesce(max(step), 0) AS step FROM form_undo WHERE visit_id = @visitId';
const OF_STEP = `SELECT meaning, source, before FROM form_undo
  WHERE visit_id = @visitId AND step = @step ORDER BY seq DESC`;
const ADD = `INSERT INTO form_undo (visit_id, step, meaning, source, before)
  VALUES (@visitId, @step, @meaning, @source, @before)`;
const DROP = 'DELETE FROM form_undo WHERE visit_id = @visitId AND step = @step';
/** Steps kept for a visit: nobody goes further back. */
const KEPT_STEPS = 100;
const FORGET = 'DELETE FROM form_undo WHERE visit_id = @visitId AND step <= @step';

const Step = z.strictObject({ step: z.int() });
const Rows = Replaced.array();

/** Number of the newest step; 0 when there is nothing to undo. */
export function lastStep(db: Reader, visitId: VisitId): number {
  return Step.parse(one(db, LAST_STEP, { visitId })).step;
}

/** What the newest step replaced, the last change first. */
export function replacedIn(db: Reader, visitId: VisitId, step: number): Replaced[] {
  return Rows.parse(all(db, OF_STEP, { visitId, step }));
}

export function addReplaced(db: Writer, visitId: VisitId, step: number, replaced: Replaced): void {
  const { meaning, source, before } = replaced;
  run(db, ADD, { visitId, step, meaning, source, before: before && JSON.stringify(before) });
  run(db, FORGET, { visitId, step: step - KEPT_STEPS });
}

export function dropStep(db: Writer, visitId: VisitId, step: number): void {
  run(db, DROP, { visitId, step });
}
