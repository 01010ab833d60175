import type { Migration } from '../migrate.ts';

/**
 * 好差评: each finished visit is offered once; what the citizen said is kept case by case and number of time, and never
 * changed.
 */
export const evaluations: Migration = {
  version: 196,
  up: `
    CREATE TABLE evaluation_offer (
      visit_id      TEXT PRIMARY KEY REFERENCES visit (id),
      id            TEXT NOT NULL UNIQUE,
      clerk         TEXT NOT NULL,
      offered_at_ms INTEGER NOT NULL,
      ended         TEXT CHECK (ended IN ('rated', 'skipped', 'unanswered'))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evaluation_offered ON evaluation_offer (offered_at_ms) WHERE ended IS NULL;

    CREATE TABLE evaluation (
      case_id     TEXT NOT NULL REFERENCES case_file (id),
      no          INTEGER NOT NULL CHECK (no > 0),
      level       TEXT NOT NULL,
      reasons     TEXT NOT NULL CHECK (json_valid(reasons)),
      rated_at_ms INTEGER NOT NULL,
      rated_on    TEXT NOT NULL,
      PRIMARY KEY (case_id, no)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER an_evaluation_stands BEFORE UPDATE ON evaluation
    BEGIN SELECT RAISE(ABORT, 'an evaluation is never changed'); END;
    CREATE TRIGGER an_evaluation_is_kept BEFORE DELETE ON evaluation
    BEGIN SELECT RAISE(ABORT, 'an evaluation is never deleted'); END;
  `,
};
