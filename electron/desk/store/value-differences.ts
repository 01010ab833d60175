import { z } from 'zod';
import { type CaseId, VisitId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { Meaning } from '#contract/shapes/form.ts';
import { FormSource } from '#contract/shapes/form-value.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { newId } from '../new-id.ts';

/** A source said one thing and a clerk found another (多源校核). */
const Difference = z.strictObject({
  id: z.uuid(),
  visitId: VisitId,
  meaning: Meaning,
  labelZh: z.string(),
  source: FormSource,
  origin: z.string().nullable(),
  said: z.string(),
  saidAsOf: Day,
  found: z.string(),
  foundFrom: FormSource,
  reason: z.string(),
  atMs: z.int(),
  by: z.string(),
});
export type ValueDifference = z.output<typeof Difference>;

const FORGET =
  'DELETE FROM value_difference WHERE visit_id = @visitId AND meaning = @meaning AND owed_by IS NULL';
const ADD = `INSERT INTO value_difference (id, visit_id, meaning, label_zh, source, origin, said, said_as_of, found,
    found_from, reason, at_ms, by)
  VALUES (@id, @visitId, @meaning, @labelZh, @source, @origin, @said, @saidAsOf, @found, @foundFrom, @reason,
    @atMs, @by)`;
const OPEN = `SELECT id, visit_id AS visitId, meaning, label_zh AS labelZh, source, origin, said,
    said_as_of AS saidAsOf, found, found_from AS foundFrom, reason, at_ms AS atMs, by
  FROM value_difference WHERE visit_id = @visitId AND owed_by IS NULL ORDER BY at_ms, id`;
const OWE = 'UPDATE value_difference SET owed_by = @caseId WHERE id = @id';

const Differences = Difference.array();

/** What is to be told about a fact; what was noted before and not yet owed is replaced. */
export function noteDifferences(
  db: Writer,
  visitId: VisitId,
  meaning: Meaning,
  found: readonly Omit<ValueDifference, 'id' | 'visitId' | 'meaning'>[],
): void {
  run(db, FORGET, { visitId, meaning });
  for (const one of found) run(db, ADD, { id: newId(), visitId, meaning, ...one });
}

/** Differences of a visit that no debt carries yet. */
export function openDifferences(db: Reader, visitId: VisitId): ValueDifference[] {
  return Differences.parse(all(db, OPEN, { visitId }));
}

/** From now on the debt of this case carries it. */
export function markOwed(db: Writer, id: string, caseId: CaseId): void {
  run(db, OWE, { id, caseId });
}
