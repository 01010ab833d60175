import { existsSync } from 'node:fs';
import { z } from 'zod';
import { all, one, type Reader } from '#native/sqlite/database.ts';
import { DatabaseRefused, openAtRest, openDatabase } from '#native/sqlite/open-database.ts';
import { storeTroubleOf } from '#native/sqlite/trouble.ts';

/** A case that the present file holds and the backup does not, or not as it stands now. */
const NewerCase = z.strictObject({
  id: z.string(),
  /** Null for a draft. */
  receiptNumber: z.string().nullable(),
  itemNameZh: z.string(),
  state: z.string(),
  /** What of it the province has not acknowledged. */
  unsent: z.int().nonnegative(),
});
export type NewerCase = z.output<typeof NewerCase>;

/** What would be lost by going back to a backup. */
export interface Losses {
  /** none: no case file lies there · unreadable: what is newer in it cannot be known */
  readonly present: 'none' | 'readable' | 'unreadable';
  readonly newer: readonly NewerCase[];
  /** Audit entries written since the backup, those about cases included. */
  readonly auditEntries: number;
}

const CASES = `SELECT id, receipt_number AS receiptNumber, json_extract(item, '$.nameZh') AS itemNameZh, state,
    (SELECT count(*) FROM outbox WHERE case_id = case_file.id AND state <> 'done') AS unsent
  FROM case_file ORDER BY receipt_number IS NULL, receipt_number, id`;
const ACTS = `SELECT subject AS id, max(seq) AS seq FROM audit WHERE outcome = 'ok' AND subject IS NOT NULL GROUP BY subject`;
const LAST = 'SELECT coalesce(max(seq), 0) AS seq FROM audit';

const Cases = NewerCase.array();
const Acts = z.strictObject({ id: z.string(), seq: z.int() }).array();
const Last = z.strictObject({ seq: z.int() });

/**
 * Compares the present case file with a backup of it. A case is newer when the backup does not know it, has it in
 * another state, or when something was done to it since, as the audit of the file says.
 *
 * @throws DatabaseRefused when another process holds the file, or the key is not its key
 */
export function lossesOf(file: string, keyHex: string, backup: string): Losses {
  if (!existsSync(file)) return { present: 'none', newer: [], auditEntries: 0 };
  try {
    const present = openDatabase({ file, keyHex });
    try {
      const copy = openAtRest(backup, keyHex);
      try {
        return { present: 'readable', ...newerIn(present, copy) };
      } finally {
        copy.close();
      }
    } finally {
      present.close();
    }
  } catch (thrown) {
    const isDamaged = thrown instanceof DatabaseRefused && thrown.trouble === 'damaged';
    if (!isDamaged && storeTroubleOf(thrown) !== 'unreadable') throw thrown;
    return { present: 'unreadable', newer: [], auditEntries: 0 };
  }
}

function newerIn(present: Reader, copy: Reader): Pick<Losses, 'newer' | 'auditEntries'> {
  const then = new Map(Cases.parse(all(copy, CASES)).map(({ id, state }) => [id, state] as const));
  const since = Last.parse(one(copy, LAST)).seq;
  const touched = new Set(
    Acts.parse(all(present, ACTS))
      .filter(({ seq }) => seq > since)
      .map(({ id }) => id),
  );
  const newer = Cases.parse(all(present, CASES)).filter(
    ({ id, state }) => then.get(id) !== state || touched.has(id),
  );
  return { newer, auditEntries: Math.max(0, Last.parse(one(present, LAST)).seq - since) };
}
