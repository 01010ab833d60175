import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all, run } from '#native/sqlite/database.ts';
import { openDatabase } from '#native/sqlite/open-database.ts';
import { aCaseFile, TEST_KEY } from '../support/case-file.ts';
import { aReadyCase, intakeDesk } from '../support/intake-desk.ts';
import { tempHome } from '../support/temp-home.ts';

const HERE = 'SELECT case_id, material_id, originals, since_ms FROM original_here ORDER BY since_ms';

/** A file as an older program left it: two papers of a draft and two of a received case. */
function anOlderFile() {
  const db = openDatabase({ file: join(tempHome(), 'desk.db'), keyHex: TEST_KEY });
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version < 125),
  );
  run(db, "INSERT INTO visit (id, opened_at_ms) VALUES ('v', 1)");
  const ADD = `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms,
      receipt_number, received_at_ms, received_on, notice_due_on, calendar_version, parties, clerk, window)
    VALUES (@id, 'v', 'i', 1, '{}', @state, '{}', 1, @number, @at, @on, @on, @version, @parties, @clerk, @window)`;
  const none = { number: null, at: null, on: null, version: null, parties: null, clerk: null, window: null };
  run(db, ADD, { id: 'draft', state: 'draft', ...none });
  run(db, ADD, {
    id: 'received',
    state: 'received',
    number: 'W990101-03-000101-Y',
    at: 5,
    on: '2026-11-24',
    version: 'c',
    parties: '{}',
    clerk: '0317',
    window: 3,
  });
  for (const [caseId, materialId, originals, atMs] of [
    ['draft', 'form', 1, 2],
    ['received', 'form', 2, 3],
    ['received', 'photo', 0, 4],
  ] as const) {
    run(
      db,
      `INSERT INTO case_material (case_id, material_id, paper_name, route, originals_taken, copies_taken,
         checked_against_original, provided_at_ms, provided_to)
       VALUES (@caseId, @materialId, '', 'paper', @originals, 0, 0, @atMs, '0317')`,
      { caseId, materialId, originals, atMs },
    );
  }
  return db;
}

it('originals taken in before the ledger was there lie here; those of a draft do not', () => {
  const db = anOlderFile();
  migrate(db, MIGRATIONS);
  expect(
    all(db, 'SELECT case_id, material_id, paper_name, way, originals, clerk FROM original_move'),
  ).toEqual([
    { case_id: 'received', material_id: 'form', paper_name: 'form', way: 'in', originals: 2, clerk: '0317' },
  ]);
  expect(all(db, HERE)).toEqual([{ case_id: 'received', material_id: 'form', originals: 2, since_ms: 3 }]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('what lies here is the sum of the ledger, whether it is kept or counted anew', async () => {
  const desk = intakeDesk({}, { db: aCaseFile() });
  for (let time = 0; time < 2; time += 1) {
    const { id: caseId } = await aReadyCase(desk);
    await desk.caseFrom('intake.accept', { caseId });
  }
  const kept = all(desk.db, HERE);
  expect(kept.length).toBeGreaterThan(1);
  desk.db.exec('DROP TRIGGER what_lies_here_follows; DROP TABLE original_here;');
  const step = MIGRATIONS.find(({ version }) => version === 126);
  desk.db.exec(step?.up ?? '');
  expect(all(desk.db, HERE)).toEqual(kept);
});
