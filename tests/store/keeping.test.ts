import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hallClock } from '#desk/clock.ts';
import { silentLog } from '#desk/log.ts';
import {
  BackupFailed,
  backUpNow,
  backupsIn,
  copyWhole,
  type CopyStanding,
  isGoodCopy,
  stampOf,
} from '#desk/store/backup.ts';
import { openFileBox } from '#desk/store/file-box.ts';
import { ballastAt } from '#desk/store/ballast.ts';
import { watchDisk } from '#desk/store/disk-watch.ts';
import { startKeeping } from '#desk/store/keeping.ts';
import { all, run, type Writer } from '#native/sqlite/database.ts';
import { DatabaseRefused, openAtRest } from '#native/sqlite/open-database.ts';
import { aCaseFile, TEST_KEY } from '../support/case-file.ts';
import { movedClock } from '../support/moved-clock.ts';
import { tempHome } from '../support/temp-home.ts';

const MINUTE_MS = 60_000;

describe('a backup', () => {
  it('holds what was written until then, also what is still in the log, under the same key only', () => {
    const db = aCaseFile();
    const folder = tempHome();
    keep(db, 'before');
    const file = backUpNow(db, TEST_KEY, { folder, reason: 'desk', stamp: 'a' });
    keep(db, 'after');

    const copy = openAtRest(file, TEST_KEY);
    expect(all(copy, 'SELECT name FROM setting')).toEqual([{ name: 'before' }]);
    copy.close();
    expect(() => openAtRest(file, 'ab'.repeat(32))).toThrow(DatabaseRefused);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('is refused when it cannot be read again, and the older ones stay', () => {
    const db = aCaseFile();
    const folder = tempHome();
    backUpNow(db, TEST_KEY, { folder, reason: 'desk', stamp: 'a' });
    const half = copyWhole(db, { folder, reason: 'desk', stamp: 'b' });
    const bytes = readFileSync(half);
    bytes.fill(0x11, 5_000, 6_000);
    writeFileSync(half, bytes);
    expect(isGoodCopy(half, TEST_KEY)).toBe(false);
    expect(() => backUpNow(db, 'ab'.repeat(32), { folder, reason: 'desk', stamp: 'c' })).toThrow(
      DatabaseRefused,
    );
    expect(backupsIn(folder, 'desk')).toEqual(['desk-a.db']);
    expect(new BackupFailed('x').name).toBe('BackupFailed');
  });

  it('keeps the last three of its kind', () => {
    const db = aCaseFile();
    const folder = tempHome();
    for (const stamp of ['a', 'b', 'c', 'd', 'e']) {
      backUpNow(db, TEST_KEY, { folder, reason: 'desk', stamp });
    }
    backUpNow(db, TEST_KEY, { folder, reason: 'before-migration', stamp: 'a' });
    expect(backupsIn(folder, 'desk')).toEqual(['desk-e.db', 'desk-d.db', 'desk-c.db']);
    expect(backupsIn(folder, 'before-migration')).toHaveLength(1);
  });

  it('is named so that names sort by time', () => {
    expect(stampOf(Date.UTC(2026, 10, 24, 1, 30, 5))).toBe('20261124T013005');
  });
});

describe('the keeping of a case file', () => {
  it('backs up after 30 minutes in which something was written, and not before', async () => {
    const hall = kept();
    keep(hall.disk.db, 'a');
    expect(await hall.afterMinutes(29)).toBe(0);
    expect(await hall.afterMinutes(2)).toBe(1);
    expect(await hall.afterMinutes(120)).toBe(1);
    keep(hall.disk.db, 'b');
    expect(await hall.afterMinutes(1)).toBe(2);
    await hall.stop();
  });

  it('backs up once on every new day, though nothing was written', async () => {
    const hall = kept();
    expect(await hall.afterMinutes(24 * 60)).toBe(1);
    expect(await hall.afterMinutes(60)).toBe(1);
    await hall.stop();
  });

  it('waits for a quiet moment at the window, but not for ever', async () => {
    const hall = kept();
    keep(hall.disk.db, 'a');
    hall.move(31 * MINUTE_MS);
    keep(hall.disk.db, 'busy');
    expect(await hall.afterMinutes(0)).toBe(0);
    hall.move(10 * MINUTE_MS);
    keep(hall.disk.db, 'still busy');
    expect(await hall.afterMinutes(0)).toBe(1);
    await hall.stop();
  });

  it('throws a copy away that could not be proved', async () => {
    const hall = kept(async () => 'unreadable');
    keep(hall.disk.db, 'a');
    expect(await hall.afterMinutes(31)).toBe(0);
    await hall.stop();
  });
});

describe('a full disk', () => {
  it('gives the ballast away, loses nothing, and takes the ballast back when there is room', () => {
    const db = aCaseFile();
    const ballast = ballastAt(join(tempHome(), 'ballast'), 64 * 1024);
    expect(ballast.fill()).toBe(true);
    const disk = watchDisk(
      db,
      ballast,
      () => 5,
      () => expect.unreachable(),
    );
    keep(disk.db, 'acknowledged');

    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages}`);
    expect(() => keep(disk.db, 'x'.repeat(100_000))).toThrow('full');
    expect(disk.trouble()).toBe('disk-full');
    expect(ballast.release()).toBe(false);
    expect(all(db, 'SELECT name FROM setting')).toEqual([{ name: 'acknowledged' }]);

    db.pragma('max_page_count = 1000000');
    disk.look(false);
    expect(disk.trouble()).toBeNull();
    expect(ballast.release()).toBe(true);
  });

  it('is told as low before it is full', () => {
    const disk = watchDisk(
      aCaseFile(),
      ballastAt(join(tempHome(), 'ballast'), 4_096),
      () => 5,
      () => {},
    );
    disk.look(true);
    expect(disk.trouble()).toBe('disk-low');
  });

  it('the ballast is real bytes of its full size', () => {
    const file = join(tempHome(), 'ballast');
    expect(ballastAt(file).fill()).toBe(true);
    expect(statSync(file).size).toBe(16 * 1024 * 1024);
    expect(statSync(file).blocks * 512).toBeGreaterThanOrEqual(16 * 1024 * 1024);
    rmSync(file);
    expect(existsSync(file)).toBe(false);
  });
});

describe('the watch over the disk', () => {
  it('counts what reached the disk, and when', () => {
    let now = 100;
    const disk = watchDisk(
      aCaseFile(),
      ballastAt(join(tempHome(), 'b'), 4_096),
      () => now,
      () => {},
    );
    expect([disk.writes(), disk.lastWriteAtMs()]).toEqual([0, null]);
    keep(disk.db, 'a');
    now = 250;
    disk.db.transaction(() => keep(disk.db, 'inside'))();
    expect([disk.writes(), disk.lastWriteAtMs()]).toEqual([2, 250]);
    const refused = disk.db.transaction(() => {
      throw new Error('refused');
    });
    expect(() => refused()).toThrow('refused');
    expect(disk.writes()).toBe(2);
  });

  it('tells once that the file cannot be trusted', () => {
    let told = 0;
    const disk = watchDisk(
      aCaseFile(),
      ballastAt(join(tempHome(), 'b'), 4_096),
      () => 1,
      () => (told += 1),
    );
    disk.suffer(Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' }));
    disk.suffer(Object.assign(new Error('input'), { code: 'SQLITE_IOERR_READ' }));
    disk.look(false);
    expect([told, disk.trouble()]).toEqual([1, 'case-file-unreadable']);
  });
});

function keep(db: Writer, name: string): void {
  db.transaction(() => run(db, "INSERT INTO setting VALUES (@name, '1', 0)", { name }))();
}

function kept(
  prove: (copy: string) => Promise<CopyStanding> = async (copy) =>
    isGoodCopy(copy, TEST_KEY) ? 'good' : 'unreadable',
) {
  const { nowMs, move } = movedClock();
  const folder = tempHome();
  const disk = watchDisk(aCaseFile(), ballastAt(join(tempHome(), 'b'), 4_096), nowMs, () => {});
  let look = (): void => {};
  const keeping = startKeeping({
    disk,
    file: join(folder, 'desk.db'),
    files: openFileBox(join(folder, 'files'), TEST_KEY),
    fileCopies: openFileBox(join(folder, 'copies'), TEST_KEY),
    backups: folder,
    clock: hallClock('Asia/Shanghai', nowMs),
    log: silentLog,
    prove,
    every: (_ms, act) => {
      look = act;
      return () => {};
    },
  });
  let made = new Set<string>();
  return {
    disk,
    move,
    stop: keeping.stop,
    /** How many backups were made by then in all. */
    afterMinutes: async (minutes: number): Promise<number> => {
      move(minutes * MINUTE_MS);
      look();
      await new Promise((done) => setImmediate(done));
      made = new Set([...made, ...backupsIn(folder, 'desk')]);
      return made.size;
    },
  };
}
