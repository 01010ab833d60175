import type { Migration } from '../migrate.ts';

/** Where a case is received and where it is decided, and its way there (代收代办). */
export const crossing: Migration = {
  version: 176,
  up: `
    CREATE TABLE case_region (
      case_id         TEXT PRIMARY KEY REFERENCES case_file (id),
      origin_region   TEXT NOT NULL CHECK (origin_region GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]*'),
      decision_region TEXT NOT NULL CHECK (decision_region GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]*'),
      organ           TEXT NOT NULL CHECK (length(organ) > 0),
      -- 1: a clerk said that another region decides; 0: kept as it stood when the case got its outcome
      chosen          INTEGER NOT NULL CHECK (chosen IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE case_forward (
      case_id       TEXT PRIMARY KEY REFERENCES case_file (id),
      made_at_ms    INTEGER NOT NULL,
      sent_way      TEXT CHECK (sent_way IN ('post', 'online', 'messenger')),
      sent_waybill  TEXT,
      sent_at_ms    INTEGER,
      sent_on       TEXT CHECK (sent_on GLOB '????-??-??'),
      sent_by       TEXT,
      arrived_on    TEXT CHECK (arrived_on GLOB '????-??-??'),
      arrived_at_ms INTEGER,
      arrived_by    TEXT,
      answer_due_on TEXT CHECK (answer_due_on GLOB '????-??-??'),
      CHECK ((sent_way IS NULL) = (sent_at_ms IS NULL)),
      CHECK ((sent_way IS NULL) = (sent_on IS NULL)),
      CHECK ((sent_way IS NULL) = (sent_by IS NULL)),
      CHECK (sent_way = 'post' OR sent_waybill IS NULL),
      CHECK (arrived_on IS NULL OR (sent_on IS NOT NULL AND arrived_on >= sent_on)),
      CHECK ((arrived_on IS NULL) = (arrived_at_ms IS NULL)),
      CHECK ((arrived_on IS NULL) = (arrived_by IS NULL)),
      CHECK ((arrived_on IS NULL) = (answer_due_on IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER what_arrived_stays BEFORE UPDATE ON case_forward WHEN OLD.arrived_on IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'the day of arrival is never rewritten'); END;
  `,
};
