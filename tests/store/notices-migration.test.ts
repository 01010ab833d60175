import { describe, expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all, one, run } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const before = MIGRATIONS.filter(({ version }) => version < 140);
const through = MIGRATIONS.filter(({ version }) => version <= 140);

function aFileWithAPaper() {
  const db = aCaseFile(before);
  run(db, `INSERT INTO visit (id, opened_at_ms) VALUES ('v', 1)`);
  run(
    db,
    `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms)
     VALUES ('c', 'v', 'i', 1, '{}', 'draft', '{}', 1)`,
  );
  run(
    db,
    `INSERT INTO notice (id, case_id, kind, document_number, content, content_hash, issued_at_ms, issued_by, reprints)
     VALUES ('n', 'c', 'acceptance', '受理1号', '{"organ":"甲局","templateVersion":1}', @hash, 5, '0317', 2)`,
    { hash: 'a'.repeat(64) },
  );
  run(
    db,
    `INSERT INTO notice_copy (notice_id, reprint, pdf, sha256, pressed_at_ms) VALUES ('n', 0, x'25', @hash, 6)`,
    { hash: 'b'.repeat(64) },
  );
  return db;
}

describe('the step that lets every kind of paper in', () => {
  it('keeps the papers and their copies as they are', () => {
    const db = aFileWithAPaper();
    const [content, copies] = [
      all(db, 'SELECT id, kind, content, content_hash, issued_at_ms, reprints FROM notice'),
      all(db, 'SELECT * FROM notice_copy'),
    ];
    migrate(db, through);
    expect(all(db, 'SELECT id, kind, content, content_hash, issued_at_ms, reprints FROM notice')).toEqual(
      content,
    );
    expect(all(db, 'SELECT notice_id, reprint, pdf, sha256, pressed_at_ms, why FROM notice_copy')).toEqual(
      copies,
    );
    expect(one(db, 'SELECT organ, template_version AS version, case_id AS caseId FROM notice')).toEqual({
      organ: '甲局',
      version: 1,
      caseId: 'c',
    });
  });

  it('lets a second paper of a kind in, of one subject only, and still freezes them', () => {
    const db = aFileWithAPaper();
    migrate(db, through);
    const add = (id: string, number: string, caseId: string | null, visitId: string | null) =>
      run(
        db,
        `INSERT INTO notice (id, case_id, visit_id, kind, organ, document_number, template_version, content,
           content_hash, issued_at_ms, issued_by)
         VALUES (@id, @caseId, @visitId, 'acceptance', '甲局', @number, 2, '{}', @hash, 5, '0317')`,
        { id, caseId, visitId, number, hash: 'c'.repeat(64) },
      );
    add('n2', '受理2号', 'c', null);
    expect(() => add('n3', '受理2号', 'c', null)).toThrow(/UNIQUE/);
    expect(() => add('n3', '受理3号', 'c', 'v')).toThrow(/CHECK/);
    expect(() => add('n3', '受理3号', null, null)).toThrow(/CHECK/);
    expect(() => run(db, `UPDATE notice SET organ = '乙局'`)).toThrow('a notice is frozen');
    expect(() => run(db, 'DELETE FROM notice')).toThrow('never deleted');
    expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  });
});
