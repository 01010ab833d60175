import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openAudit } from '#desk/store/audit.ts';
import { newestOf } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all } from '#native/sqlite/database.ts';
import { keyFor } from '#native/sqlite/encryption.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';

/** Every case of a file with everything an outcome leaves beside it. */
const CASES = `
  SELECT item_code AS itemCode, state, receipt_number AS receiptNumber,
    (SELECT group_concat(kind, ' ') FROM (SELECT kind FROM notice WHERE case_id = one.id ORDER BY kind)) AS notices,
    (SELECT group_concat(kind, ' ') FROM (SELECT kind FROM outbox WHERE case_id = one.id ORDER BY step)) AS debts,
    (SELECT group_concat(event, ' ') FROM (SELECT event FROM case_act WHERE case_id = one.id ORDER BY seq)) AS acts,
    (SELECT count(*) FROM form_kept WHERE case_id = one.id) AS forms,
    (SELECT count(*) FROM case_person WHERE case_id = one.id) AS people
  FROM case_file AS one ORDER BY itemCode`;
const SLIPS = "SELECT count(*) AS slips FROM notice WHERE kind = 'bundle-receipt'";

const CaseRow = z.strictObject({
  itemCode: z.string(),
  state: z.string(),
  receiptNumber: z.string().nullable(),
  notices: z.string().nullable(),
  debts: z.string().nullable(),
  acts: z.string().nullable(),
  forms: z.int(),
  people: z.int(),
});
const Slips = z.tuple([z.strictObject({ slips: z.int() })]);

/** What a file holds of one open bundle. */
export interface BundleKept {
  /** Each case in one line, without its number: what a whole run and a resumed one must have in common. */
  readonly cases: readonly string[];
  /** Receipt numbers by item. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly slips: number;
}

/**
 * Opens the file of a desk that is gone, as its next start would.
 *
 * @throws DatabaseRefused when the file cannot be trusted; Error when the audit is not whole
 */
export function bundleKept(home: string): BundleKept {
  const keyHex = readFileSync(join(home, 'desk.key'), 'utf8').trim();
  const db = openDatabase({ file: join(home, 'desk.db'), keyHex, newest: newestOf(MIGRATIONS) });
  try {
    const { firstBadSeq } = openAudit(keyFor(keyHex, 'audit')).verify(db);
    if (firstBadSeq !== null) throw new Error(`the audit is not whole from entry ${firstBadSeq}`);
    const rows = CaseRow.array().parse(all(db, CASES));
    const [{ slips }] = Slips.parse(all(db, SLIPS));
    return {
      cases: rows.map(({ receiptNumber, ...left }) =>
        JSON.stringify({ ...left, numbered: receiptNumber !== null }),
      ),
      numbers: new Map(
        rows.flatMap(({ itemCode, receiptNumber }) => (receiptNumber ? [[itemCode, receiptNumber]] : [])),
      ),
      slips,
    };
  } finally {
    db.close();
  }
}
