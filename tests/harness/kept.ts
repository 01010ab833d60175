import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openAudit } from '#desk/store/audit.ts';
import { newestOf } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all } from '#native/sqlite/database.ts';
import { keyFor } from '#native/sqlite/encryption.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import type { Acknowledged } from '../support/counter-clerk.ts';

/** Every case of a file with what an acceptance must have left beside it. */
const CASES = `
  SELECT id, state, receipt_number AS receiptNumber,
    accepted_at_ms IS NOT NULL AND accepted_on IS NOT NULL AND parties IS NOT NULL AS isDated,
    (SELECT group_concat(kind, ' ') FROM (SELECT kind FROM notice WHERE case_id = one.id ORDER BY kind))
      AS notices,
    (SELECT group_concat(kind, ' ') FROM (SELECT kind FROM outbox WHERE case_id = one.id ORDER BY step))
      AS debts,
    (SELECT count(*) FROM outbox WHERE case_id = one.id AND state = 'done') AS settled,
    (SELECT count(*) FROM evaluation_offer WHERE visit_id = one.visit_id AND ended = 'unanswered') AS unrated,
    (SELECT count(*) FROM case_person WHERE case_id = one.id) AS people,
    (SELECT count(*) FROM audit WHERE subject = one.id AND call = 'intake.accept' AND outcome = 'ok')
      AS audited
  FROM case_file AS one`;
const ORPHANS = `
  SELECT case_id AS id FROM notice WHERE case_id NOT IN (SELECT id FROM case_file)
  UNION SELECT case_id FROM outbox WHERE case_id NOT IN (SELECT id FROM case_file)`;

const CaseRow = z.object({
  id: z.string(),
  state: z.string(),
  receiptNumber: z.string().nullable(),
  isDated: z.int(),
  notices: z.string().nullable(),
  debts: z.string().nullable(),
  settled: z.int(),
  /** 1 when the citizen left without an answer to 好差评: that is owed as well, in the same act. */
  unrated: z.int(),
  people: z.int(),
  audited: z.int(),
});
type CaseRow = z.output<typeof CaseRow>;

/** What the case file of a desk holds, compared with what it had acknowledged. */
export interface Kept {
  /** Receipt numbers of accepted cases. */
  readonly accepted: readonly string[];
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  /** Neither a draft without a trace of acceptance nor accepted with all of it. */
  readonly half: readonly CaseRow[];
  /** Accepted with every debt settled. */
  readonly settled: readonly string[];
}

/**
 * Opens the file of a desk that is gone, as its next start would, and looks at every case in it.
 *
 * @throws DatabaseRefused when the file cannot be trusted; Error when the audit is not whole
 */
export function whatIsKept(home: string, acknowledged: readonly Acknowledged[]): Kept {
  const keyHex = readFileSync(join(home, 'desk.key'), 'utf8').trim();
  const db = openDatabase({ file: join(home, 'desk.db'), keyHex, newest: newestOf(MIGRATIONS) });
  try {
    const { firstBadSeq } = openAudit(keyFor(keyHex, 'audit')).verify(db);
    if (firstBadSeq !== null) throw new Error(`the audit is not whole from entry ${firstBadSeq}`);
    if (all(db, ORPHANS).length > 0) throw new Error('a notice or a debt stands without its case');
    const rows = CaseRow.array().parse(all(db, CASES));
    const whole = rows.filter(isWhole);
    const accepted = new Set(whole.map(({ id, receiptNumber }) => `${id} ${receiptNumber}`));
    return {
      accepted: whole.flatMap(({ receiptNumber }) => receiptNumber ?? []),
      lost: acknowledged
        .filter(({ caseId, receiptNumber }) => !accepted.has(`${caseId} ${receiptNumber}`))
        .map(({ receiptNumber }) => receiptNumber),
      half: rows.filter((row) => !isWhole(row) && !isUntouched(row)),
      settled: whole
        .filter(({ settled, unrated }) => settled === 2 + unrated)
        .flatMap(({ receiptNumber }) => receiptNumber ?? []),
    };
  } finally {
    db.close();
  }
}

function isWhole(row: CaseRow): boolean {
  return (
    row.state === 'accepted' &&
    row.receiptNumber !== null &&
    row.isDated === 1 &&
    row.notices === 'acceptance receipt-slip' &&
    row.debts === `case.received case.accepted${row.unrated === 1 ? ' case.evaluated' : ''}` &&
    row.people === 1 &&
    row.audited === 1
  );
}

function isUntouched(row: CaseRow): boolean {
  return (
    row.state === 'draft' &&
    row.receiptNumber === null &&
    row.isDated === 0 &&
    row.notices === null &&
    row.debts === null &&
    row.people === 0 &&
    row.audited === 0
  );
}
