import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HallClock } from '../clock.ts';
import { type Log, traceOf } from '../log.ts';
import {
  type BackupPlace,
  copyFiles,
  type CopyStanding,
  copyWhole,
  dropCopy,
  keepCopy,
  placesInBackups,
  stampOf,
} from './backup.ts';
import { isBackupDue, type LastBackup } from './backup-plan.ts';
import { isDiskLow } from './ballast.ts';
import type { WatchedDisk } from './disk-watch.ts';
import type { FileBox } from './file-box.ts';
import { namedFiles } from './files.ts';

const LOOK_EVERY_MS = 60_000;

/** What the keeping of a case file needs. */
export interface KeepingNeeds {
  readonly disk: WatchedDisk;
  readonly file: string;
  readonly files: FileBox;
  readonly fileCopies: FileBox;
  readonly backups: string;
  readonly clock: HallClock;
  readonly log: Log;
  /** Opens the copy, looks at every page and every audit entry, in a process of its own: 40 seconds per GB. */
  readonly prove: (copy: string) => Promise<CopyStanding>;
  /** Calls `act` again and again; what it returns ends that. */
  readonly every: (ms: number, act: () => void) => () => void;
}

/**
 * Looks after the case file while the hall works: room on the disk, backups when they are due. Nothing of it
 * happens while the desk starts.
 */
export function startKeeping(needs: KeepingNeeds): { readonly stop: () => Promise<void> } {
  const { disk, clock, log } = needs;
  const startedAtMs = clock.nowMs();
  let last: LastBackup = { atMs: startedAtMs, day: clock.todayAt(startedAtMs), writes: disk.writes() };
  let running: Promise<void> | null = null;

  const look = (): void => {
    disk.look(isDiskLow(dirname(needs.file)));
    const nowMs = clock.nowMs();
    const moment = {
      nowMs,
      today: clock.todayAt(nowMs),
      writes: disk.writes(),
      lastWriteAtMs: disk.lastWriteAtMs(),
    };
    if (running !== null || disk.trouble() === 'disk-full' || !isBackupDue(last, moment)) return;
    last = { atMs: nowMs, day: moment.today, writes: moment.writes };
    running = backUp(needs, nowMs).finally(() => {
      running = null;
    });
  };

  const end = needs.every(LOOK_EVERY_MS, () => {
    try {
      look();
    } catch (thrown) {
      disk.suffer(thrown);
      log('error', 'keeping-trouble', traceOf(thrown));
    }
  });
  return {
    stop: async () => {
      end();
      await running;
    },
  };
}

async function backUp(needs: KeepingNeeds, nowMs: number): Promise<void> {
  const { disk, files, fileCopies, backups, log, prove } = needs;
  const place: BackupPlace = { folder: backups, reason: 'desk', stamp: stampOf(nowMs) };
  try {
    const half = copyWhole(disk.db, place);
    const lost = await copyFiles(files, fileCopies, namedFiles(disk.db), place);
    if (lost > 0) log('error', 'files-not-readable', { count: lost });
    const standing = await prove(half);
    if (standing === 'unreadable') {
      dropCopy(half, place);
      log('error', 'backup-not-readable');
      return;
    }
    log('info', 'backup-made', { bytes: statSync(keepCopy(half, place)).size });
    if (standing === 'audit-not-whole') log('error', 'audit-not-whole');
    sweepFiles(needs);
  } catch (thrown) {
    disk.suffer(thrown);
    log('error', 'backup-trouble', traceOf(thrown));
  }
}

/** Bytes that no case and no kept backup names any more go: a page taken out, a file half written at a crash. */
function sweepFiles({ disk, files, fileCopies, backups, log }: KeepingNeeds): void {
  const named = new Set(namedFiles(disk.db).map((hash) => files.placeOf(hash)));
  const count = files.sweep(named) + fileCopies.sweep(placesInBackups(backups));
  if (count > 0) log('info', 'files-swept', { count });
}
