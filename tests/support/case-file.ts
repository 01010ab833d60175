import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate, type Migration, newestOf } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { openDatabase, type OpenDatabase } from '#native/sqlite/open-database.ts';
import { tempHome } from './temp-home.ts';

/** A key that is made up, for files that live as long as one test. */
export const TEST_KEY = '1f'.repeat(32);

/** An encrypted case file with every table, closed and removed when the test is over. */
export function aCaseFile(steps: readonly Migration[] = MIGRATIONS): OpenDatabase {
  const db = openDatabase({ file: join(tempHome(), 'desk.db'), keyHex: TEST_KEY, newest: newestOf(steps) });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, steps);
  return db;
}
