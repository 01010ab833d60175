import type { Migration } from '../migrate.ts';

/** 帮办代办: who helps in a visit and on whose word, what they did, and the lists with which they take the slips back. */
export const helpers: Migration = {
  version: 232,
  up: `
    CREATE TABLE help (
      visit_id      TEXT PRIMARY KEY REFERENCES visit (id),
      mode          TEXT NOT NULL CHECK (mode IN ('assist', 'stand-in')),
      badge         TEXT NOT NULL,
      name          TEXT NOT NULL,
      point         TEXT NOT NULL,
      consent_on    TEXT NOT NULL,
      consent_until TEXT NOT NULL CHECK (consent_until >= consent_on),
      consent_items TEXT NOT NULL CHECK (json_valid(consent_items)),
      saved_at_ms   INTEGER NOT NULL,
      clerk         TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE help_act (
      id       INTEGER PRIMARY KEY,
      visit_id TEXT NOT NULL REFERENCES help (visit_id),
      act      TEXT NOT NULL CHECK (act IN ('explain', 'fill-in', 'bring-papers', 'take-slip', 'take-papers-back')),
      at_ms    INTEGER NOT NULL,
      clerk    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX help_act_of_visit ON help_act (visit_id);
    CREATE TRIGGER what_a_helper_did_stands BEFORE UPDATE ON help_act
    BEGIN SELECT RAISE(ABORT, 'what a helper did is never changed'); END;
    CREATE TRIGGER what_a_helper_did_is_kept BEFORE DELETE ON help_act
    BEGIN SELECT RAISE(ABORT, 'what a helper did is never deleted'); END;

    CREATE TABLE help_list (
      id          TEXT PRIMARY KEY,
      badge       TEXT NOT NULL,
      name        TEXT NOT NULL,
      point       TEXT NOT NULL,
      made_at_ms  INTEGER NOT NULL,
      made_by     TEXT NOT NULL,
      taken_at_ms INTEGER,
      taken_clerk TEXT,
      CHECK ((taken_at_ms IS NULL) = (taken_clerk IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE help_list_case (
      case_id TEXT PRIMARY KEY REFERENCES case_file (id),
      list_id TEXT NOT NULL REFERENCES help_list (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX cases_of_help_list ON help_list_case (list_id);
  `,
};
