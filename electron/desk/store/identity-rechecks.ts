import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

type RecheckAnswer = 'same-person' | 'other-person' | 'nobody-to-ask' | 'away';

/** Accepted without a line, oldest first; one that nobody answered is asked again after a while. */
const DUE = `SELECT id FROM case_file
  WHERE accepted_offline = 1 AND accepted_on IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM identity_recheck
      WHERE case_id = id AND (answer <> 'away' OR asked_at_ms > @againBeforeMs))
  ORDER BY accepted_on, id LIMIT @limit`;
const KEEP = `INSERT INTO identity_recheck (case_id, role, asked_at_ms, answer, answered_by)
  VALUES (@caseId, @role, @askedAtMs, @answer, @answeredBy)
  ON CONFLICT (case_id) DO UPDATE SET role = excluded.role, asked_at_ms = excluded.asked_at_ms,
    answer = excluded.answer, answered_by = excluded.answered_by`;

const Ids = z.strictObject({ id: CaseId }).array();

export function rechecksDue(
  db: Reader,
  when: { readonly againBeforeMs: number; readonly limit: number },
): CaseId[] {
  return Ids.parse(all(db, DUE, { ...when })).map(({ id }) => id);
}

/** An answer is kept once; that nobody answered is written over by the next answer. */
export function keepRecheck(
  db: Writer,
  recheck: {
    readonly caseId: CaseId;
    readonly role: PartyRole | null;
    readonly askedAtMs: number;
    readonly answer: RecheckAnswer;
    readonly answeredBy: string | null;
  },
): void {
  run(db, KEEP, { ...recheck });
}
