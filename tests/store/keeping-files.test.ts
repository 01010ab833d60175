import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hallClock } from '#desk/clock.ts';
import { backupsIn, isGoodCopy } from '#desk/store/backup.ts';
import { ballastAt } from '#desk/store/ballast.ts';
import { watchDisk } from '#desk/store/disk-watch.ts';
import { openFileBox } from '#desk/store/file-box.ts';
import { startKeeping } from '#desk/store/keeping.ts';
import { run } from '#native/sqlite/database.ts';
import { aCaseFile, TEST_KEY } from '../support/case-file.ts';
import { movedClock } from '../support/moved-clock.ts';
import { tempHome } from '../support/temp-home.ts';

const MINUTE_MS = 60_000;

function aHall() {
  const { nowMs, move } = movedClock();
  const folder = tempHome();
  const files = openFileBox(tempHome(), TEST_KEY);
  const fileCopies = openFileBox(join(folder, 'files'), TEST_KEY);
  const disk = watchDisk(aCaseFile(), ballastAt(join(tempHome(), 'b'), 4_096), nowMs, () => {});
  const said: string[] = [];
  let proofs = true;
  let look = (): void => {};
  const keeping = startKeeping({
    disk,
    file: join(folder, 'desk.db'),
    files,
    fileCopies,
    backups: folder,
    clock: hallClock('Asia/Shanghai', nowMs),
    log: (_level, event, fields) => void said.push(fields?.count ? `${event} ${fields.count}` : event),
    prove: async (copy) => (proofs && isGoodCopy(copy, TEST_KEY) ? 'good' : 'unreadable'),
    every: (_ms, act) => {
      look = act;
      return () => {};
    },
  });
  const change = (act: () => void): void => disk.db.transaction(act)();
  return {
    files,
    fileCopies,
    folder,
    said,
    failProofs: () => void (proofs = false),
    /** A scan of some case. */
    store: (): string => {
      const content = randomBytes(70_000);
      const hash = createHash('sha256').update(content).digest('hex');
      files.put(hash, content);
      change(() =>
        run(
          disk.db,
          "INSERT INTO stored_file (hash, media_type, bytes, stored_at_ms) VALUES (@hash, 'image/png', 70000, 1)",
          { hash },
        ),
      );
      return hash;
    },
    forget: (hash: string): void =>
      change(() => run(disk.db, 'DELETE FROM stored_file WHERE hash = @hash', { hash })),
    touch: (): void =>
      change(() =>
        run(disk.db, "INSERT INTO setting VALUES (@name, '1', 0)", { name: randomBytes(4).toString('hex') }),
      ),
    backUp: async (): Promise<void> => {
      move(31 * MINUTE_MS);
      look();
      await keeping.stop();
    },
  };
}

it('a backup has its scans beside it, each whole, once for all backups', async () => {
  const hall = aHall();
  const [one, two] = [hall.store(), hall.store()];
  await hall.backUp();
  for (const hash of [one, two]) expect(hall.fileCopies.isWhole(hash)).toBe(true);
  hall.touch();
  await hall.backUp();
  expect(backupsIn(hall.folder, 'desk')).toHaveLength(2);
  expect(hall.said).toEqual(['backup-made', 'backup-made']);
});

it('a scan that cannot be read is told, and the backup of the rest is made', async () => {
  const hall = aHall();
  const [one, two] = [hall.store(), hall.store()];
  rmSync(join(hall.files.folder, hall.files.placeOf(one)));
  await hall.backUp();
  expect(hall.said).toEqual(['files-not-readable 1', 'backup-made']);
  expect(hall.fileCopies.isWhole(two)).toBe(true);
});

it('what no case names goes, and goes from the backups with the last one that names it', async () => {
  const hall = aHall();
  const [kept, gone] = [hall.store(), hall.store()];
  await hall.backUp();
  hall.forget(gone);
  await hall.backUp();
  expect([hall.files.isWhole(gone), hall.fileCopies.isWhole(gone)]).toEqual([false, true]);
  for (let more = 0; more < 3; more += 1) {
    hall.touch();
    await hall.backUp();
  }
  expect(backupsIn(hall.folder, 'desk')).toHaveLength(3);
  expect([hall.files.isWhole(kept), hall.fileCopies.isWhole(kept)]).toEqual([true, true]);
  expect(hall.fileCopies.isWhole(gone)).toBe(false);
});

it('a copy that cannot be proved leaves no list behind', async () => {
  const hall = aHall();
  hall.store();
  hall.failProofs();
  await hall.backUp();
  expect(hall.said).toEqual(['backup-not-readable']);
  expect(readdirSync(hall.folder)).toEqual(['files']);
});
