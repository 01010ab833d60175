import type { VisitId } from '#contract/shapes/case.ts';
import type { WindowNumber } from '#contract/shapes/ticket.ts';
import type { Reader, Writer } from '#native/sqlite/database.ts';
import { adoptGuidance } from '../store/guidances.ts';
import { closeVisit, openVisit, putVisitAside, visitInHand, visitOf } from '../store/visits.ts';
import { undoTransfer } from '../store/visit-transfers.ts';
import type { Board } from './board.ts';

/**
 * Brings the visits of this window in line with the board, which has the truth about tickets.
 *
 * The board and the case file never share a transaction, so a desk that dies between the two leaves a
 * citizen served without a visit, or a visit in hand whose citizen is gone. Both heal here, at start and
 * whenever the queue is looked at; drafts are never touched.
 *
 * @returns whether something had to be healed, and the visit in hand now
 */
export async function healVisits(desk: {
  readonly board: Board;
  readonly window: WindowNumber;
  readonly db: Reader;
  readonly record: <T>(change: (db: Writer) => T) => T;
  readonly atMs: number;
}): Promise<{ readonly healed: boolean; readonly visitId: VisitId | null }> {
  const { board, window, db, record, atMs } = desk;
  const ticket = await board.inHand(window);
  const visit = visitInHand(db);
  if (ticket?.state === 'serving') {
    if (visit?.ticketId === ticket.id) return { healed: false, visitId: visit.id };
    const told = ticket.guidanceId === null ? null : await board.guidanceOf(ticket.id);
    const visitId = record((writer) => {
      if (told !== null) adoptGuidance(writer, told);
      const opened = openVisit(writer, visitOf(ticket, atMs));
      // Sent on, but the board was never told: the citizen still sits here.
      undoTransfer(writer, opened, ticket.arrivedAtMs ?? atMs);
      return opened;
    });
    return { healed: true, visitId };
  }

  const left = visit?.ticketId ?? null;
  if (left === null) return { healed: false, visitId: visit?.id ?? null };
  const gone = await board.ticket(left);
  record((writer) =>
    gone?.state === 'done' ? closeVisit(writer, left, gone.endedAtMs ?? atMs) : putVisitAside(writer, left),
  );
  return { healed: true, visitId: null };
}
