import type { Migration } from '../migrate.ts';

/**
 * A case that was accepted while the line was down rests on the chip alone: whether the platform knows the person is
 * asked once the line is back. A no is a flag of the case; the acceptance stands.
 */
export const identityRechecks: Migration = {
  version: 252,
  remake: {
    table: 'case_flag',
    pieces: [[`'commitment-broken'))`, `'commitment-broken', 'identity-unconfirmed'))`]],
  },
  up: `
    CREATE TABLE identity_recheck (
      case_id     TEXT PRIMARY KEY REFERENCES case_file (id),
      role        TEXT,
      asked_at_ms INTEGER NOT NULL,
      answer      TEXT NOT NULL CHECK (answer IN ('same-person', 'other-person', 'nobody-to-ask', 'away')),
      answered_by TEXT,
      CHECK ((answer IN ('same-person', 'other-person')) = (answered_by IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER an_answered_recheck_stays BEFORE UPDATE ON identity_recheck WHEN OLD.answer <> 'away'
      BEGIN SELECT RAISE(ABORT, 'an answered recheck is never rewritten'); END;
    CREATE TRIGGER a_recheck_is_never_forgotten BEFORE DELETE ON identity_recheck
      BEGIN SELECT RAISE(ABORT, 'a recheck is never forgotten'); END;
  `,
};
