import { Kysely, type SqliteDatabase, SqliteAdapter, SqliteDialect, sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { HallTables } from './hall-tables.ts';

/** The embedded engine: one process, one connection, so nobody else can be claiming. */
export function sqliteEngine(nowMs: () => number): Engine {
  return {
    nowMs: async () => nowMs(),
    moment: 'integer',
    counted: (column) => column.primaryKey().autoIncrement(),
    strict: (table) => table.modifyEnd(sql`strict`),
    appendOnly: async (db, table) => {
      for (const change of ['update', 'delete'] as const) {
        await sql`
          create trigger ${sql.ref(`${table}_no_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
          begin select raise(abort, 'the journal of the hall is append-only'); end`.execute(db);
      }
    },
    claiming: (query) => query,
    wasBeaten: (thrown) =>
      thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_CONSTRAINT_UNIQUE',
  };
}

/** Kysely over an open SQLite database. Steps of the schema run all or none. */
export function kyselyOver(database: SqliteDatabase): Kysely<HallTables> {
  return new Kysely<HallTables>({ dialect: new TransactionalSqlite({ database }) });
}

/** SQLite changes tables inside transactions; Kysely's own adapter does not say so. */
class TransactionalSqlite extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
