import { expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all, run } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const before = MIGRATIONS.filter(({ version }) => version < 260);
const through = MIGRATIONS.filter(({ version }) => version <= 260);
const ADD = `INSERT INTO notice (id, KEY, kind, organ, document_number, template_version, content, content_hash,
    issued_at_ms, issued_by)
  VALUES (@id, 'g', @kind, '甲局', @id, 1, '{}', @hash, 5, '0317')`;

it('the step that lets guidance lists in keeps the papers, wants one subject, and freezes the new one too', () => {
  const db = aCaseFile(before);
  const add = (id: string, key: string, kind: string) =>
    run(db, ADD.replace('KEY', key), { id, kind, hash: 'a'.repeat(64) });
  add('n1', 'hand_over_id', 'hand-over');
  run(
    db,
    `INSERT INTO notice_copy (notice_id, reprint, signatures, pdf, sha256, pressed_at_ms)
    VALUES ('n1', 0, 0, x'25', @hash, 6)`,
    { hash: 'b'.repeat(64) },
  );
  const [papers, copies] = [all(db, 'SELECT * FROM notice'), all(db, 'SELECT * FROM notice_copy')];
  migrate(db, through);
  expect(all(db, 'SELECT * FROM notice')).toEqual(
    papers.map((row) => ({ ...Object(row), guidance_id: null })),
  );
  expect(all(db, 'SELECT * FROM notice_copy')).toEqual(copies);
  add('n2', 'guidance_id', 'guidance-list');
  expect(() => run(db, `UPDATE notice SET guidance_id = 'h' WHERE id = 'n2'`)).toThrow(/frozen/);
  expect(() => run(db, `UPDATE notice SET content = '{"a":1}' WHERE id = 'n2'`)).toThrow(/frozen/);
  expect(() => run(db, `DELETE FROM notice WHERE id = 'n2'`)).toThrow(/never deleted/);
  expect(() =>
    run(
      db,
      ADD.replace('KEY, kind', 'hand_over_id, guidance_id, kind').replace(`'g', @kind`, `'g', 'g', @kind`),
      {
        id: 'n3',
        kind: 'guidance-list',
        hash: 'a'.repeat(64),
      },
    ),
  ).toThrow(/CHECK/);
});
