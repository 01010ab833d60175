import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAudit } from '#desk/store/audit.ts';
import { backUpNow } from '#desk/store/backup.ts';
import { keyFor } from '#native/sqlite/encryption.ts';
import { aCaseFile, TEST_KEY } from '../support/case-file.ts';
import { MORNING_MS } from '../support/moved-clock.ts';
import { tempHome } from '../support/temp-home.ts';

const PROGRAM = new URL('../../electron/desk/desk.ts', import.meta.url).pathname;
const ENTRY = {
  call: 'a',
  by: '0317',
  seat: 'w',
  subject: null,
  purpose: null,
  outcome: 'ok',
  atMs: MORNING_MS,
};

describe('a backup that is proved in a process of its own', { timeout: 30_000 }, () => {
  it('is good, unreadable, or good with an audit that somebody touched', () => {
    const db = aCaseFile();
    const audit = openAudit(keyFor(TEST_KEY, 'audit'));
    audit.add(db, ENTRY);
    audit.add(db, ENTRY);
    const folder = tempHome();
    const good = backUpNow(db, TEST_KEY, { folder, reason: 'desk', stamp: 'a' });
    db.exec("DROP TRIGGER audit_stays; UPDATE audit SET outcome = 'edited' WHERE seq = 1");
    const touched = backUpNow(db, TEST_KEY, { folder, reason: 'desk', stamp: 'b' });
    const damaged = join(folder, 'damaged.db');
    copyFileSync(good, damaged);
    writeFileSync(damaged, readFileSync(good).fill(0, 6_000, 7_000));

    expect([proved(good), proved(touched), proved(damaged), proved(good, 'ab'.repeat(32))]).toEqual([
      0, 3, 4, 4,
    ]);
  });
});

function proved(file: string, keyHex: string = TEST_KEY): number | null {
  return spawnSync(process.execPath, [PROGRAM, '--prove', file], { input: `${keyHex}\n` }).status;
}
