import type { Migration } from '../migrate.ts';

/** Bundles that were opened in a visit, as they were then, and what became of each step. */
export const openBundles: Migration = {
  version: 160,
  up: `
    CREATE TABLE open_bundle (
      id             TEXT PRIMARY KEY,
      visit_id       TEXT NOT NULL REFERENCES visit (id),
      bundle_id      TEXT NOT NULL,
      bundle_version INTEGER NOT NULL CHECK (bundle_version >= 1),
      bundle         TEXT NOT NULL CHECK (json_valid(bundle)),
      opened_at_ms   INTEGER NOT NULL,
      opened_by      TEXT NOT NULL,
      UNIQUE (visit_id, bundle_id)
    ) STRICT;
    CREATE TRIGGER an_open_bundle_stays BEFORE UPDATE ON open_bundle
      BEGIN SELECT RAISE(ABORT, 'a bundle keeps the version it was opened with'); END;

    -- A step is a case of its own, or it was left out and somebody said why.
    CREATE TABLE open_bundle_step (
      bundle          TEXT NOT NULL REFERENCES open_bundle (id),
      item_code       TEXT NOT NULL,
      case_id         TEXT UNIQUE REFERENCES case_file (id),
      left_out        TEXT CHECK (left_out IN ('optional', 'not-needed', 'predecessor-ended')),
      left_out_say    TEXT,
      left_out_at_ms  INTEGER,
      left_out_by     TEXT,
      released_at_ms  INTEGER,
      released_by     TEXT,
      given_paper     TEXT CHECK (length(given_paper) > 0),
      given_at_ms     INTEGER,
      given_by        TEXT,
      PRIMARY KEY (bundle, item_code),
      CHECK ((case_id IS NULL) = (left_out IS NOT NULL)),
      CHECK ((left_out IS NULL) = (left_out_say IS NULL)),
      CHECK ((left_out IS NULL) = (left_out_at_ms IS NULL)),
      CHECK ((left_out IS NULL) = (left_out_by IS NULL)),
      CHECK ((released_at_ms IS NULL) = (released_by IS NULL)),
      CHECK ((given_paper IS NULL) = (given_at_ms IS NULL)),
      CHECK ((given_paper IS NULL) = (given_by IS NULL))
    ) STRICT, WITHOUT ROWID;
  `,
};
