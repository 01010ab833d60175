import { z } from 'zod';
import { VisitId } from '#contract/shapes/case.ts';
import { CarriedDrafts, type Ticket, TicketId } from '#contract/shapes/ticket.ts';
import { all, one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { newId } from '../new-id.ts';

/** One citizen at the window: the ticket, and everything that was opened under it. */
export const Visit = z.strictObject({
  id: VisitId,
  ticketId: TicketId.nullable(),
  ticketNumber: z.string().nullable(),
  openedAtMs: z.int(),
  closedAtMs: z.int().nullable(),
  guidanceId: z.uuid().nullable(),
});
export type Visit = z.output<typeof Visit>;

const VISIT = `id, ticket_id AS ticketId, ticket_number AS ticketNumber,
  opened_at_ms AS openedAtMs, closed_at_ms AS closedAtMs, guidance_id AS guidanceId`;
const BY_ID = `SELECT ${VISIT} FROM visit WHERE id = @id`;
const BY_TICKET = `SELECT ${VISIT} FROM visit WHERE ticket_id = @ticketId`;
const IN_HAND = `SELECT ${VISIT} FROM visit WHERE in_hand_since_ms IS NOT NULL`;
const PUT_OTHERS_ASIDE = `UPDATE visit SET in_hand_since_ms = NULL
  WHERE in_hand_since_ms IS NOT NULL AND ticket_id IS NOT @ticketId`;
const OPEN = `INSERT INTO visit (id, ticket_id, ticket_number, opened_at_ms, in_hand_since_ms, guidance_id)
  VALUES (@id, @ticketId, @ticketNumber, @atMs, @atMs, @guidanceId)
  ON CONFLICT (ticket_id) DO UPDATE SET
    in_hand_since_ms = coalesce(in_hand_since_ms, @atMs), closed_at_ms = NULL, sent_on_at_ms = NULL
  RETURNING ${VISIT}`;
const PUT_ASIDE = 'UPDATE visit SET in_hand_since_ms = NULL WHERE ticket_id = @ticketId';
const SEND_ON = `UPDATE visit SET in_hand_since_ms = NULL, sent_on_at_ms = @atMs WHERE ticket_id = @ticketId
  RETURNING id`;
const CLOSE = `UPDATE visit SET in_hand_since_ms = NULL, sent_on_at_ms = NULL, closed_at_ms = @atMs
  WHERE ticket_id = @ticketId AND closed_at_ms IS NULL`;
const DRAFTS = `SELECT count(*) AS drafts FROM case_file JOIN visit ON visit.id = case_file.visit_id
  WHERE visit.ticket_id = @ticketId AND case_file.state = 'draft'`;
const CARRIED = `SELECT visit.ticket_id AS ticketId, count(*) AS drafts
  FROM visit JOIN case_file ON case_file.visit_id = visit.id
  WHERE in_hand_since_ms IS NULL AND closed_at_ms IS NULL AND visit.ticket_id IS NOT NULL
    AND case_file.state IN ('draft', 'blocked')
  GROUP BY visit.id HAVING sum(state = 'draft') > 0 ORDER BY visit.id`;
/** One look at an index that is empty on most days. */
/** Hardly ever was any visit sent on: the plus keeps SQLite from looking up what was named before it knows of one. */
const IS_SENT_ON = `SELECT EXISTS (SELECT 1 FROM visit INDEXED BY visit_sent_on WHERE sent_on_at_ms IS NOT NULL AND +id IN (
    @visitId,
    (SELECT visit_id FROM case_file WHERE id = @caseId AND state IN ('draft', 'blocked')),
    (SELECT visit_id FROM open_bundle WHERE id = @bundleId),
    (SELECT visit_id FROM case_file JOIN page ON page.case_id = case_file.id
      WHERE page.id = @pageId AND state IN ('draft', 'blocked')))) AS yes`;

const MaybeVisit = Visit.nullable();
const Count = z.strictObject({ drafts: z.int() });
const Carried = CarriedDrafts.array();
const Yes = z.strictObject({ yes: z.literal([0, 1]) });
const SentOn = z.strictObject({ id: VisitId });

interface VisitToOpen {
  readonly ticketId: string;
  readonly ticketNumber: string;
  readonly atMs: number;
  /** What a greeter kept for this citizen. */
  readonly guidanceId: string | null;
}

/** The visit of a ticket that arrived now. */
export function visitOf(ticket: Pick<Ticket, 'id' | 'number' | 'guidanceId'>, atMs: number): VisitToOpen {
  return { ticketId: ticket.id, ticketNumber: ticket.number, atMs, guidanceId: ticket.guidanceId };
}

/**
 * Opens the visit of a ticket that arrived, or brings a held one back to hand.
 *
 * Asking again for the same ticket gives the same visit. At most one visit is in hand at this window:
 * any other is put aside, its drafts stay.
 */
export function openVisit(db: Writer, opened: VisitToOpen): VisitId {
  const { ticketId } = opened;
  run(db, PUT_OTHERS_ASIDE, { ticketId });
  return Visit.parse(oneChanged(db, OPEN, { id: newId(), ...opened })).id;
}

/** The ticket was held or moved elsewhere: its visit leaves the window, open and whole. */
export function putVisitAside(db: Writer, ticketId: string): void {
  run(db, PUT_ASIDE, { ticketId });
}

/**
 * 转号: the visit goes with its ticket, drafts, people and pages as they are. Nobody writes in it until the ticket is
 * called and the citizen sits down again.
 *
 * @returns the visit, or null when the ticket never had one
 */
export function sendVisitOn(db: Writer, ticketId: string, atMs: number): VisitId | null {
  return SentOn.nullable().parse(oneChanged(db, SEND_ON, { ticketId, atMs }))?.id ?? null;
}

/** What a question may name of a visit; the ids are as they were asked. */
export interface NamedInQuestion {
  readonly visitId?: unknown;
  readonly caseId?: unknown;
  readonly bundleId?: unknown;
  readonly pageId?: unknown;
}

/** Whether what a question would change lies in a visit that was sent on and not called again. */
export function isSentOn(db: Reader, { visitId, caseId, bundleId, pageId }: NamedInQuestion): boolean {
  const id = (named: unknown) => (typeof named === 'string' ? named : null);
  const asked = { visitId: id(visitId), caseId: id(caseId), bundleId: id(bundleId), pageId: id(pageId) };
  if (Object.values(asked).every((named) => named === null)) return false;
  return Yes.parse(one(db, IS_SENT_ON, asked)).yes === 1;
}

/** How many drafts lie with each ticket that is not in hand. */
export function carriedDrafts(db: Reader): CarriedDrafts[] {
  return Carried.parse(all(db, CARRIED));
}

/** The ticket was finished. Its visit takes nothing more; closing it twice changes nothing. */
export function closeVisit(db: Writer, ticketId: string, atMs: number): void {
  run(db, CLOSE, { ticketId, atMs });
}

/** Cases of the ticket's visit that have neither an outcome nor been discarded. */
export function openDraftsOfTicket(db: Reader, ticketId: string): number {
  return Count.parse(one(db, DRAFTS, { ticketId })).drafts;
}

export function visitOfTicket(db: Reader, ticketId: string): Visit | null {
  return MaybeVisit.parse(one(db, BY_TICKET, { ticketId }));
}

export function visitById(db: Reader, id: VisitId): Visit | null {
  return MaybeVisit.parse(one(db, BY_ID, { id }));
}

/** The visit of the citizen who sits at this window now, or null between citizens. */
export function visitInHand(db: Reader): Visit | null {
  return MaybeVisit.parse(one(db, IN_HAND));
}
