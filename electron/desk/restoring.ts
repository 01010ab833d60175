import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openAtRest } from '#native/sqlite/open-database.ts';
import { standingOf } from './proving.ts';
import { keyOfHome } from './settings/desk-key.ts';
import { refusalToStart } from './starting.ts';
import { backupsIn } from './store/backup.ts';
import { newestOf } from './store/migrate.ts';
import { MIGRATIONS } from './store/migrations/all.ts';
import { restore } from './store/restore.ts';
import { type Losses, lossesOf } from './store/restore-plan.ts';

interface Wish {
  readonly home: string;
  /** A file, the name of one in the folder of the backups, or `newest`. */
  readonly backup: string;
  /** What is newer may be left behind. */
  readonly yes: boolean;
}

/**
 * `desk --restore`: proves a backup, says what is newer than it, and puts it in the place of the case file.
 *
 * @returns whether it was done; else nothing was changed, and what was said tells why
 */
export async function restoreFromLine(wish: Wish, say: (line: string) => void): Promise<boolean> {
  try {
    return await restored(wish, say);
  } catch (thrown) {
    const why = refusalToStart(thrown);
    if (!why) throw thrown;
    say(why.message);
    say('Nothing was changed.');
    return false;
  }
}

async function restored({ home, backup: named, yes }: Wish, say: (line: string) => void): Promise<boolean> {
  const backup = fileOf(home, named);
  if (backup === null) {
    say(`There is no backup ${named}. In ${join(home, 'backups')} lie:`);
    for (const name of everyBackup(home)) say(`  ${name}`);
    return false;
  }
  const keyHex = keyOfHome(home);
  const standing = standingOf(backup, keyHex);
  if (standing === 'unreadable') {
    say(`${backup} cannot be opened with the key of this home, or is damaged. Nothing was changed.`);
    return false;
  }
  const isNewer = versionIn(backup, keyHex) > newestOf(MIGRATIONS);
  if (isNewer) {
    say(`${backup} was written by a newer program than this one. Nothing was changed.`);
    return false;
  }
  say(`${backup} opens, and every page of it is sound.`);
  if (standing === 'audit-not-whole') say('Its audit is not whole: entries were changed or are missing.');

  const losses = lossesOf(join(home, 'desk.db'), keyHex, backup);
  for (const line of linesOf(losses)) say(line);
  const isSafe = losses.present !== 'unreadable' && losses.auditEntries === 0 && standing === 'good';
  if (!isSafe && !yes) {
    say('Nothing was changed. To go back all the same, say it again with --yes.');
    return false;
  }
  const { aside, filesMissing, numbersLeftOut } = await restore({
    home,
    keyHex,
    backup,
    present: losses.present,
    nowMs: Date.now(),
  });
  say(`Restored. The next start of the desk works with it.`);
  if (aside !== null) say(`What was there lies in ${aside}.`);
  if (filesMissing > 0) say(`${filesMissing} scans or photos that it names are not there.`);
  if (numbersLeftOut > 0)
    say(`${numbersLeftOut} numbers of each series were left out, so that none is given twice.`);
  return true;
}

/** A path, a name in the folder of the backups, or the newest of all. */
function fileOf(home: string, named: string): string | null {
  const folder = join(home, 'backups');
  const inFolder = named === 'newest' ? everyBackup(home)[0] : named;
  const places = [inFolder === undefined ? null : join(folder, inFolder), resolve(named)];
  return places.find((place) => place !== null && existsSync(place)) ?? null;
}

/** Newest first; the copies a restore put aside last, for nobody wants them unasked. */
function everyBackup(home: string): string[] {
  const folder = join(home, 'backups');
  const stampOf = (name: string): string => name.slice(-'00000000T000000.db'.length);
  const made = [...backupsIn(folder, 'desk'), ...backupsIn(folder, 'before-migration')];
  const byTime = made.toSorted((one, other) => (stampOf(one) < stampOf(other) ? 1 : -1));
  return [...byTime, ...backupsIn(folder, 'before-restore')];
}

function versionIn(backup: string, keyHex: string): number {
  const copy = openAtRest(backup, keyHex);
  try {
    return Number(copy.pragma('user_version', { simple: true }));
  } finally {
    copy.close();
  }
}

function linesOf({ present, newer, auditEntries }: Losses): string[] {
  if (present === 'none') return ['There is no case file here: nothing can be lost.'];
  if (present === 'unreadable') {
    return ['The present case file cannot be read: what is newer in it is not known. It is kept aside.'];
  }
  if (auditEntries === 0) return ['Nothing is newer than this backup.'];
  return [
    `Newer than this backup: ${auditEntries} entries of the audit, cases: ${newer.length}`,
    ...newer.map(
      ({ receiptNumber, id, itemNameZh, state, unsent }) =>
        `  ${receiptNumber ?? `draft ${id}`} ${itemNameZh} ${state}${unsent > 0 ? `, ${unsent} not sent to the province` : ''}`,
    ),
  ];
}
