import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const AlarmKind = z.enum(['lapsed', 'deemed-accepted', 'tolerance-overdue']);
type AlarmKind = z.output<typeof AlarmKind>;

const Alarm = z.strictObject({ caseId: CaseId, kind: AlarmKind, about: z.string() });

const RAISE = `INSERT INTO case_alarm (case_id, kind, about, at_ms) VALUES (@caseId, @kind, @about, @atMs)
  ON CONFLICT (case_id, kind, about) DO NOTHING`;
const UNSEEN = `SELECT case_id AS caseId, kind, about FROM case_alarm WHERE seen_at_ms IS NULL ORDER BY at_ms, case_id`;
const SEE = `UPDATE case_alarm SET seen_at_ms = @atMs, seen_by = @by WHERE case_id = @caseId AND seen_at_ms IS NULL`;
const ANSWER = `UPDATE case_alarm SET seen_at_ms = coalesce(seen_at_ms, @atMs), seen_by = coalesce(seen_by, @by),
  answer = @answer WHERE case_id = @caseId AND kind = 'tolerance-overdue' AND about = @about`;

/** Raised once for each case, kind and thing: running the clocks again raises nothing twice. */
export function raiseAlarm(
  db: Writer,
  alarm: { readonly caseId: CaseId; readonly kind: AlarmKind; readonly about: string; readonly atMs: number },
): void {
  run(db, RAISE, { ...alarm });
}

export function unseenAlarms(db: Reader): z.output<typeof Alarm>[] {
  return Alarm.array().parse(all(db, UNSEEN));
}

/** How many there were to see. */
export function seeAlarms(db: Writer, caseId: CaseId, by: string, atMs: number): number {
  return run(db, SEE, { caseId, by, atMs });
}

/** What a supervisor said about a promised paper that did not come. */
export function answerAlarm(
  db: Writer,
  answered: {
    readonly caseId: CaseId;
    readonly about: string;
    readonly answer: string;
    readonly by: string;
    readonly atMs: number;
  },
): void {
  run(db, ANSWER, { ...answered });
}
