import type { Ticket } from '#contract/shapes/ticket.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { keepTransfer } from '../store/visit-transfers.ts';
import { carriedDrafts, sendVisitOn } from '../store/visits.ts';

/** The visit goes along with its ticket, and what the next clerk should know is kept with it. */
export function sendOn(
  db: Writer,
  ticket: Ticket,
  by: { readonly atMs: number; readonly clerk: string },
  { reason, note }: { readonly reason: string; readonly note: string | null },
): void {
  const visitId = sendVisitOn(db, ticket.id, by.atMs);
  if (visitId === null) return;
  const carried = carriedDrafts(db).find(({ ticketId }) => ticketId === ticket.id)?.drafts ?? 0;
  keepTransfer(db, visitId, { ...by, fromQueue: ticket.queue, reason, note, carried });
}
