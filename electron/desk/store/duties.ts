import { z } from 'zod';
import { Duty } from '#contract/shapes/catalogue.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const ADD = `INSERT INTO duty (place, department, data, duty, method, frequency, replaces)
  VALUES (@place, @department, @data, @duty, @method, @frequency, @replaces)`;
const ADD_PAPER = 'INSERT INTO duty_paper (name_key, place) VALUES (@nameKey, @place) ON CONFLICT DO NOTHING';
const SET_LIST = 'INSERT INTO duty_list (one, name, hash, by, at_ms) VALUES (1, @name, @hash, @by, @atMs)';
const LIST = 'SELECT name, by, at_ms AS atMs FROM duty_list';
const COLUMNS = 'department, data, duty, method, frequency, replaces';
const DUTIES = `SELECT ${COLUMNS} FROM duty ORDER BY place`;
const ON_PAPER = `SELECT ${COLUMNS} FROM duty JOIN duty_paper USING (place)
  WHERE name_key = @nameKey ORDER BY place LIMIT 1`;

const Row = Duty.extend({ replaces: z.string() }).transform((row) =>
  Duty.parse({ ...row, replaces: JSON.parse(row.replaces) }),
);
const MaybeRow = Row.nullable();
const List = z.strictObject({ name: z.string(), by: z.string(), atMs: z.int() });

/** Puts a whole list in force instead of the one before. `keyOf` is how a paper's name is compared. */
export function putDutiesInForce(
  db: Writer,
  list: {
    readonly name: string;
    readonly hash: string;
    readonly by: string;
    readonly atMs: number;
    readonly duties: readonly Duty[];
  },
  keyOf: (name: string) => string,
): void {
  const { duties, ...about } = list;
  for (const table of ['duty_paper', 'duty', 'duty_list']) run(db, `DELETE FROM ${table}`);
  run(db, SET_LIST, about);
  for (const [at, duty] of duties.entries()) {
    const place = at + 1;
    run(db, ADD, { ...duty, replaces: JSON.stringify(duty.replaces), place });
    for (const name of duty.replaces) run(db, ADD_PAPER, { nameKey: keyOf(name), place });
  }
}

export function dutyListInForce(db: Reader): (z.output<typeof List> & { readonly list: Duty[] }) | null {
  const about = List.nullable().parse(one(db, LIST));
  return about && { ...about, list: Row.array().parse(all(db, DUTIES)) };
}

/** The duty that replaces a paper of this name, or null. */
export function dutyOnPaper(db: Reader, nameKey: string): Duty | null {
  return MaybeRow.parse(one(db, ON_PAPER, { nameKey }));
}
