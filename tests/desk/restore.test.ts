import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyOfHome } from '#desk/settings/desk-key.ts';
import { backUpNow } from '#desk/store/backup.ts';
import { all, one } from '#native/sqlite/database.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import { type Acknowledged, Counter } from '../support/counter-clerk.ts';
import { inProcess } from '../support/desk-in-process.ts';
import { type HallWindow, hallWindow } from '../support/hall-window.ts';
import { tempHome } from '../support/temp-home.ts';

const PROGRAM = new URL('../../electron/desk/desk.ts', import.meta.url).pathname;

/** One more case at the window, accepted by a desk that then ends. */
async function acceptOne(window: HallWindow, serial: number): Promise<Acknowledged> {
  const desk = await inProcess(window);
  const clerk = new Counter(desk.asking);
  await clerk.signIn();
  const accepted = await clerk.accept((await clerk.openReadyCase(await clerk.receiveCitizen(serial))).id);
  await clerk.finish();
  await desk.stop();
  return accepted;
}

function backUp({ home }: HallWindow, stamp: string): string {
  const keyHex = keyOfHome(home);
  const db = openDatabase({ file: join(home, 'desk.db'), keyHex });
  try {
    return backUpNow(db, keyHex, { folder: join(home, 'backups'), reason: 'desk', stamp });
  } finally {
    db.close();
  }
}

function restoring({ home }: HallWindow, ...args: string[]) {
  const done = spawnSync(process.execPath, [PROGRAM, '--home', home, '--restore', ...args], {
    encoding: 'utf8',
  });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

function receiptsIn({ home }: HallWindow): unknown[] {
  const db = openDatabase({ file: join(home, 'desk.db'), keyHex: keyOfHome(home) });
  try {
    return all(db, 'SELECT receipt_number AS receipt FROM case_file ORDER BY receipt').map(
      (row) => Object(row)['receipt'],
    );
  } finally {
    db.close();
  }
}

/** A case, a backup, and one more case since. */
async function aWindow() {
  const window = hallWindow(tempHome(), 3, null);
  const before = await acceptOne(window, 1);
  const backup = backUp(window, '20261124T020000');
  const since = await acceptOne(window, 2);
  return { window, before, backup, since };
}

describe('going back to a backup', { timeout: 120_000 }, () => {
  it('names every case that is newer and changes nothing without --yes', async () => {
    const { window, before, since } = await aWindow();
    const { code, said } = restoring(window, 'newest');
    expect(code).toBe(78);
    expect(said).toContain('every page of it is sound');
    expect(said).toContain('cases: 1');
    expect(said).toContain(since.receiptNumber);
    expect(said).not.toContain(before.receiptNumber);
    expect(said).toContain('not sent to the province');
    expect(said).toContain('--yes');
    expect(receiptsIn(window)).toEqual([before.receiptNumber, since.receiptNumber]);
    expect(readdirSync(join(window.home, 'backups')).filter((name) => name.includes('restore'))).toEqual([]);
  });

  it('keeps what was there, gives no number twice, and can be gone back on', async () => {
    const { window, before, backup, since } = await aWindow();
    expect(restoring(window, backup, '--yes').code).toBe(0);
    expect(receiptsIn(window)).toEqual([before.receiptNumber]);
    const after = await acceptOne(window, 3);
    expect([before.receiptNumber, since.receiptNumber]).not.toContain(after.receiptNumber);
    expect(after.receiptNumber.slice(11, 17)).toBe('000003');
    const db = openDatabase({ file: join(window.home, 'desk.db'), keyHex: keyOfHome(window.home) });
    expect(one(db, `SELECT subject FROM audit WHERE call = 'desk.restore'`)).toEqual({
      subject: 'desk-20261124T020000.db',
    });
    db.close();

    const aside = readdirSync(join(window.home, 'backups')).find((name) => /^before-restore.*db$/.test(name));
    expect(restoring(window, aside ?? '', '--yes').code).toBe(0);
    expect(receiptsIn(window)).toEqual([before.receiptNumber, since.receiptNumber]);
  });

  it('refuses a backup that is damaged, one that is not there, and a file that is in use', async () => {
    const { window, backup } = await aWindow();
    const none = restoring(window, 'desk-20200101T000000.db');
    expect(none).toMatchObject({ code: 78 });
    expect(none.said).toContain('desk-20261124T020000.db');
    const desk = await inProcess(window);
    const busy = restoring(window, 'newest', '--yes');
    await desk.stop();
    expect(busy.code).toBe(78);
    expect(busy.said).toContain('open in another program');
    const bytes = readFileSync(backup);
    bytes.fill(0x11, 9_000, 9_400);
    writeFileSync(backup, bytes);
    const damaged = restoring(window, 'newest', '--yes');
    expect(damaged.code).toBe(78);
    expect(damaged.said).toContain('is damaged');
    expect(receiptsIn(window)).toHaveLength(2);
  });

  it('works when the present file cannot be read: it is copied aside, and numbers are left out', async () => {
    const { window, before } = await aWindow();
    const file = join(window.home, 'desk.db');
    const bytes = readFileSync(file);
    bytes.fill(0x22, 0, 4096);
    writeFileSync(file, bytes);
    expect(restoring(window, 'newest').said).toContain('what is newer in it is not known');
    const { code, said } = restoring(window, 'newest', '--yes');
    expect(code).toBe(0);
    expect(existsSync(join(window.home, 'copies-aside'))).toBe(true);
    expect(said).toContain('copies-aside');
    expect(receiptsIn(window)).toEqual([before.receiptNumber]);
    const after = await acceptOne(window, 3);
    expect(Number(after.receiptNumber.slice(11, 17))).toBeGreaterThan(200);
  });
});
