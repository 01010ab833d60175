import Sqlite from 'better-sqlite3';

export interface Written {
  readonly sql: string;
  readonly values: unknown;
}

interface Recording {
  /** What was written since it was asked last, in order. */
  readonly taken: () => readonly Written[];
  readonly stop: () => void;
}

const CHANGES_ROWS = /^\s*(INSERT|UPDATE|DELETE|WITH)\b/i;

/** Records every statement that changes rows, with its values, in this whole process. */
export function recordWrites(): Recording {
  const any = new Sqlite(':memory:');
  const kind: unknown = Object.getPrototypeOf(any.prepare('SELECT 1'));
  any.close();
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
    taken: () => written.splice(0),
    stop: () => {
      for (const back of putBack) back();
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
