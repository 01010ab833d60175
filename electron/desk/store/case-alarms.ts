import type { CaseId } from '#contract/shapes/case.ts';
import { run, type Writer } from '#native/sqlite/database.ts';

type AlarmKind = 'lapsed' | 'deemed-accepted' | 'tolerance-overdue' | 'identity-unconfirmed';

const RAISE = `INSERT INTO case_alarm (case_id, kind, about, at_ms) VALUES (@caseId, @kind, @about, @atMs)
  ON CONFLICT (case_id, kind, about) DO NOTHING`;
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
