import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const LARGE = 'SELECT 1 AS large FROM own_look WHERE number = @number AND large_type = 1';
const KEEP = `INSERT INTO own_look (number, large_type) VALUES (@number, @large)
  ON CONFLICT (number) DO UPDATE SET large_type = excluded.large_type`;

/** Whether this clerk wants large type. */
export function wantsLargeType(db: Reader, number: string): boolean {
  return one(db, LARGE, { number }) !== null;
}

export function keepLargeType(db: Writer, number: string, large: boolean): void {
  run(db, KEEP, { number, large: Number(large) });
}
