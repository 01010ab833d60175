import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import type { QueryTrouble } from '#contract/shapes/material.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { IdentityWait } from '#contract/shapes/supervision.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

type RecheckAnswer = 'same-person' | 'other-person' | 'nobody-to-ask' | 'away';

const OFFLINE = 'accepted_offline = 1 AND accepted_on IS NOT NULL';
const SETTLED = `EXISTS (SELECT 1 FROM identity_recheck WHERE case_id = case_file.id AND answer <> 'away')`;
/** What the last question came to, where nobody has answered yet. */
const LAST_TROUBLE = `(SELECT trouble FROM identity_recheck WHERE case_id = case_file.id
  ORDER BY asked_at_ms DESC, id DESC LIMIT 1)`;
/** Accepted without a line, oldest first; one that nobody answered is asked again after a while. */
const DUE = `SELECT id FROM case_file WHERE ${OFFLINE} AND NOT ${SETTLED}
    AND NOT EXISTS (SELECT 1 FROM identity_recheck WHERE case_id = case_file.id AND asked_at_ms > @againBeforeMs)
  ORDER BY accepted_on, id LIMIT @limit`;
const NOT_SAID = `SELECT id FROM case_file
  WHERE ${OFFLINE} AND NOT ${SETTLED} AND ${LAST_TROUBLE} IS NOT 'not-connected'
  ORDER BY accepted_on, id LIMIT @limit`;
const KEEP = `INSERT INTO identity_recheck (id, case_id, role, what, purpose, asked_at_ms, answer, trouble, answered_by)
  VALUES (@id, @caseId, @role, @what, @purpose, @askedAtMs, @answer, @trouble, @answeredBy)`;
const BY_CHIP = `'card-chip' IN (parties ->> '$.handler.source', parties ->> '$.guardian.source',
  parties ->> '$.legalRepresentative.source', parties ->> '$.applicant.source')`;
const WAITS = `SELECT id, CASE ${LAST_TROUBLE} WHEN 'not-connected' THEN 'not-connected'
    ELSE iif(${LAST_TROUBLE} IS NULL, 'to-ask', 'unanswered') END AS wait
  FROM case_file WHERE id IN (SELECT value FROM json_each(@ids)) AND ${OFFLINE} AND NOT ${SETTLED} AND ${BY_CHIP}`;

const Ids = z.strictObject({ id: CaseId }).array();
const Waits = z.strictObject({ id: CaseId, wait: IdentityWait }).array();

export function rechecksDue(
  db: Reader,
  when: { readonly againBeforeMs: number; readonly limit: number },
): CaseId[] {
  return Ids.parse(all(db, DUE, { ...when })).map(({ id }) => id);
}

/** Cases that wait for their recheck and do not say yet that the register is not connected. */
export function rechecksNotSaid(db: Reader, limit: number): CaseId[] {
  return Ids.parse(all(db, NOT_SAID, { limit })).map(({ id }) => id);
}

/** What the identity of each of these cases waits for; a case that waits for nothing is not among them. */
export function identityWaits(db: Reader, ids: readonly string[]): ReadonlyMap<string, IdentityWait> {
  if (ids.length === 0) return new Map();
  const rows = Waits.parse(all(db, WAITS, { ids: JSON.stringify(ids) }));
  return new Map(rows.map(({ id, wait }) => [id, wait]));
}

/** What the identity of one case waits for. */
export function identityWaitOf(
  db: Reader,
  { id, acceptedOffline }: { readonly id: CaseId; readonly acceptedOffline: boolean },
): IdentityWait | null {
  return acceptedOffline ? (identityWaits(db, [id]).get(id) ?? null) : null;
}

/** Written once, never changed: an answer stands, and each question that nobody answered is a row of its own. */
export function keepRecheck(
  db: Writer,
  recheck: {
    readonly id: string;
    readonly caseId: CaseId;
    readonly role: PartyRole | null;
    /** Code of the query, and its purpose as it was put. */
    readonly what: string;
    readonly purpose: string;
    readonly askedAtMs: number;
    readonly answer: RecheckAnswer;
    readonly trouble: QueryTrouble | null;
    readonly answeredBy: string | null;
  },
): void {
  run(db, KEEP, { ...recheck });
}
