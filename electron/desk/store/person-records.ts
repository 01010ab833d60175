import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { PartyRole } from '#contract/shapes/party.ts';
import { all, one, type Reader } from '#native/sqlite/database.ts';
import { inJson, PartyDetails } from './parties.ts';

/** What is filed under the keyed hashes of one number. Nothing here is found by a name. */

const KEYS = '(SELECT value FROM json_each(@personKeys))';
/** Decided cases by the people frozen in them, drafts by the people of their visit. */
const CASES = `SELECT id AS caseId, role FROM (
    SELECT case_id AS id, role FROM case_person WHERE person_key IN ${KEYS}
    UNION
    SELECT case_file.id, role FROM party JOIN case_file ON case_file.visit_id = party.visit_id
      WHERE person_key IN ${KEYS} AND receipt_number IS NULL)
  ORDER BY id DESC LIMIT @limit`;
const NEWEST_DETAILS = `SELECT details FROM party JOIN visit ON visit.id = visit_id
  WHERE person_key IN ${KEYS} ORDER BY opened_at_ms DESC LIMIT 1`;
const VISITS_SINCE = `SELECT DISTINCT ticket_number AS ticketNumber, opened_at_ms AS openedAtMs,
    closed_at_ms AS closedAtMs, in_hand_since_ms IS NOT NULL AS inHand
  FROM party JOIN visit ON visit.id = visit_id
  WHERE person_key IN ${KEYS} AND opened_at_ms >= @sinceMs AND ticket_number IS NOT NULL
  ORDER BY opened_at_ms`;

const CaseRoles = z.strictObject({ caseId: CaseId, role: PartyRole }).array();
const MaybeDetails = z.strictObject({ details: inJson(PartyDetails) }).nullable();
const VisitRows = z
  .strictObject({
    ticketNumber: z.string(),
    openedAtMs: z.int(),
    closedAtMs: z.int().nullable(),
    inHand: z.literal([0, 1]).transform((flag) => flag === 1),
  })
  .array();
export type TicketVisit = z.output<typeof VisitRows>[number];

/** Cases of a person with what they are in them, newest first. */
export function casesOfPerson(
  db: Reader,
  personKeys: readonly string[],
  limit: number,
): ReadonlyMap<CaseId, PartyRole[]> {
  const rows = CaseRoles.parse(all(db, CASES, { personKeys: JSON.stringify(personKeys), limit }));
  const found = new Map<CaseId, PartyRole[]>();
  for (const { caseId, role } of rows) found.set(caseId, [...(found.get(caseId) ?? []), role]);
  return found;
}

/** The person as last seen at this window, whole: to be masked before it is shown. */
export function lastSeen(db: Reader, personKeys: readonly string[]): PartyDetails | null {
  const row = MaybeDetails.parse(one(db, NEWEST_DETAILS, { personKeys: JSON.stringify(personKeys) }));
  return row?.details ?? null;
}

/** Visits under a ticket that this person was part of, from a moment on. */
export function visitsOfPerson(db: Reader, personKeys: readonly string[], sinceMs: number): TicketVisit[] {
  return VisitRows.parse(all(db, VISITS_SINCE, { personKeys: JSON.stringify(personKeys), sinceMs }));
}
