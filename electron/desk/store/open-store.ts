import { join } from 'node:path';
import { keyFor } from '#native/sqlite/encryption.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import type { Log } from '../log.ts';
import { type Audit, lastAuditSeq, openAudit } from './audit.ts';
import { backUpNow, stampOf } from './backup.ts';
import { ballastAt } from './ballast.ts';
import { type WatchedDisk, watchDisk } from './disk-watch.ts';
import { type FileBox, openFileBox } from './file-box.ts';
import { moveFilesOut } from './files.ts';
import { closeLeftActs } from './journal.ts';
import { migrate, newestOf } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';

const ENTRIES_CHECKED_AT_START = 1_000;

export interface StoreNeeds {
  readonly home: string;
  /** The desk's one key, 64 hex digits. */
  readonly keyHex: string;
  readonly nowMs: () => number;
  readonly log: Log;
  readonly onUnreadable: () => void;
}

/** The open case file with everything that watches over it. */
export interface Store {
  readonly file: string;
  readonly backups: string;
  readonly disk: WatchedDisk;
  readonly files: FileBox;
  /** The files that the backups name. */
  readonly fileCopies: FileBox;
  readonly audit: Audit;
  /** The first audit entry at start that was not as we wrote it, or null. */
  readonly firstBadAuditSeq: number | null;
  /** Acts outside the file that a crash cut off before this start. */
  readonly leftActs: number;
  readonly close: () => void;
}

/**
 * Opens `desk.db`: proves the key, brings the tables up to date after a backup, closes what a crash left open,
 * and checks the newest audit entries.
 *
 * @throws DatabaseRefused, BackupFailed; the file is then as it was
 */
export function openStore({ home, keyHex, nowMs, log, onUnreadable }: StoreNeeds): Store {
  const file = join(home, 'desk.db');
  const backups = join(home, 'backups');
  const open = openDatabase({ file, keyHex, newest: newestOf(MIGRATIONS) });
  try {
    migrate(open, MIGRATIONS, () =>
      backUpNow(open, keyHex, { folder: backups, reason: 'before-migration', stamp: stampOf(nowMs()) }),
    );
    const files = openFileBox(join(home, 'files'), keyHex);
    const movedOut = moveFilesOut(open, files);
    if (movedOut > 0) log('info', 'files-moved-out', { count: movedOut });
    const ballast = ballastAt(`${file}.ballast`);
    const disk = watchDisk(open, ballast, nowMs, onUnreadable);
    disk.look(false);
    const leftActs = closeLeftActs(disk.db, nowMs());
    if (leftActs > 0) log('warn', 'acts-left-open', { count: leftActs });

    const audit = openAudit(keyFor(keyHex, 'audit'));
    const after = Math.max(0, lastAuditSeq(open) - ENTRIES_CHECKED_AT_START);
    const { firstBadSeq } = audit.verify(open, after);
    if (firstBadSeq !== null) log('error', 'audit-not-whole', { count: firstBadSeq });

    return {
      file,
      backups,
      disk,
      files,
      fileCopies: openFileBox(join(backups, 'files'), keyHex),
      audit,
      firstBadAuditSeq: firstBadSeq,
      leftActs,
      close: () => {
        open.close();
      },
    };
  } catch (thrown) {
    open.close();
    throw thrown;
  }
}
