import { expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all, run } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const SAY = `INSERT INTO form_value (visit_id, meaning, source, value, as_of, origin, at_ms, by)
  VALUES ('v', 'applicant.address', @source, '示范县', '2026-11-24', NULL, 1, '0317')`;

it('what a source said before stands beside its newer word; what stood there stays', () => {
  const db = aCaseFile(MIGRATIONS.filter(({ version }) => version < 250));
  run(db, `INSERT INTO visit (id, opened_at_ms) VALUES ('v', 1)`);
  run(db, SAY, { source: 'shared-data' });
  expect(() => run(db, SAY, { source: 'shared-data-before' })).toThrow(/CHECK/);
  const stood = all(db, 'SELECT * FROM form_value');
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version <= 250),
  );
  expect(all(db, 'SELECT * FROM form_value')).toEqual(stood);
  run(db, SAY, { source: 'shared-data-before' });
  expect(() => run(db, SAY, { source: 'hearsay' })).toThrow(/CHECK/);
});
