import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate, type Migration, NewerDatabase, versionOf } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { openStore } from '#desk/store/open-store.ts';
import { one, run } from '#native/sqlite/database.ts';
import { DatabaseRefused, openAtRest, openDatabase } from '#native/sqlite/open-database.ts';
import { backupsIn } from '#desk/store/backup.ts';
import { silentLog } from '#desk/log.ts';
import { aCaseFile, TEST_KEY } from '../support/case-file.ts';
import { MORNING_MS } from '../support/moved-clock.ts';
import { tempHome } from '../support/temp-home.ts';

const FIRST: Migration = { version: 10, up: 'CREATE TABLE first (a TEXT) STRICT' };
const SECOND: Migration = { version: 20, up: 'CREATE TABLE second (a TEXT) STRICT' };
const BROKEN: Migration = { version: 30, up: 'CREATE TABLE third (a TEXT) STRICT; CREATE TABLE first (a)' };

describe('bringing a case file up to date', () => {
  it('does every step that is missing, and none twice', () => {
    const db = aCaseFile([FIRST]);
    run(db, "INSERT INTO first VALUES ('kept')");
    migrate(db, [FIRST, SECOND]);
    migrate(db, [FIRST, SECOND]);
    expect(versionOf(db)).toBe(20);
    expect(one(db, 'SELECT a FROM first')).toEqual({ a: 'kept' });
  });

  it('does all of it or nothing', () => {
    const db = aCaseFile([FIRST]);
    expect(() => migrate(db, [FIRST, SECOND, BROKEN])).toThrow('already exists');
    expect(versionOf(db)).toBe(10);
    expect(() => one(db, 'SELECT a FROM second')).toThrow('no such table');
    expect(() => one(db, 'SELECT a FROM third')).toThrow('no such table');
  });

  it('changes nothing when the backup before it fails', () => {
    const db = aCaseFile([FIRST]);
    const noBackup = (): never => {
      throw new Error('no room');
    };
    expect(() => migrate(db, [FIRST, SECOND], noBackup)).toThrow('no room');
    expect(versionOf(db)).toBe(10);
  });

  it('makes no backup of a new file and none when nothing is missing', () => {
    let backups = 0;
    const db = aCaseFile([]);
    migrate(db, [FIRST], () => (backups += 1));
    migrate(db, [FIRST], () => (backups += 1));
    expect(backups).toBe(0);
    migrate(db, [FIRST, SECOND], () => (backups += 1));
    expect(backups).toBe(1);
  });

  it('refuses a file of a newer program', () => {
    const db = aCaseFile([FIRST, SECOND]);
    expect(() => migrate(db, [FIRST])).toThrow(NewerDatabase);
  });

  it('refuses steps that are not numbered upwards', () => {
    expect(() => migrate(aCaseFile([]), [SECOND, FIRST])).toThrow('does not come after');
  });

  it('begins the steps of every area of the product on a ten, or on a five where two share one', () => {
    const versions = MIGRATIONS.map(({ version }) => version);
    expect(versions.filter((version) => !versions.includes(version - (version % 5)))).toEqual([]);
  });
});

describe('the case file at start', () => {
  const start = (home: string) =>
    openStore({
      home,
      keyHex: TEST_KEY,
      nowMs: () => MORNING_MS,
      log: silentLog,
      onUnreadable: () => expect.unreachable(),
    });

  it('is backed up, and the backup proved, before an older file is brought up to date', () => {
    const home = tempHome();
    const old = openDatabase({ file: join(home, 'desk.db'), keyHex: TEST_KEY });
    migrate(old, MIGRATIONS.slice(0, 1));
    run(old, "INSERT INTO setting VALUES ('kept', '1', 0)");
    old.close();

    const store = start(home);
    const [name] = backupsIn(join(home, 'backups'), 'before-migration');
    const backup = openAtRest(join(home, 'backups', name ?? ''), TEST_KEY);
    expect(backup.pragma('user_version', { simple: true })).toBe(10);
    expect(one(backup, 'SELECT name FROM setting')).toEqual({ name: 'kept' });
    expect(one(store.disk.db, 'SELECT name FROM setting')).toEqual({ name: 'kept' });
    backup.close();
    store.close();
  });

  it('of a newer program stays byte for byte as it was', () => {
    const home = tempHome();
    const file = join(home, 'desk.db');
    const newer = openDatabase({ file, keyHex: TEST_KEY });
    migrate(newer, [...MIGRATIONS, { version: 9990, up: 'CREATE TABLE tomorrow (a) STRICT' }].slice(0, 1));
    newer.pragma('user_version = 9990');
    newer.close();
    const before = readFileSync(file);
    expect(() => start(home)).toThrow(DatabaseRefused);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('closes what a crash left open as ended nobody knows how', () => {
    const home = tempHome();
    const first = start(home);
    run(
      first.disk.db,
      "INSERT INTO outside_act (call, actor, seat, started_at_ms) VALUES ('queue.call-next', '0317', 'w', 1)",
    );
    first.close();
    const second = start(home);
    expect(second.leftActs).toBe(1);
    expect(one(second.disk.db, 'SELECT outcome, ended_at_ms AS at FROM outside_act')).toEqual({
      outcome: 'unknown',
      at: MORNING_MS,
    });
    second.close();
  });
});
