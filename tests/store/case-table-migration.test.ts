import { expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all, run } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const before = MIGRATIONS.filter(({ version }) => version < 110);
const through = MIGRATIONS.filter(({ version }) => version <= 110);

it('brings every case over with what hangs on it, and lets the new states in', () => {
  const db = aCaseFile(before);
  run(db, `INSERT INTO visit (id, opened_at_ms) VALUES ('v', 1)`);
  run(
    db,
    `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms,
       receipt_number, received_at_ms, received_on, notice_due_on, calendar_version, parties, clerk, window)
     VALUES ('c', 'v', 'i', 1, '{}', 'received', '{}', 1, 'W1', 2, '2026-11-20', '2026-11-27', 'cn', '{}', '0317', 3)`,
  );
  run(db, `INSERT INTO case_person (case_id, role, name, person_key) VALUES ('c', 'applicant', '李*', 'k')`);
  run(
    db,
    `INSERT INTO case_material (case_id, material_id, route, originals_taken, copies_taken,
       checked_against_original, provided_at_ms, provided_to) VALUES ('c', 'm', 'paper', 1, 0, 1, 2, '0317')`,
  );
  const was = all(db, 'SELECT id, state, receipt_number, received_on, notice_due_on, parties FROM case_file');

  migrate(db, through);

  expect(
    all(db, 'SELECT id, state, receipt_number, received_on, notice_due_on, parties FROM case_file'),
  ).toEqual(was);
  expect(all(db, 'SELECT case_id FROM case_person')).toEqual([{ case_id: 'c' }]);
  expect(all(db, 'SELECT case_id FROM case_material')).toEqual([{ case_id: 'c' }]);
  expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  expect(() => run(db, 'DELETE FROM case_file')).toThrow('never thrown away');
  run(db, `UPDATE case_file SET state = 'withdrawn' WHERE id = 'c'`);
  expect(() => run(db, `UPDATE case_file SET state = 'lost' WHERE id = 'c'`)).toThrow('CHECK');
});
