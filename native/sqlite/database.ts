import type Sqlite from 'better-sqlite3';

export type Values = Record<string, string | number | bigint | Uint8Array | null>;

/** An open database. Code that only reads asks for a Reader, so a read cannot write by accident. */
export type Reader = Pick<Sqlite.Database, 'prepare' | 'inTransaction'> & {
  readonly access: 'read' | 'write';
};
export type Writer = Reader &
  Pick<Sqlite.Database, 'transaction' | 'exec' | 'pragma'> & { readonly access: 'write' };

/** Rows come back as `unknown`; the caller's schema says what they are. Throws on SQL that writes. */
export function all(db: Reader, sql: string, values: Values = {}): unknown[] {
  return reading(db, sql).all(values);
}

export function one(db: Reader, sql: string, values: Values = {}): unknown {
  return reading(db, sql).get(values) ?? null;
}

/** For `… RETURNING`: the row as it is now, or null when no row matched. */
export function oneChanged(db: Writer, sql: string, values: Values = {}): unknown {
  return prepared(db, sql).get(values) ?? null;
}

/** Returns how many rows changed. */
export function run(db: Writer, sql: string, values: Values = {}): number {
  return prepared(db, sql).run(values).changes;
}

const togetherIn = new WeakMap<Writer, (act: () => void) => void>();

/** Does all of it in one transaction, or nothing when it throws. */
export function together<T>(db: Writer, act: () => T): T {
  const inOne = togetherIn.get(db) ?? transactionIn(db);
  const done: { result: { readonly is: T } | null } = { result: null };
  inOne(() => void (done.result = { is: act() }));
  if (!done.result) throw new Error('a transaction ended before what was to be done in it');
  return done.result.is;
}

function transactionIn(db: Writer): (act: () => void) => void {
  const inOne = db.transaction((done: () => void) => done());
  togetherIn.set(db, inOne);
  return inOne;
}

const CHANGES = 'SELECT total_changes() AS changes';

/**
 * How many rows were changed through this connection, those of a change that was taken back among them. A file has
 * one connection: as long as the count stands, outside a transaction, so does everything that was read.
 */
export function changesMade(db: Reader): unknown {
  return reading(db, CHANGES).pluck().get();
}

function reading(db: Reader, sql: string): Sqlite.Statement {
  const { statement, reads } = known(db, sql);
  if (!reads) throw new Error(`this reads, so it may not write: ${sql}`);
  return statement;
}

function prepared(db: Reader, sql: string): Sqlite.Statement {
  return known(db, sql).statement;
}

interface Prepared {
  readonly statement: Sqlite.Statement;
  readonly reads: boolean;
}

const preparedByDatabase = new WeakMap<Reader, Map<string, Prepared>>();

function known(db: Reader, sql: string): Prepared {
  const ofDatabase = preparedByDatabase.get(db) ?? preparedIn(db);
  const before = ofDatabase.get(sql);
  if (before) return before;
  const statement = db.prepare(sql);
  const made = { statement, reads: statement.readonly };
  ofDatabase.set(sql, made);
  return made;
}

function preparedIn(db: Reader): Map<string, Prepared> {
  const none = new Map<string, Prepared>();
  preparedByDatabase.set(db, none);
  return none;
}
