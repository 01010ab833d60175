import { z } from 'zod';
import { one, type Reader } from '#native/sqlite/database.ts';

const BY_RECEIPT = 'SELECT id FROM case_file WHERE receipt_number = @receipt';

const Found = z.object({ id: z.string() }).nullable();

/** The case that was given this receipt number, or null. */
export function caseIdOfReceipt(db: Reader, receipt: string): string | null {
  return Found.parse(one(db, BY_RECEIPT, { receipt }))?.id ?? null;
}
