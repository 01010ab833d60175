import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { silentLog } from '#desk/log.ts';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { openStore } from '#desk/store/open-store.ts';
import { all, run } from '#native/sqlite/database.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import { TEST_KEY } from '../support/case-file.ts';
import { aPng } from '../support/made-files.ts';
import { MORNING_MS } from '../support/moved-clock.ts';
import { tempHome } from '../support/temp-home.ts';

it('a scan stored by an older program becomes the first page of its paper, and its bytes move out', () => {
  const home = tempHome();
  const png = aPng(30);
  const hash = createHash('sha256').update(png).digest('hex');
  const old = openDatabase({ file: join(home, 'desk.db'), keyHex: TEST_KEY });
  migrate(
    old,
    MIGRATIONS.filter(({ version }) => version < 130),
  );
  run(old, "INSERT INTO visit (id, opened_at_ms) VALUES ('v', 1)");
  run(
    old,
    `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms)
     VALUES ('c', 'v', 'i', 1, '{}', 'draft', '{}', 1)`,
  );
  run(
    old,
    "INSERT INTO stored_file (hash, media_type, bytes, content, stored_at_ms) VALUES (@hash, 'image/png', @bytes, @png, 1)",
    { hash, bytes: png.length, png },
  );
  run(old, "INSERT INTO case_stored_file VALUES ('c', @hash, 'a.png', 1)", { hash });
  run(
    old,
    "INSERT INTO upload (id, case_id, name, total_bytes, received, file_hash) VALUES ('u', 'c', 'a.png', @bytes, @bytes, @hash)",
    { hash, bytes: png.length },
  );
  run(
    old,
    `INSERT INTO case_material (case_id, material_id, route, originals_taken, copies_taken,
       checked_against_original, file_hash, provided_at_ms, provided_to)
     VALUES ('c', 'premises', 'scan', 0, 0, 1, @hash, 7, '0317')`,
    { hash },
  );
  old.close();

  const store = openStore({
    home,
    keyHex: TEST_KEY,
    nowMs: () => MORNING_MS,
    log: silentLog,
    onUnreadable: () => expect.unreachable(),
  });
  const Row = z.array(z.object({ id: z.uuid() }).loose());
  expect(Row.parse(all(store.disk.db, 'SELECT * FROM page'))).toMatchObject([
    { case_id: 'c', material_id: 'premises', place: 1, file_hash: hash, turn: 0, added_by: '0317' },
  ]);
  expect(all(store.disk.db, 'SELECT hash, content, bytes FROM stored_file')).toEqual([
    { hash, content: null, bytes: png.length },
  ]);
  expect(store.disk.db.pragma('foreign_key_check')).toEqual([]);
  expect(store.files.read(hash).equals(png)).toBe(true);
  store.close();
});
