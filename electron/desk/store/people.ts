import { z } from 'zod';
import { ClerkNumber, Role, type Staff } from '#contract/shapes/person.ts';
import { all, one, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const PERSON = `
  number, name, roles, password, first_password AS firstPassword, must_change AS mustChange, failures,
  closed_until_ms AS closedUntilMs`;
const BY_NUMBER = `SELECT ${PERSON} FROM person WHERE number = @number`;
const COUNT = 'SELECT count(*) AS people FROM person';
const ALL = `SELECT ${PERSON} FROM person ORDER BY number`;
const ADD = `
  INSERT INTO person (number, name, roles, password, first_password, must_change, added_at_ms)
  VALUES (@number, @name, @roles, @password, @password, @mustChange, @atMs)`;
const COUNT_FAILURE = `
  UPDATE person SET failures = failures + 1 WHERE number = @number RETURNING failures`;
const CLOSE = 'UPDATE person SET closed_until_ms = @untilMs, failures = 0 WHERE number = @number';
const FORGIVE = 'UPDATE person SET failures = 0, closed_until_ms = NULL WHERE number = @number';
const CHANGE_PASSWORD = `
  UPDATE person SET password = @password, must_change = 0 WHERE number = @number`;

const PersonRow = z.object({
  number: ClerkNumber,
  name: z.string(),
  roles: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(Role).min(1)),
  password: z.string(),
  firstPassword: z.string(),
  mustChange: z.literal([0, 1]).transform((n) => n === 1),
  failures: z.int(),
  closedUntilMs: z.int().nullable(),
});
const MaybePerson = PersonRow.nullable();

/** A staff account. `password` and `firstPassword` are hashes. */
export type Person = z.output<typeof PersonRow>;

/** A staff account to be made. `password` is a hash. */
export interface NewPerson extends Staff {
  readonly password: string;
  readonly mustChange: boolean;
}

export function personByNumber(db: Reader, number: string): Person | null {
  return MaybePerson.parse(one(db, BY_NUMBER, { number }));
}

export function everyPerson(db: Reader): Person[] {
  return PersonRow.array().parse(all(db, ALL));
}

/** Whether nobody has an account yet: a first start. */
export function hasNobody(db: Reader): boolean {
  return z.object({ people: z.int() }).parse(one(db, COUNT)).people === 0;
}

export function addPerson(db: Writer, person: NewPerson, atMs: number): void {
  const { number, name, roles, password, mustChange } = person;
  run(db, ADD, {
    number,
    name,
    roles: JSON.stringify(roles),
    password,
    mustChange: mustChange ? 1 : 0,
    atMs,
  });
}

/** Counts a wrong password and says how many that makes in a row. */
export function countFailure(db: Writer, number: string): number {
  return z.object({ failures: z.int() }).parse(oneChanged(db, COUNT_FAILURE, { number })).failures;
}

export function closeAccount(db: Writer, number: string, untilMs: number): void {
  run(db, CLOSE, { number, untilMs });
}

export function forgiveFailures(db: Writer, number: string): void {
  run(db, FORGIVE, { number });
}

/** `password` is a hash. */
export function changePassword(db: Writer, number: string, password: string): void {
  run(db, CHANGE_PASSWORD, { number, password });
}

/** Who a person is to the others: without hashes. */
export function staffOf(person: Person): Staff {
  return { number: person.number, name: person.name, roles: person.roles };
}
