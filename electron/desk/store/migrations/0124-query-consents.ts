import type { Migration } from '../migrate.ts';

/** What a citizen said on the screen turned to them about a query, and which query rests on it. */
export const queryConsents: Migration = {
  version: 124,
  up: `
    CREATE TABLE query_consent (
      id             TEXT PRIMARY KEY,
      case_id        TEXT NOT NULL,
      material_id    TEXT NOT NULL,
      kind           TEXT NOT NULL CHECK (kind IN ('licence', 'shared-data')),
      what           TEXT NOT NULL,
      purpose        TEXT NOT NULL CHECK (length(purpose) > 0),
      visit_id       TEXT NOT NULL,
      asked_at_ms    INTEGER NOT NULL,
      asked_by       TEXT NOT NULL,
      answer         TEXT CHECK (answer IN ('agreed', 'declined')),
      answered_at_ms INTEGER,
      CHECK ((answer IS NULL) = (answered_at_ms IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX query_consent_of ON query_consent (case_id, material_id, asked_at_ms);
    CREATE INDEX query_consent_open ON query_consent (asked_at_ms) WHERE answer IS NULL;
    CREATE TRIGGER a_consent_stays BEFORE UPDATE ON query_consent
      WHEN OLD.answer IS NOT NULL OR NEW.answer IS NULL OR NEW.purpose <> OLD.purpose OR NEW.case_id <> OLD.case_id
      BEGIN SELECT RAISE(ABORT, 'a consent is never rewritten'); END;
    CREATE TRIGGER a_consent_is_never_forgotten BEFORE DELETE ON query_consent
      BEGIN SELECT RAISE(ABORT, 'a consent is never forgotten'); END;
    ALTER TABLE material_query ADD COLUMN consent_id TEXT REFERENCES query_consent (id)
      CHECK (consent_id IS NULL OR basis = 'consent');
  `,
};
