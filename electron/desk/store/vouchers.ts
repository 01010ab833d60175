import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { VoucherId } from '#contract/shapes/progress.ts';
import { one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const GOOD_FOR_MS = 5 * 60_000;

const ADD = `INSERT INTO voucher (id, seat, clerk, supervisor, made_at_ms, good_until_ms)
  VALUES (@id, @seat, @clerk, @supervisor, @atMs, @goodUntilMs)`;
const USE = `UPDATE voucher SET used_at_ms = @atMs
  WHERE id = @id AND seat = @seat AND clerk = @clerk AND used_at_ms IS NULL
    AND made_at_ms <= @atMs AND good_until_ms > @atMs RETURNING supervisor`;
const NAME = 'SELECT name FROM person WHERE number = @number';

/** A supervisor's leave for one act of one clerk at one seat. */
export function addVoucher(
  db: Writer,
  voucher: {
    readonly seat: string;
    readonly clerk: string;
    readonly supervisor: string;
    readonly atMs: number;
  },
): { readonly voucher: VoucherId; readonly goodUntilMs: number } {
  const id = VoucherId.parse(randomUUID());
  const goodUntilMs = voucher.atMs + GOOD_FOR_MS;
  run(db, ADD, { ...voucher, id, goodUntilMs });
  return { voucher: id, goodUntilMs };
}

/**
 * Uses a voucher up: the number of the supervisor, or null when it is not this clerk's at this seat, was used, or is
 * too old. Used in the transaction of the act, so a refused act leaves it good.
 */
export function takeVoucher(
  db: Writer,
  used: { readonly id: VoucherId; readonly seat: string; readonly clerk: string; readonly atMs: number },
): string | null {
  const row = oneChanged(db, USE, { ...used });
  return row === null ? null : z.object({ supervisor: z.string() }).parse(row).supervisor;
}

/** The name that is printed beside a number; the number itself where the account is gone. */
export function nameOfStaff(db: Reader, number: string): string {
  return (
    z
      .object({ name: z.string() })
      .nullable()
      .parse(one(db, NAME, { number }))?.name ?? number
  );
}
