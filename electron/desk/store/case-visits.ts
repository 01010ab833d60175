import { z } from 'zod';
import { CaseId, type VisitId } from '#contract/shapes/case.ts';
import { type TripCause, TripVisit } from '#contract/shapes/trip.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const Counted = TripVisit.omit({ extra: true }).array();
const Ids = z.array(z.strictObject({ id: CaseId }));
const Last = z.strictObject({ last: z.int() });

const FIRST = `INSERT INTO case_visit (case_id, no, visit_id, at_ms) VALUES (@caseId, 1, @visitId, @atMs)`;
const COUNT = `INSERT INTO case_visit (case_id, no, visit_id, at_ms, clerk, window, cause, say)
  VALUES (@caseId, @no, @visitId, @atMs, @clerk, @window, @cause, @say)`;
const OF_CASE = `SELECT visit_id AS visitId, no, at_ms AS atMs, clerk, window, cause, say
  FROM case_visit WHERE case_id = @caseId ORDER BY no`;
const LAST = 'SELECT coalesce(max(no), 0) AS last FROM case_visit WHERE case_id = @caseId';
const CASES = 'SELECT case_id AS id FROM case_visit WHERE visit_id = @visitId ORDER BY case_id';

/** The visit a case is opened in. */
export function countFirstVisit(
  db: Writer,
  first: { readonly caseId: CaseId; readonly visitId: VisitId; readonly atMs: number },
): void {
  run(db, FIRST, { ...first });
}

/** One more visit of a case, with what made it necessary. */
export function countVisit(
  db: Writer,
  again: {
    readonly caseId: CaseId;
    readonly visitId: VisitId;
    readonly atMs: number;
    readonly clerk: string;
    readonly window: number;
    readonly cause: TripCause;
    readonly say: string | null;
  },
): void {
  const { last } = Last.parse(one(db, LAST, { caseId: again.caseId }));
  run(db, COUNT, { ...again, no: last + 1 });
}

export function visitsOfCase(db: Reader, caseId: CaseId): z.output<typeof Counted> {
  return Counted.parse(all(db, OF_CASE, { caseId }));
}

/** Cases opened or taken up again in a visit, the oldest first. */
export function casesInVisit(db: Reader, visitId: VisitId): CaseId[] {
  return Ids.parse(all(db, CASES, { visitId })).map(({ id }) => id);
}
