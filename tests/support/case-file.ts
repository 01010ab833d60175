import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate, type Migration, newestOf } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { openDatabase, type OpenDatabase } from '#native/sqlite/open-database.ts';
import { tempHome } from './temp-home.ts';

/** A key that is made up, for files that live as long as one test. */
export const TEST_KEY = '1f'.repeat(32);

const NAME = 'desk.db';
const ENDINGS = ['', '.keycheck'] as const;

/** An encrypted case file with every table, closed and removed when the test is over. */
export function aCaseFile(steps: readonly Migration[] = MIGRATIONS): OpenDatabase {
  const folder = tempHome();
  if (steps === MIGRATIONS) layCaseFile(folder);
  const db = opened(folder, steps);
  onTestFinished(() => {
    db.close();
  });
  return db;
}

function opened(folder: string, steps: readonly Migration[]): OpenDatabase {
  const db = openDatabase({ file: join(folder, NAME), keyHex: TEST_KEY, newest: newestOf(steps) });
  migrate(db, steps);
  return db;
}

let template: ReadonlyMap<string, Uint8Array> | null = null;

/**
 * Lays an empty case file with every table into a folder that has none. The first is made by its steps, the others are
 * copies of it.
 */
export function layCaseFile(folder: string): void {
  template ??= newestTemplate();
  for (const [ending, bytes] of template) writeFileSync(join(folder, NAME + ending), bytes);
}

function newestTemplate(): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-template-'));
  try {
    opened(folder, MIGRATIONS).close();
    return new Map(ENDINGS.map((ending) => [ending, readFileSync(join(folder, NAME + ending))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
