import type { Writer } from '#native/sqlite/database.ts';
import { storeTroubleOf } from '#native/sqlite/trouble.ts';
import type { DiskWatch } from '../parts.ts';
import type { Ballast } from './ballast.ts';

/** The watch over one case file, and the database through which it sees every commit. */
export interface WatchedDisk extends DiskWatch {
  readonly db: Writer;
  /** Looks at something that was thrown: is it trouble of the disk or the file? */
  readonly suffer: (thrown: unknown) => void;
  /** Looks whether there is room again. Called from time to time. */
  readonly look: (isLow: boolean) => void;
}

/**
 * Watches a database: when the last transaction reached the disk, how many did, and whether the disk is in
 * trouble. The first `disk-full` gives the ballast away, so that what was begun can still be finished.
 *
 * Trouble is `disk-full`, `disk-low`, `case-file-unreadable` or null.
 *
 * @param onUnreadable is told once when the file or the disk cannot be trusted any more
 */
export function watchDisk(
  db: Writer,
  ballast: Ballast,
  nowMs: () => number,
  onUnreadable: () => void,
): WatchedDisk {
  let lastWriteAtMs: number | null = null;
  let writes = 0;
  let trouble: string | null = null;

  const suffer = (thrown: unknown): void => {
    const kind = storeTroubleOf(thrown);
    if (kind === 'disk-full') {
      ballast.release();
      trouble = 'disk-full';
    }
    if (kind === 'unreadable' && trouble !== 'case-file-unreadable') {
      trouble = 'case-file-unreadable';
      onUnreadable();
    }
  };

  const watched = <F extends (...given: never[]) => unknown>(act: F): F =>
    new Proxy(act, {
      apply: (target, self, given) => {
        try {
          const result: unknown = Reflect.apply(target, self, given);
          if (!db.inTransaction) {
            writes += 1;
            lastWriteAtMs = nowMs();
          }
          return result;
        } catch (thrown) {
          suffer(thrown);
          throw thrown;
        }
      },
    });

  return {
    db: {
      access: 'write',
      get inTransaction() {
        return db.inTransaction;
      },
      prepare: (sql: string) => db.prepare(sql),
      exec: (sql: string) => db.exec(sql),
      pragma: (sql, options) => db.pragma(sql, options),
      transaction: (act) => watched(db.transaction(act)),
    },
    lastWriteAtMs: () => lastWriteAtMs,
    writes: () => writes,
    trouble: () => trouble,
    suffer,
    look: (isLow) => {
      if (trouble === 'case-file-unreadable') return;
      if (!ballast.fill()) trouble = 'disk-full';
      else trouble = isLow ? 'disk-low' : null;
    },
  };
}
