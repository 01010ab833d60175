import type { CaseId, CaseState } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { oneChanged, type Writer } from '#native/sqlite/database.ts';

/** What a later act changes on a case; null leaves a value as it is. */
export interface CaseMoveRecord {
  readonly id: CaseId;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly allIn: { readonly atMs: number; readonly on: Day; readonly noticeDueOn: Day } | null;
  readonly acceptance: { readonly atMs: number; readonly on: Day } | null;
  readonly dues: {
    readonly legalDueOn: Day | null;
    readonly promisedDueOn: Day | null;
    readonly provisional: boolean;
    readonly calendarVersion: string;
  } | null;
  readonly decision: { readonly on: Day; readonly deliverBy: Day } | null;
}

const MOVE = `
  UPDATE case_file SET state = @to,
    all_in_at_ms = coalesce(@allInAtMs, all_in_at_ms), all_in_on = coalesce(@allInOn, all_in_on),
    notice_due_on = coalesce(@noticeDueOn, notice_due_on),
    accepted_at_ms = coalesce(@acceptedAtMs, accepted_at_ms), accepted_on = coalesce(@acceptedOn, accepted_on),
    legal_due_on = coalesce(@legalDueOn, legal_due_on),
    promised_due_on = coalesce(@promisedDueOn, promised_due_on),
    dues_provisional = coalesce(@provisional, dues_provisional),
    calendar_version = coalesce(@calendarVersion, calendar_version),
    decided_on = coalesce(@decidedOn, decided_on), deliver_by = coalesce(@deliverBy, deliver_by)
  WHERE id = @id AND state = @from
  RETURNING id`;

/** False when the case is no longer in the state the act was decided on. */
export function moveCase(db: Writer, move: CaseMoveRecord): boolean {
  const { id, from, to, allIn, acceptance, dues, decision } = move;
  const changed = oneChanged(db, MOVE, {
    id,
    from,
    to,
    allInAtMs: allIn?.atMs ?? null,
    allInOn: allIn?.on ?? null,
    noticeDueOn: allIn?.noticeDueOn ?? null,
    acceptedAtMs: acceptance?.atMs ?? null,
    acceptedOn: acceptance?.on ?? null,
    legalDueOn: dues?.legalDueOn ?? null,
    promisedDueOn: dues?.promisedDueOn ?? null,
    provisional: dues === null ? null : dues.provisional ? 1 : 0,
    calendarVersion: dues?.calendarVersion ?? null,
    decidedOn: decision?.on ?? null,
    deliverBy: decision?.deliverBy ?? null,
  });
  return changed !== null;
}
