import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Engine } from './engine.ts';
import type { HallTables } from './hall-tables.ts';
import { board } from './migrations/0010-board.ts';
import { guidanceOnTicket } from './migrations/0020-guidance.ts';
import { guidanceCarried } from './migrations/0030-guidance-carried.ts';
import { itemNameEn } from './migrations/0040-item-name-en.ts';

/** The steps of the hall database, oldest first. A released step is never edited. */
const steps = (engine: Engine): Readonly<Record<string, Migration>> => ({
  '0010-board': board(engine),
  '0020-guidance': guidanceOnTicket,
  '0030-guidance-carried': guidanceCarried,
  '0040-item-name-en': itemNameEn,
});

/** The newest step, as the file itself tells it. */
export const BOARD_VERSION = 30;

/** The hall database was made by a newer version; it was left as it is. */
export class HallFromTheFuture extends Error {
  override name = 'HallFromTheFuture';
}

/**
 * Brings the hall database up to date, all or nothing, the same steps for both engines.
 *
 * @throws HallFromTheFuture when the database holds a step this version does not know
 */
export async function migrateBoard(
  db: Kysely<HallTables>,
  engine: Engine,
  known: Readonly<Record<string, Migration>> = steps(engine),
): Promise<void> {
  const strange = (await stepsTaken(db)).filter((step) => !(step in known));
  if (strange.length > 0)
    throw new HallFromTheFuture(`the hall database has steps of a newer version: ${strange.join(', ')}`);

  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'none of its steps';
    throw new Error(`the hall database could not be brought up to date: ${failed}`, { cause: error });
  }
}

const KEPT_BY_KYSELY = 'kysely_migration';

async function stepsTaken(db: Kysely<HallTables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === KEPT_BY_KYSELY)) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom(KEPT_BY_KYSELY)
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map((row) => row.name);
}
