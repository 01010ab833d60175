import { expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all, run } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const before = MIGRATIONS.filter(({ version }) => version < 263);
const through = MIGRATIONS.filter(({ version }) => version <= 263);
const ADD = `INSERT INTO notice (id, KEY, kind, organ, document_number, template_version, content, content_hash,
    issued_at_ms, issued_by)
  VALUES (@id, 'l1', @kind, '甲局', @id, 1, '{}', @hash, 5, '0317')`;

it('the step that lets the papers of helpers in keeps papers, consents and lists, and freezes the new ones', () => {
  const db = aCaseFile(before);
  const add = (id: string, key: string, kind: string) =>
    run(db, ADD.replace('KEY', key), { id, kind, hash: 'a'.repeat(64) });
  add('n1', 'guidance_id', 'guidance-list');
  run(db, `INSERT INTO visit (id, opened_at_ms) VALUES ('v1', 1)`);
  run(
    db,
    `INSERT INTO help (visit_id, mode, badge, name, point, consent_on, consent_until, consent_items, saved_at_ms, clerk)
    VALUES ('v1', 'assist', 'V0007', '吴示范', '新光村', '2026-11-01', '2026-12-01', '[]', 1, '0317')`,
  );
  run(
    db,
    `INSERT INTO help_list (id, badge, name, point, made_at_ms, made_by)
    VALUES ('l1', 'V0007', '吴示范', '新光村', 1, '0317')`,
  );
  const [papers, helps] = [all(db, 'SELECT * FROM notice'), all(db, 'SELECT * FROM help')];
  migrate(db, through);
  expect(all(db, 'SELECT * FROM notice')).toEqual(
    papers.map((row) => ({ ...Object(row), help_list_id: null })),
  );
  expect(all(db, 'SELECT * FROM help')).toEqual(
    helps.map((row) => ({ ...Object(row), consent_paper: null, consent_of: null })),
  );
  add('n2', 'help_list_id', 'help-list');
  expect(() => add('n3', 'help_list_id', 'help-list')).toThrow(/UNIQUE/);
  expect(() => run(db, `UPDATE notice SET help_list_id = NULL WHERE id = 'n2'`)).toThrow(/frozen|CHECK/);
  expect(() => run(db, `DELETE FROM notice WHERE id = 'n2'`)).toThrow(/never deleted/);
  expect(() => run(db, `UPDATE help SET consent_paper = 'n2'`)).toThrow(/CHECK/);
  run(db, `UPDATE help SET consent_paper = 'n2', consent_of = 'p'`);
});
