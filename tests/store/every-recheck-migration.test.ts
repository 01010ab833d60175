import { expect, it } from 'vitest';
import { migrate } from '#desk/store/migrate.ts';
import { MIGRATIONS } from '#desk/store/migrations/all.ts';
import { all, run } from '#native/sqlite/database.ts';
import { aCaseFile } from '../support/case-file.ts';

const CASES = ['asked', 'away', 'nobody'] as const;
const CASE = `INSERT INTO case_file (id, visit_id, item_code, item_version, item, state, answers, opened_at_ms)
  VALUES (@id, 'v', 'c', 1, '{"nameZh":"某事项"}', 'draft', '{}', 1)`;
const ASK = `INSERT INTO identity_recheck (id, case_id, role, what, purpose, asked_at_ms, answer, trouble, answered_by)
  VALUES (@id, @caseId, 'applicant', 'population.basic', '复核', 9, @answer, @trouble, @by)`;

it('keeps what was asked once, and from then on every question; one answer stands and nothing is rewritten', () => {
  const db = aCaseFile(MIGRATIONS.filter(({ version }) => version < 265));
  run(db, `INSERT INTO visit (id, opened_at_ms) VALUES ('v', 1)`);
  for (const id of CASES) run(db, CASE, { id });
  run(
    db,
    `INSERT INTO identity_recheck (case_id, role, asked_at_ms, answer, answered_by)
      VALUES ('asked', 'handler', 5, 'same-person', '公安'), ('away', 'applicant', 6, 'away', NULL),
        ('nobody', NULL, 7, 'nobody-to-ask', NULL)`,
  );
  migrate(
    db,
    MIGRATIONS.filter(({ version }) => version <= 265),
  );
  const stood = { what: 'population.basic', purpose: '办理“某事项”，复核断网时所读证件' };
  expect(all(db, 'SELECT * FROM identity_recheck ORDER BY asked_at_ms')).toEqual([
    {
      ...stood,
      id: 'asked',
      case_id: 'asked',
      role: 'handler',
      asked_at_ms: 5,
      answer: 'same-person',
      trouble: null,
      answered_by: '公安',
    },
    {
      ...stood,
      id: 'away',
      case_id: 'away',
      role: 'applicant',
      asked_at_ms: 6,
      answer: 'away',
      trouble: 'away',
      answered_by: null,
    },
    {
      ...stood,
      id: 'nobody',
      case_id: 'nobody',
      role: null,
      asked_at_ms: 7,
      answer: 'nobody-to-ask',
      trouble: null,
      answered_by: null,
    },
  ]);
  const ask = (id: string, caseId: string, answer: string, trouble: string | null, by: string | null) =>
    run(db, ASK, { id, caseId, answer, trouble, by });
  ask('q1', 'away', 'away', 'slow', null);
  ask('q2', 'away', 'other-person', null, '公安');
  expect(() => ask('q3', 'away', 'same-person', null, '公安')).toThrow(/UNIQUE/);
  expect(() => ask('q4', 'asked', 'away', null, null)).toThrow(/CHECK/);
  expect(() => run(db, `UPDATE identity_recheck SET answer = 'same-person' WHERE id = 'q2'`)).toThrow(
    /never rewritten/,
  );
  expect(() => run(db, `DELETE FROM identity_recheck WHERE id = 'q1'`)).toThrow(/never forgotten/);
});
