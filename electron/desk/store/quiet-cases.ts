import type { CaseId } from '#contract/shapes/case.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import type { CaseEvent } from '../platform/case-event.ts';

const QUIET = 'SELECT case_id FROM quiet_case WHERE case_id = @caseId';
const MAKE_QUIET = `INSERT INTO quiet_case (case_id, at_ms, clerk) VALUES (@caseId, @atMs, @clerk)
  ON CONFLICT DO NOTHING`;

/** The citizen took back that they want messages about this case. @source 个人信息保护法 art. 15 */
export function isQuiet(db: Reader, caseId: CaseId): boolean {
  return one(db, QUIET, { caseId }) !== null;
}

/** From now on no step of the case carries a message; what was sent stays sent. */
export function makeQuiet(
  db: Writer,
  said: { readonly caseId: CaseId; readonly atMs: number; readonly clerk: string },
): void {
  run(db, MAKE_QUIET, { ...said });
}

/** The event as it may be owed: without its message where the citizen took their word back. */
export function unlessQuiet(db: Reader, caseId: CaseId, event: CaseEvent): CaseEvent {
  return event.message !== null && isQuiet(db, caseId) ? { ...event, message: null } : event;
}
