import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Writer } from '#native/sqlite/database.ts';
import { flushFile, flushFolder, writeDurably } from '#native/sqlite/durable-file.ts';
import { isSound, openAtRest } from '#native/sqlite/open-database.ts';
import type { FileBox } from './file-box.ts';

const KEPT = 3;
const LIST_ENDING = '.files';

/** Why a copy was made; the first word of its file name. */
export type BackupReason = 'desk' | 'before-migration' | 'before-restore';

/** What the proof of a copy found: a copy whose audit is not whole is kept, and somebody must be told. */
export type CopyStanding = 'good' | 'audit-not-whole' | 'unreadable';

export interface BackupPlace {
  readonly folder: string;
  readonly reason: BackupReason;
  /** Sorts by time: `20261124T021500`. */
  readonly stamp: string;
}

/** A backup could not be made or could not be read again. The older ones are untouched. */
export class BackupFailed extends Error {
  override name = 'BackupFailed';
}

/**
 * Copies the whole case file, under the same key, into a file that is not a backup yet: prove it, then `keep` it.
 *
 * Copying the file by hand would miss what is still in the log.
 *
 * @source safety.md 5.9
 */
export function copyWhole(db: Writer, { folder, reason, stamp }: BackupPlace): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `${reason}-${stamp}.half`);
  rmSync(half, { force: true });
  db.exec(`VACUUM INTO '${half.replaceAll("'", "''")}'`);
  chmodSync(half, 0o600);
  flushFile(half);
  return half;
}

/** Whether a copy opens with the key and every page of it is sound. */
export function isGoodCopy(file: string, keyHex: string): boolean {
  const copy = openAtRest(file, keyHex);
  try {
    return isSound(copy);
  } finally {
    copy.close();
  }
}

/** Makes a proved copy a backup and drops the oldest beyond three of its kind. Returns its file. */
export function keepCopy(half: string, place: BackupPlace): string {
  const file = join(place.folder, `${place.reason}-${place.stamp}.db`);
  renameSync(half, file);
  flushFolder(place.folder);
  for (const old of backupsIn(place.folder, place.reason).slice(KEPT)) {
    rmSync(join(place.folder, old));
    rmSync(listOf(join(place.folder, old)), { force: true });
  }
  return file;
}

/**
 * Copies the scans and photos that a copy names beside the backups; what is there already is not copied again.
 * Every new copy is read whole. Their places are listed beside the backup, so that later nothing is swept away
 * that a kept backup still names.
 *
 * @returns how many could not be read
 */
export async function copyFiles(
  from: FileBox,
  to: FileBox,
  hashes: readonly string[],
  place: BackupPlace,
): Promise<number> {
  let unreadable = 0;
  for (const hash of hashes) if (!(await to.copyFrom(from, hash))) unreadable += 1;
  const list = hashes.map((hash) => to.placeOf(hash)).join('\n');
  writeDurably(listOf(join(place.folder, `${place.reason}-${place.stamp}.db`)), `${list}\n`);
  return unreadable;
}

/** Throws a copy away that could not be proved, with the list of its files. */
export function dropCopy(half: string, place: BackupPlace): void {
  rmSync(half, { force: true });
  rmSync(listOf(join(place.folder, `${place.reason}-${place.stamp}.db`)), { force: true });
}

/** Where the files lie that the kept backups name. */
export function placesInBackups(folder: string): ReadonlySet<string> {
  const lists = readdirSync(folder).filter((name) => name.endsWith(LIST_ENDING));
  return new Set(lists.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n')));
}

function listOf(file: string): string {
  return `${file.slice(0, -'.db'.length)}${LIST_ENDING}`;
}

/**
 * Makes a backup and proves it by opening it, all at once: for the moment before a migration, where nothing
 * else may run.
 *
 * @throws BackupFailed
 */
export function backUpNow(db: Writer, keyHex: string, place: BackupPlace): string {
  const half = copyWhole(db, place);
  if (!isGoodCopy(half, keyHex)) {
    rmSync(half, { force: true });
    throw new BackupFailed('the backup could not be read again');
  }
  return keepCopy(half, place);
}

/** File names of the backups of one kind, newest first. */
export function backupsIn(folder: string, reason: BackupReason): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${reason}-`) && name.endsWith('.db'))
    .toSorted()
    .toReversed();
}

/** The stamp of a moment in a backup's name. */
export function stampOf(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
}
