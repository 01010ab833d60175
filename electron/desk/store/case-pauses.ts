import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { all, one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import type { Pause } from '#rules/intake/clocks.ts';
import { newId } from '../new-id.ts';

const StoredPause = z.strictObject({
  nameZh: z.string(),
  reason: z.string(),
  startedOn: Day,
  expectedEndOn: Day,
  endedOn: Day.nullable(),
});
/** A special procedure (特别程序) of a case, in the order they began. */
export type StoredPause = z.output<typeof StoredPause>;

const OF_CASE = `SELECT name_zh AS nameZh, reason, started_on AS startedOn, expected_end_on AS expectedEndOn,
    ended_on AS endedOn FROM case_pause WHERE case_id = @caseId ORDER BY started_on, id`;
const START = `INSERT INTO case_pause (id, case_id, kind, name_zh, reason, started_on, expected_end_on, notice)
  VALUES (@id, @caseId, @kind, @nameZh, @reason, @startedOn, @expectedEndOn, @notice)`;
const END = `UPDATE case_pause SET ended_on = @endedOn WHERE case_id = @caseId AND ended_on IS NULL RETURNING id`;
const EXTEND = `INSERT INTO case_extension (id, case_id, working_days, reason, approver, extended_on, notice)
  VALUES (@id, @caseId, @workingDays, @reason, @approver, @extendedOn, @notice)`;
const EXTENDED = 'SELECT coalesce(sum(working_days), 0) AS days FROM case_extension WHERE case_id = @caseId';

export function pausesOf(db: Reader, caseId: CaseId): StoredPause[] {
  return StoredPause.array().parse(all(db, OF_CASE, { caseId }));
}

/** @param pause `notice` is the number of the paper that told the applicant */
export function startPause(
  db: Writer,
  pause: {
    readonly caseId: CaseId;
    readonly kind: string;
    readonly nameZh: string;
    readonly reason: string;
    readonly startedOn: Day;
    readonly expectedEndOn: Day;
    readonly notice: string;
  },
): void {
  run(db, START, { ...pause, id: newId() });
}

/** False when no pause of this case is open. */
export function endPause(db: Writer, caseId: CaseId, endedOn: Day): boolean {
  return oneChanged(db, END, { caseId, endedOn }) !== null;
}

export function addExtension(
  db: Writer,
  extension: {
    readonly caseId: CaseId;
    readonly workingDays: number;
    readonly reason: string;
    readonly approver: string;
    readonly extendedOn: Day;
    readonly notice: string;
  },
): void {
  run(db, EXTEND, { ...extension, id: newId() });
}

/** Working days by which a case was extended so far. */
export function extendedDaysOf(db: Reader, caseId: CaseId): number {
  return z.object({ days: z.int() }).parse(one(db, EXTENDED, { caseId })).days;
}

const ENDED_OF_ALL = `SELECT case_id AS caseId, started_on AS startedOn, ended_on AS endedOn FROM case_pause
  WHERE ended_on IS NOT NULL ORDER BY case_id, started_on, id`;
const EXTENDED_OF_ALL =
  'SELECT case_id AS caseId, sum(working_days) AS days FROM case_extension GROUP BY case_id';
const EndedPauses = z.strictObject({ caseId: CaseId, startedOn: Day, endedOn: Day }).array();
const Extensions = z.strictObject({ caseId: CaseId, days: z.int() }).array();

/** What moved the due days of every case that anything moved: read at once, because most cases have nothing. */
export function everythingThatMoved(db: Reader): (caseId: CaseId) => {
  readonly pauses: readonly Pause[];
  readonly extendedDays: number;
} {
  const pauses = Map.groupBy(EndedPauses.parse(all(db, ENDED_OF_ALL)), ({ caseId }) => caseId);
  const extended = new Map(
    Extensions.parse(all(db, EXTENDED_OF_ALL)).map(({ caseId, days }) => [caseId, days] as const),
  );
  return (caseId) => ({ pauses: pauses.get(caseId) ?? [], extendedDays: extended.get(caseId) ?? 0 });
}
