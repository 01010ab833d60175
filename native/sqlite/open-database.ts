import Sqlite from 'better-sqlite3';
import { existsSync } from 'node:fs';
import type { Reader, Writer } from './database.ts';
import { checkKey, CIPHER, isKey, keepKeyCheck } from './encryption.ts';
import { copyAside, lookAt } from './suspicion.ts';

const FULL = 2;
const NODE_API = 10;
/** Before it two connections could lose a log that was just reset. */
const SQLITE_SINCE = [3, 51, 3] as const;
const LOG_KEPT_BYTES = 8 * 1024 * 1024;
/** A page that is not kept in memory is read and decrypted anew; the index of twenty thousand items fits in here. */
const PAGES_KEPT_KIB = 64 * 1024;
/** An old process that is just ending is waited for, another running desk is not. */
const WAIT_FOR_LOCK_MS = 1_500;

/**
 * in-use: another process holds the file · wrong-key: not the key it was made with · plain-file: not
 * encrypted · damaged: right key, unreadable · newer: written by a newer program · unsafe-library: this
 * SQLite or this Node would not keep our promises
 */
export type DatabaseTrouble = 'in-use' | 'wrong-key' | 'plain-file' | 'damaged' | 'newer' | 'unsafe-library';

/** A database was not opened. The file is as it was; `aside` names the copy that was made of it, if any. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
  readonly trouble: DatabaseTrouble;
  readonly aside: string | null;

  constructor(trouble: DatabaseTrouble, sentence: string, aside: string | null = null) {
    super(aside === null ? sentence : `${sentence} A copy was put aside in ${aside}.`);
    this.trouble = trouble;
    this.aside = aside;
  }
}

/** How a database is to be opened. */
export interface Opening {
  readonly file: string;
  /** 64 hex digits. */
  readonly keyHex: string;
  /** The newest version this program knows; a file beyond it is refused before anything is written. */
  readonly newest?: number;
}

/** An open, encrypted, durable database with one owner. Fits where a better-sqlite3 database is wanted. */
export type OpenDatabase = Sqlite.Database & Writer;

/**
 * Opens an encrypted database so that what it acknowledges survives a power cut.
 *
 * A file that cannot be trusted is copied aside first; a wrong key, a plain file and a newer file are told
 * apart before anything is written.
 *
 * @throws DatabaseRefused with the reason; nothing was changed
 * @source safety.md 0 (1–4), 3.11
 */
export function openDatabase(opening: Opening): OpenDatabase {
  const { file, keyHex } = opening;
  if (!isKey(keyHex)) throw new RangeError('a database key is 64 lower-case hex digits');
  refuseUnsafeNode();

  const look = lookAt(file);
  if (look === 'plain') {
    throw new DatabaseRefused(
      'plain-file',
      `${file} is not encrypted; this program only opens its own files.`,
    );
  }
  const key = checkKey(file, keyHex);
  if (key === 'other-key' && look !== 'new') {
    throw new DatabaseRefused('wrong-key', `${file} was made with another key.`);
  }
  if (look === 'new') keepKeyCheck(file, keyHex);
  if (look === 'suspicious' || (key === 'no-check' && look !== 'new')) copyAside(file);

  const db = unlocked(opening);
  if (look !== 'new') {
    if (key === 'no-check') keepKeyCheck(file, keyHex);
    return db;
  }

  // Is the new file really encrypted? Only a closed file can be looked at: closing any other handle of an open
  // one would take away its lock.
  db.close();
  if (lookAt(file) !== 'closed') throw unsafe('encryption of the file');
  return unlocked(opening);
}

function unlocked({ file, keyHex, newest }: Opening): OpenDatabase {
  const db = new Sqlite(file, { timeout: WAIT_FOR_LOCK_MS });
  try {
    unlock(db, keyHex);
    const version = firstRead(db, file);
    if (newest !== undefined && version > newest) {
      throw new DatabaseRefused(
        'newer',
        `${file} is at version ${version}, this program knows ${newest}: it was left untouched.`,
      );
    }
    makeDurable(db, version);
    assertPromises(db, file);
  } catch (thrown) {
    db.close();
    throw thrown;
  }
  return Object.assign(db, { access: 'write' as const });
}

/**
 * Opens a database at rest (a backup) only to look at it.
 *
 * @throws DatabaseRefused `damaged` when the key does not open it
 */
export function openAtRest(file: string, keyHex: string): Sqlite.Database & Reader {
  refuseUnsafeNode();
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    unlock(db, keyHex);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (thrown) {
    db.close();
    throw new DatabaseRefused('damaged', `${file} cannot be read (${codeOf(thrown)}).`);
  }
  return Object.assign(db, { access: 'read' as const });
}

/** Whether every page of a database can be read and stands where it should. Slow: about 40 s per GB. */
export function isSound(db: Sqlite.Database): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok';
}

function unlock(db: Sqlite.Database, keyHex: string): void {
  db.pragma(`cipher = '${CIPHER}'`);
  db.pragma(`key = 'raw:${keyHex}'`);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('mmap_size = 0');
}

/** The first read takes the lock and proves the key. A file that fails is copied while nothing was written yet. */
function firstRead(db: Sqlite.Database, file: string): number {
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return Number(db.pragma('user_version', { simple: true }));
  } catch (thrown) {
    if (codeOf(thrown).startsWith('SQLITE_BUSY')) {
      throw new DatabaseRefused('in-use', `${file} is open in another program; only one desk may hold it.`);
    }
    throw new DatabaseRefused(
      'damaged',
      `${file} cannot be read (${codeOf(thrown)}) although the key fits.`,
      copyAside(file),
    );
  }
}

/** FULL must be said aloud: the default falls to NORMAL at the first write and then loses acknowledged cases. */
function makeDurable(db: Sqlite.Database, version: number): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('temp_store = MEMORY');
  db.pragma(`cache_size = -${PAGES_KEPT_KIB}`);
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('secure_delete = FAST');
  db.pragma(`journal_size_limit = ${LOG_KEPT_BYTES}`);
  db.pragma(`user_version = ${version}`);
}

function assertPromises(db: Sqlite.Database, file: string): void {
  const must = (kept: boolean, promise: string): void => {
    if (!kept) throw unsafe(promise);
  };
  const setting = (name: string): unknown => db.pragma(name, { simple: true });
  must(setting('journal_mode') === 'wal', 'write-ahead log');
  must(setting('synchronous') === FULL, 'full synchronisation after a write');
  must(setting('temp_store') === 2, 'temporary tables in memory');
  must(setting('foreign_keys') === 1, 'foreign keys');
  must(setting('cipher') === CIPHER, `cipher ${CIPHER}`);
  must(!existsSync(`${file}-shm`), 'one owner');
  must(isSince(String(db.prepare('SELECT sqlite_version()').pluck().get())), 'SQLite 3.51.3 or newer');
}

function unsafe(promise: string): DatabaseRefused {
  return new DatabaseRefused('unsafe-library', `this build of SQLite does not keep: ${promise}.`);
}

function isSince(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [place, least] of SQLITE_SINCE.entries()) {
    const part = parts[place] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/** An older Node ends without a word inside the first call, where nothing can catch it. */
function refuseUnsafeNode(): void {
  if (Number(process.versions['napi'] ?? 0) >= NODE_API) return;
  throw new DatabaseRefused(
    'unsafe-library',
    `the database needs Node 24; this one is ${process.version} and would crash.`,
  );
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Sqlite.SqliteError ? thrown.code : 'unknown';
}
