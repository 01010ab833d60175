import type { VisitId } from '#contract/shapes/case.ts';
import { VisitTransfer } from '#contract/shapes/transfer.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const KEEP = `INSERT INTO visit_transfer (visit_id, no, at_ms, clerk, from_queue, reason, note, carried)
  VALUES (@visitId, (SELECT coalesce(max(no), 0) + 1 FROM visit_transfer WHERE visit_id = @visitId), @atMs, @clerk,
    @fromQueue, @reason, @note, @carried)`;
const LAST = `SELECT at_ms AS atMs, clerk, from_queue AS fromQueue, reason, note, carried
  FROM visit_transfer WHERE visit_id = @visitId ORDER BY no DESC LIMIT 1`;
const UNDO = 'DELETE FROM visit_transfer WHERE visit_id = @visitId AND at_ms >= @sinceMs';

const MaybeTransfer = VisitTransfer.nullable();

/** Keeps what the clerk who sends a visit on says to the one who calls it. */
export function keepTransfer(db: Writer, visitId: VisitId, transfer: VisitTransfer): void {
  run(db, KEEP, { visitId, ...transfer });
}

/** The transfer that brought a visit here; null when it was never sent on. */
export function lastTransfer(db: Reader, visitId: VisitId): VisitTransfer | null {
  return MaybeTransfer.parse(one(db, LAST, { visitId }));
}

/** The board never heard of it: a transfer written since the citizen sat down did not happen. */
export function undoTransfer(db: Writer, visitId: VisitId, sinceMs: number): void {
  run(db, UNDO, { visitId, sinceMs });
}
