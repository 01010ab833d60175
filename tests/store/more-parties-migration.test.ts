import { expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all, run } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const before = MIGRATIONS.filter(({ version }) => version < 170);
const through = MIGRATIONS.filter(({ version }) => version <= 170);

it('the step that lets more people in keeps those that are there, and what a role may be', () => {
  const db = aCaseFile(before);
  run(db, `INSERT INTO visit (id, opened_at_ms) VALUES ('v', 1)`);
  const block = new Uint8Array(256).fill(7);
  const addParty = (role: string, readingId: string | null) =>
    run(
      db,
      `INSERT INTO party (visit_id, role, details, name, person_key, source, verification, reading_id, read_at_ms,
         confirmed_at_ms, overridden, text_block)
       VALUES ('v', @role, '{}', '李', 'key', @source, @verification, @readingId, @at, @at, '[]', @block)`,
      {
        role,
        readingId,
        source: readingId ? 'card-chip' : 'by-hand',
        verification: readingId ? 'confirmed' : 'by-hand',
        at: readingId ? 5 : null,
        block: readingId ? block : null,
      },
    );
  addParty('applicant', 'r-1');
  addParty('handler', null);
  run(
    db,
    `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms)
     VALUES ('c', 'v', 'i', 1, '{}', 'draft', '{}', 1)`,
  );
  run(db, `INSERT INTO case_person VALUES ('c', 'applicant', '李', 'key')`);
  const people = () => [all(db, 'SELECT * FROM party ORDER BY role'), all(db, 'SELECT * FROM case_person')];
  const kept = people();
  expect(() => addParty('guardian', null)).toThrow(/CHECK/);

  migrate(db, through);
  expect(people()).toEqual(kept);
  addParty('guardian', null);
  run(db, `INSERT INTO case_person VALUES ('c', 'guardian', '王', 'other')`);
  expect(() => addParty('friend', null)).toThrow(/CHECK/);
  expect(() => addParty('principal', 'r-1')).toThrow(/UNIQUE/);
  expect(() =>
    run(
      db,
      `INSERT INTO party SELECT 'nobody', role, details, name, person_key, source, verification,
    NULL, NULL, NULL, overridden, text_block FROM party WHERE role = 'handler'`,
    ),
  ).toThrow(/FOREIGN KEY/);
});
