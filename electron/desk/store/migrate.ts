import type { Writer } from '#native/sqlite/database.ts';
import { type Remake, remakeTable } from './remake-table.ts';

/** One numbered step of the case file. Released steps are frozen: tests keep their hashes. */
export interface Migration {
  readonly version: number;
  readonly up: string;
  /** A table made anew because its checks change, before `up`. */
  readonly remake?: Remake;
}

/** The file was written by a newer program. It is left untouched. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
}

/** The newest version that a list of steps makes. */
export function newestOf(steps: readonly Migration[]): number {
  return steps.at(-1)?.version ?? 0;
}

/**
 * Brings a database up to the end of `steps` in one transaction: all of it, or none of it.
 *
 * @param beforeChange makes and proves a copy of a file that already holds something; when it throws,
 *   nothing is changed
 * @throws NewerDatabase when the file is beyond the last step
 * @throws RangeError when the steps are not numbered upwards
 */
export function migrate(
  db: Writer,
  steps: readonly Migration[],
  beforeChange: (fromVersion: number) => void = () => {},
): void {
  for (const [at, step] of steps.entries()) {
    if (step.version <= (steps[at - 1]?.version ?? 0)) {
      throw new RangeError(`step ${step.version} does not come after the step before it`);
    }
  }
  const version = versionOf(db);
  const newest = newestOf(steps);
  if (version > newest) {
    throw new NewerDatabase(`the database is at version ${version}, this program knows ${newest}`);
  }
  const pending = steps.filter((step) => step.version > version);
  if (pending.length === 0) return;
  if (version > 0) beforeChange(version);

  db.transaction(() => {
    for (const { remake, up } of pending) {
      if (remake) remakeTable(db, remake);
      db.exec(up);
    }
    db.pragma(`user_version = ${newest}`);
  })();
}

/** The version a database stands at; 0 when it is new. */
export function versionOf(db: Writer): number {
  return Number(db.pragma('user_version', { simple: true }));
}
