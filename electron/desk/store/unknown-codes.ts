import { UnknownCode } from '#contract/shapes/catalogue.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const ADD = `INSERT INTO unknown_code (code_table, code, times, last_at_ms) VALUES (@table, @code, 1, @atMs)
  ON CONFLICT (code_table, code) DO UPDATE SET times = times + 1, last_at_ms = excluded.last_at_ms`;
const LIST = `SELECT code_table AS "table", code, times, last_at_ms AS lastAtMs FROM unknown_code
  ORDER BY last_at_ms DESC, code_table, code`;

/** Counts a code that no table here knows. Whoever shows it shows the code itself, never a word. */
export function countUnknownCode(
  db: Writer,
  seen: Pick<UnknownCode, 'table' | 'code'> & { readonly atMs: number },
): void {
  run(db, ADD, seen);
}

/** The latest first. */
export function unknownCodesSeen(db: Reader): UnknownCode[] {
  return UnknownCode.array().parse(all(db, LIST));
}
