import type Sqlite from 'better-sqlite3';

interface Written {
  readonly sql: string;
  readonly values: unknown;
}

export interface Recording {
  /** Ends it: what was written, in order. */
  readonly stop: () => readonly Written[];
}

const CHANGES_ROWS = /^\s*(INSERT|UPDATE|DELETE|WITH)\b/i;

/**
 * Records every statement that changes rows, with its values, in this whole process.
 *
 * @param like any open database: the statements of all of them are of one kind
 */
export function recordWrites(like: Sqlite.Database): Recording {
  const kind: unknown = Object.getPrototypeOf(like.prepare('SELECT 1'));
  if (typeof kind !== 'object' || kind === null) throw new Error('statements have no kind');
  const written: Written[] = [];
  const putBack = (['run', 'get'] as const).map((name) =>
    watch(kind, name, (statement, values) => {
      if (!statement.readonly && CHANGES_ROWS.test(statement.source)) {
        written.push({ sql: statement.source, values });
      }
    }),
  );
  return {
    stop: () => {
      for (const back of putBack) back();
      return written;
    },
  };
}

function watch(
  kind: object,
  name: 'run' | 'get',
  seen: (statement: Sqlite.Statement, values: unknown) => void,
): () => void {
  const plain: unknown = Reflect.get(kind, name);
  if (typeof plain !== 'function') throw new Error(`statements cannot ${name}`);
  const watched = function (this: Sqlite.Statement, ...given: unknown[]): unknown {
    seen(this, given[0]);
    return Reflect.apply(plain, this, given);
  };
  Reflect.set(kind, name, watched);
  return () => void Reflect.set(kind, name, plain);
}

const preparedBySql = new Map<string, Sqlite.Statement>();

/** Writes recorded rows into another file in one transaction, with nothing around it. Returns milliseconds. */
export function writeAgain(db: Sqlite.Database, rows: readonly Written[]): number {
  const acts = rows.map(({ sql, values }) => {
    const statement = preparedBySql.get(sql) ?? db.prepare(sql);
    preparedBySql.set(sql, statement);
    return { statement, values };
  });
  const write = db.transaction(() => {
    for (const { statement, values } of acts) {
      if (statement.reader) statement.get(values);
      else statement.run(values);
    }
  });
  const fromMs = performance.now();
  write();
  return performance.now() - fromMs;
}
