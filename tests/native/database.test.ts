import Sqlite from 'better-sqlite3';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { all, one, run } from '#native/sqlite/database.ts';
import {
  DatabaseRefused,
  isSound,
  openAtRest,
  openDatabase,
  type OpenDatabase,
} from '#native/sqlite/open-database.ts';
import { TEST_KEY } from '../support/case-file.ts';
import { tempHome } from '../support/temp-home.ts';

const OTHER_KEY = 'ab'.repeat(32);
const CANARY = '欧阳测试 990101199001010015';

describe('an open case file', () => {
  it('is synchronised fully after a write, with every other promise of the opening', () => {
    const db = opened(join(tempHome(), 'desk.db'));
    db.exec('CREATE TABLE t (a)');
    const settings = ['synchronous', 'journal_mode', 'temp_store', 'foreign_keys', 'trusted_schema'];
    const more = ['cell_size_check', 'secure_delete', 'journal_size_limit', 'mmap_size', 'cipher'];
    expect([...settings, ...more].map((name) => db.pragma(name, { simple: true }))).toEqual([
      2,
      'wal',
      2,
      1,
      0,
      1,
      2,
      8 * 1024 * 1024,
      0,
      'chacha20',
    ]);
    db.close();
  });

  it('would only be synchronised now and then if FULL were not said aloud', () => {
    const db = new Sqlite(join(tempHome(), 'control.db'));
    db.pragma('journal_mode = WAL');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.exec('CREATE TABLE t (a)');
    expect(db.pragma('synchronous', { simple: true })).toBe(1);
    db.close();
  });

  it('has one owner', () => {
    const file = join(tempHome(), 'desk.db');
    const db = opened(file);
    expect(troubleOf(() => openDatabase({ file, keyHex: TEST_KEY }))).toBe('in-use');
    expect(existsSync(`${file}-shm`)).toBe(false);
    db.close();
    opened(file).close();
  });

  it('holds no word of a citizen in the clear, neither in the file nor in its log', () => {
    const file = join(tempHome(), 'desk.db');
    const db = opened(file);
    db.exec('CREATE TABLE party (name TEXT)');
    run(db, 'INSERT INTO party VALUES (@name)', { name: CANARY });
    for (const ending of ['', '-wal']) expect(readFileSync(file + ending).includes(CANARY)).toBe(false);
    db.close();
    expect(readFileSync(file).includes(CANARY)).toBe(false);
  });

  it('refuses SQL that writes where only looking is meant', () => {
    const db = opened(join(tempHome(), 'desk.db'));
    db.exec('CREATE TABLE t (a)');
    expect(() => one(db, 'INSERT INTO t VALUES (1) RETURNING a')).toThrow('may not write');
    expect(() => all(db, 'DELETE FROM t')).toThrow('may not write');
    expect(run(db, 'INSERT INTO t VALUES (1)')).toBe(1);
    db.close();
  });
});

describe('a file that is not to be trusted', () => {
  it('made with another key is refused untouched', () => {
    const file = closedWith100Rows();
    const before = readFileSync(file);
    expect(troubleOf(() => openDatabase({ file, keyHex: OTHER_KEY }))).toBe('wrong-key');
    expect(readFileSync(file).equals(before)).toBe(true);
    opened(file).close();
  });

  it('that is not encrypted is refused untouched', () => {
    const file = join(tempHome(), 'desk.db');
    const plain = new Sqlite(file);
    plain.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    plain.close();
    const before = readFileSync(file);
    expect(troubleOf(() => openDatabase({ file, keyHex: TEST_KEY }))).toBe('plain-file');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('whose head is damaged is copied aside as it was, log and all, and refused', () => {
    const file = leftBehind();
    const damaged = readFileSync(file);
    damaged.fill(0x5a, 32, 400);
    writeFileSync(file, damaged);
    const log = readFileSync(`${file}-wal`);
    log.fill(0x5a, 32, log.length);
    writeFileSync(`${file}-wal`, log);

    const refused = refusalOf(() => openDatabase({ file, keyHex: TEST_KEY }));
    expect(refused.trouble).toBe('damaged');
    expect(readFileSync(join(refused.aside ?? '', 'desk.db')).equals(damaged)).toBe(true);
    expect(readFileSync(join(refused.aside ?? '', 'desk.db-wal')).equals(log)).toBe(true);
  });

  it('is copied aside once, however often the desk is started', () => {
    const file = closedWith100Rows();
    writeFileSync(file, Buffer.alloc(8192, 7));
    for (let start = 0; start < 3; start += 1) {
      expect(troubleOf(() => openDatabase({ file, keyHex: TEST_KEY }))).toBe('damaged');
    }
    expect(readdirSync(join(file, '..', 'copies-aside'))).toHaveLength(1);
  });

  it('whose log lost its head is copied aside before it is opened', () => {
    const file = leftBehind();
    const log = readFileSync(`${file}-wal`);
    log.fill(0, 0, 16);
    writeFileSync(`${file}-wal`, log);
    opened(file).close();
    const [copy] = readdirSync(join(file, '..', 'copies-aside'));
    expect(readFileSync(join(file, '..', 'copies-aside', copy ?? '', 'desk.db-wal')).equals(log)).toBe(true);
  });

  it('without its key check is copied aside, then opened, and gets its key check back', () => {
    const file = closedWith100Rows();
    rmSync(`${file}.keycheck`);
    const db = opened(file);
    expect(one(db, 'SELECT count(*) AS n FROM t')).toEqual({ n: 100 });
    db.close();
    expect(readdirSync(join(file, '..', 'copies-aside'))).toHaveLength(1);
    expect(troubleOf(() => openDatabase({ file, keyHex: OTHER_KEY }))).toBe('wrong-key');
  });

  it('of a newer program is refused byte for byte as it was', () => {
    const file = closedWith100Rows();
    const db = opened(file);
    db.pragma('user_version = 90');
    db.close();
    const before = readFileSync(file);
    expect(troubleOf(() => openDatabase({ file, keyHex: TEST_KEY, newest: 50 }))).toBe('newer');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('left behind by a killed desk opens with everything that was acknowledged', () => {
    const db = opened(leftBehind());
    expect(one(db, 'SELECT count(*) AS n FROM t')).toEqual({ n: 100 });
    db.close();
  });
});

describe('one flipped bit', () => {
  const FLIPS = 60;

  it('is always found under our cipher', () => {
    const file = closedWith100Rows();
    const whole = readFileSync(file);
    const missed = flips(whole, FLIPS).filter((flipped) => {
      writeFileSync(file, flipped);
      return !isNoticed(() => openAtRest(file, TEST_KEY));
    });
    expect(missed).toHaveLength(0);
  });

  it('is often missed without one', () => {
    const file = join(tempHome(), 'control.db');
    const plain = new Sqlite(file);
    fill(plain);
    plain.close();
    const whole = readFileSync(file);
    const missed = flips(whole, FLIPS).filter((flipped) => {
      writeFileSync(file, flipped);
      return !isNoticed(() => new Sqlite(file, { readonly: true }));
    });
    expect(missed.length).toBeGreaterThan(FLIPS / 4);
  });
});

function opened(file: string): OpenDatabase {
  return openDatabase({ file, keyHex: TEST_KEY });
}

function fill(db: Sqlite.Database): void {
  db.exec('CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)');
  const add = db.prepare('INSERT INTO t (b) VALUES (?)');
  for (let row = 0; row < 100; row += 1) add.run('受理'.repeat(100));
}

function closedWith100Rows(): string {
  const file = join(tempHome(), 'desk.db');
  const db = opened(file);
  fill(db);
  db.close();
  return file;
}

/** What is on the disk when a desk is killed: a file and the log beside it. */
function leftBehind(): string {
  const from = join(tempHome(), 'desk.db');
  const to = join(tempHome(), 'desk.db');
  const db = opened(from);
  fill(db);
  for (const ending of ['', '-wal', '.keycheck']) copyFileSync(from + ending, to + ending);
  db.close();
  return to;
}

function refusalOf(act: () => unknown): DatabaseRefused {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof DatabaseRefused) return thrown;
    throw thrown;
  }
  throw new Error('it was not refused');
}

function troubleOf(act: () => unknown): string {
  return refusalOf(act).trouble;
}

/** The same bits every time. */
function flips(whole: Buffer, count: number): Buffer[] {
  let seed = 20261124;
  return Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    const flipped = Buffer.from(whole);
    const at = seed % whole.length;
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (seed % 8)), at);
    return flipped;
  });
}

function isNoticed(open: () => Sqlite.Database): boolean {
  let db: Sqlite.Database | null = null;
  try {
    db = open();
    db.prepare('SELECT * FROM t').all();
    return !isSound(db);
  } catch {
    return true;
  } finally {
    db?.close();
  }
}
