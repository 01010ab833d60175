import { expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { remakeTable } from '#desk/store/remake-table.ts';
import { all, run } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const before = MIGRATIONS.filter(({ version }) => version < 180);
const through = MIGRATIONS.filter(({ version }) => version <= 180);
const THINGS = `SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'case_file' AND type <> 'table' ORDER BY name`;

const CASES = `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms,
    receipt_number, received_at_ms, received_on, notice_due_on, accepted_at_ms, accepted_on, calendar_version,
    parties, clerk, window)
  VALUES ('c', 'v', 'i', 1, '{}', 'accepted-tolerant', '{}', 1, 'W1', 2, '2026-11-20', '2026-11-27', 3, '2026-11-20',
    'cn', '{}', '0317', 3)`;

it('lets an accepted case lapse or be given back, and keeps all that the table had', () => {
  const db = aCaseFile(before);
  run(db, `INSERT INTO visit (id, opened_at_ms) VALUES ('v', 1)`);
  run(db, CASES);
  run(db, `INSERT INTO case_person (case_id, role, name, person_key) VALUES ('c', 'applicant', '李*', 'k')`);
  run(db, 'ALTER TABLE case_file ADD COLUMN added_by_a_step_between TEXT');
  run(db, `UPDATE case_file SET added_by_a_step_between = 'kept'`);
  expect(() => run(db, `UPDATE case_file SET state = 'closed-lapsed'`)).toThrow('CHECK');
  const things = all(db, THINGS);
  const rows = all(db, 'SELECT * FROM case_file');

  migrate(db, through);

  expect(all(db, THINGS)).toEqual(things);
  expect(all(db, 'SELECT * FROM case_file')).toEqual(rows);
  expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  run(db, `UPDATE case_file SET state = 'closed-lapsed'`);
  run(db, `UPDATE case_file SET state = 'closed-returned'`);
  expect(() => run(db, `UPDATE case_file SET state = 'awaiting-correction'`)).toThrow('CHECK');
  expect(() => run(db, 'DELETE FROM case_file')).toThrow('never thrown away');
});

it('refuses a piece that is not there once', () => {
  const db = aCaseFile(before);
  expect(() => remakeTable(db, { table: 'case_file', pieces: [['no such text', '']] })).toThrow(RangeError);
});
