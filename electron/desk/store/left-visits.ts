import { z } from 'zod';
import type { VisitId } from '#contract/shapes/case.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import type { Ticket } from '#contract/shapes/ticket.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const KEYS = 'SELECT role, person_key AS personKey FROM party WHERE visit_id = @visitId ORDER BY role';
/** What no chip tells is not asked for again. */
const KEEP_PHONE = `UPDATE party SET details = json_set(details, '$.phone',
    (SELECT details ->> '$.phone' FROM party WHERE visit_id = @leftId AND role = @leftRole))
  WHERE visit_id = @newId AND role = @newRole AND details ->> '$.phone' = ''`;
const REMOVE = 'DELETE FROM party WHERE visit_id = @leftId AND role = @leftRole';
const BRING = `UPDATE party SET visit_id = @leftId, role = @leftRole WHERE visit_id = @newId AND role = @newRole`;
const GIVE_UP_TICKET = `UPDATE visit SET ticket_id = NULL, ticket_number = NULL, in_hand_since_ms = NULL,
  closed_at_ms = @atMs WHERE id = @newId`;
const TAKE_TICKET = `UPDATE visit SET ticket_id = @ticketId, ticket_number = @number, in_hand_since_ms = @atMs,
  closed_at_ms = NULL, sent_on_at_ms = NULL WHERE id = @leftId`;
const CLOSE = `UPDATE visit SET sent_on_at_ms = NULL, closed_at_ms = @atMs WHERE id = @leftId`;

const Keys = z.strictObject({ role: PartyRole, personKey: z.string().nullable() }).array();
export type KeyOfRole = z.output<typeof Keys>[number];

/** Who is part of a visit, by the keyed hash of the certificate number. */
export function keysOfVisit(db: Reader, visitId: VisitId): KeyOfRole[] {
  return Keys.parse(all(db, KEYS, { visitId }));
}

/** The person was read again today: the new reading takes the place of the old one, the phone stays. */
export function bringParty(
  db: Writer,
  from: { readonly newId: VisitId; readonly newRole: PartyRole },
  to: { readonly leftId: VisitId; readonly leftRole: PartyRole },
): void {
  run(db, KEEP_PHONE, { ...from, ...to });
  run(db, REMOVE, to);
  run(db, BRING, { ...from, ...to });
}

/** A visit whose ticket ended goes on under the ticket in hand. The visit of that one stays as a visit, closed. */
export function goOnUnder(
  db: Writer,
  leftId: VisitId,
  newId: VisitId,
  ticket: Pick<Ticket, 'id' | 'number'>,
  atMs: number,
): void {
  run(db, GIVE_UP_TICKET, { newId, atMs });
  run(db, TAKE_TICKET, { leftId, ticketId: ticket.id, number: ticket.number, atMs });
}

/** Everything left in it was thrown away. */
export function closeLeft(db: Writer, leftId: VisitId, atMs: number): void {
  run(db, CLOSE, { leftId, atMs });
}
