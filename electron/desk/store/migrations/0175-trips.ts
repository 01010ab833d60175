import type { Migration } from '../migrate.ts';

/** The visits of each case with their causes, how its result is sent, and what a citizen left with. */
export const trips: Migration = {
  version: 175,
  up: `
    CREATE TABLE case_visit (
      case_id  TEXT NOT NULL REFERENCES case_file (id),
      no       INTEGER NOT NULL CHECK (no >= 1),
      visit_id TEXT NOT NULL REFERENCES visit (id),
      at_ms    INTEGER NOT NULL,
      clerk    TEXT,
      window   INTEGER,
      cause    TEXT CHECK (cause IN ('paper-not-told', 'hall-fault', 'sent-elsewhere', 'correction', 'owed-paper',
        'signature', 'in-person', 'collect-result', 'own-wish', 'other')),
      say      TEXT,
      PRIMARY KEY (case_id, no),
      UNIQUE (case_id, visit_id),
      CHECK ((no = 1) = (cause IS NULL)),
      CHECK (cause IS NOT NULL OR say IS NULL),
      CHECK (cause <> 'other' OR say IS NOT NULL),
      CHECK ((clerk IS NULL) = (window IS NULL)),
      CHECK (no = 1 OR clerk IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX case_visit_of ON case_visit (visit_id);
    CREATE TRIGGER a_visit_stays_counted BEFORE UPDATE ON case_visit
      BEGIN SELECT RAISE(ABORT, 'a visit of a case is never rewritten'); END;
    INSERT INTO case_visit (case_id, no, visit_id, at_ms) SELECT id, 1, visit_id, opened_at_ms FROM case_file;

    CREATE TABLE case_delivery (
      case_id      TEXT PRIMARY KEY REFERENCES case_file (id),
      way          TEXT NOT NULL CHECK (way IN ('counter', 'express')),
      address      TEXT,
      phone        TEXT,
      chosen_at_ms INTEGER NOT NULL,
      chosen_with  TEXT NOT NULL,
      CHECK ((way = 'express') = (address IS NOT NULL)),
      CHECK ((way = 'express') = (phone IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    -- What a finished visit left open: one row for each reason to come back.
    CREATE TABLE left_open (
      visit_id   TEXT NOT NULL REFERENCES visit (id),
      case_id    TEXT NOT NULL REFERENCES case_file (id),
      reason     TEXT NOT NULL,
      about      TEXT NOT NULL,
      wanted     INTEGER NOT NULL CHECK (wanted IN (0, 1)),
      left_at_ms INTEGER NOT NULL,
      PRIMARY KEY (visit_id, case_id, reason, about)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX left_open_of_case ON left_open (case_id);
  `,
};
