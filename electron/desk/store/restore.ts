import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFile, flushFolder } from '#native/sqlite/durable-file.ts';
import { keepKeyCheck, keyFor } from '#native/sqlite/encryption.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import { copyAside } from '#native/sqlite/suspicion.ts';
import { openAudit } from './audit.ts';
import { BackupFailed, copyFiles, copyWhole, isGoodCopy, stampOf } from './backup.ts';
import { openFileBox } from './file-box.ts';
import { namedFiles } from './files.ts';
import { type GivenNumbers, givenNumbers, goOnAfter, leaveOut } from './given-numbers.ts';
import type { Losses } from './restore-plan.ts';

/** More than any window gives out between two backups. */
const LEFT_OUT = 200;

export interface Restored {
  /** Where the file that was there lies now; null when there was none. */
  readonly aside: string | null;
  /** Scans and photos the backup names that are nowhere to be found. */
  readonly filesMissing: number;
  /** Numbers that were left out because nobody can say which were given. */
  readonly numbersLeftOut: number;
}

/**
 * Puts a proved backup in the place of the case file. The present file is kept aside as a backup of its own, with its
 * scans, so that going back can be gone back on; numbers go on where the present file stood; the audit tells it.
 *
 * The new file is made ready beside the old one and takes its name at the very end: a power cut leaves one or the
 * other, whole.
 *
 * @throws BackupFailed, DatabaseRefused; the present file is then as it was
 * @source safety.md P16: create, verify, restore; domain.md 13.3 invariant 10
 */
export async function restore(wish: {
  readonly home: string;
  readonly keyHex: string;
  readonly backup: string;
  readonly present: Losses['present'];
  readonly nowMs: number;
}): Promise<Restored> {
  const { home, keyHex, backup, present, nowMs } = wish;
  const file = join(home, 'desk.db');
  const staged = `${file}.restoring`;
  const kept = present === 'readable' ? await keepAside(wish, file) : null;
  const aside = kept?.aside ?? (present === 'unreadable' ? copyAside(file) : null);

  for (const ending of ['', '-wal', '.keycheck']) rmSync(`${staged}${ending}`, { force: true });
  copyFileSync(backup, staged);
  flushFile(staged);
  keepKeyCheck(staged, keyHex);
  const filesMissing = await makeReady(wish, staged, kept?.numbers ?? null);
  // The log of the old file would be read into the new one. All of it lies aside by now.
  rmSync(`${file}-wal`, { force: true });
  renameSync(staged, file);
  keepKeyCheck(file, keyHex);
  for (const ending of ['-wal', '.keycheck']) rmSync(`${staged}${ending}`, { force: true });
  rmSync(`${file}.unreadable`, { force: true });
  flushFolder(dirname(file));
  return { aside, filesMissing, numbersLeftOut: present === 'unreadable' ? LEFT_OUT : 0 };

  async function makeReady(
    { home: at }: { readonly home: string },
    ready: string,
    numbers: GivenNumbers | null,
  ): Promise<number> {
    const db = openDatabase({ file: ready, keyHex });
    try {
      db.transaction(() => {
        if (numbers) goOnAfter(db, numbers);
        else if (present === 'unreadable') leaveOut(db, LEFT_OUT);
        openAudit(keyFor(keyHex, 'audit')).add(db, {
          call: 'desk.restore',
          by: 'desk',
          seat: 'desk',
          subject: basename(backup),
          purpose: aside && basename(aside),
          outcome: 'ok',
          atMs: nowMs,
        });
      })();
      return await bringFiles(at, keyHex, namedFiles(db));
    } finally {
      db.close();
    }
  }
}

async function keepAside(
  { home, keyHex, nowMs }: { readonly home: string; readonly keyHex: string; readonly nowMs: number },
  file: string,
): Promise<{ readonly aside: string; readonly numbers: GivenNumbers }> {
  const folder = join(home, 'backups');
  const place = { folder, reason: 'before-restore', stamp: stampOf(nowMs) } as const;
  const db = openDatabase({ file, keyHex });
  try {
    const half = copyWhole(db, place);
    if (!isGoodCopy(half, keyHex)) {
      rmSync(half, { force: true });
      throw new BackupFailed('the present file could not be copied aside');
    }
    await copyFiles(
      openFileBox(join(home, 'files'), keyHex),
      fileCopies(home, keyHex),
      namedFiles(db),
      place,
    );
    const aside = join(folder, `${place.reason}-${place.stamp}.db`);
    renameSync(half, aside);
    flushFolder(folder);
    return { aside, numbers: givenNumbers(db) };
  } finally {
    db.close();
  }
}

/** Scans that were swept since lie beside the backups. */
async function bringFiles(home: string, keyHex: string, hashes: readonly string[]): Promise<number> {
  const files = openFileBox(join(home, 'files'), keyHex);
  const copies = fileCopies(home, keyHex);
  let missing = 0;
  for (const hash of hashes) {
    if (!files.isWhole(hash) && !(await files.copyFrom(copies, hash))) missing += 1;
  }
  return missing;
}

function fileCopies(home: string, keyHex: string) {
  return openFileBox(join(home, 'backups', 'files'), keyHex);
}
