import type { Migration } from '../migrate.ts';

/**
 * Every way a paper may come, who compared it with its original and when, the queries asked instead of papers, the
 * papers that were spared, and where each original went: one hand-over list or back to the citizen.
 *
 * Queries name their case without a reference: they outlive a draft that is thrown away.
 */
export const materialRoutes: Migration = {
  version: 120,
  up: `
    PRAGMA defer_foreign_keys = ON;
    CREATE TABLE material_query (
      id           TEXT PRIMARY KEY,
      case_id      TEXT NOT NULL,
      material_id  TEXT NOT NULL,
      kind         TEXT NOT NULL CHECK (kind IN ('licence', 'shared-data')),
      what         TEXT NOT NULL,
      purpose      TEXT NOT NULL CHECK (length(purpose) > 0),
      basis        TEXT NOT NULL CHECK (basis IN ('consent', 'law')),
      asked_at_ms  INTEGER NOT NULL,
      asked_by     TEXT NOT NULL,
      answer       TEXT NOT NULL CHECK (answer IN ('found', 'not-found', 'other-holder', 'not-valid', 'away')),
      answered_by  TEXT CHECK (answer = 'away' OR answered_by IS NOT NULL),
      identifier   TEXT,
      check_holds  INTEGER CHECK (check_holds IN (0, 1)),
      holder       TEXT,
      valid_to     TEXT CHECK (valid_to GLOB '????-??-??'),
      fields       TEXT NOT NULL CHECK (json_valid(fields)),
      said_wrong   TEXT,
      said_wrong_at_ms INTEGER,
      said_wrong_by    TEXT,
      CHECK ((said_wrong IS NULL) = (said_wrong_at_ms IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX material_query_of ON material_query (case_id, material_id, asked_at_ms);
    CREATE TRIGGER a_query_stays BEFORE UPDATE ON material_query
      WHEN OLD.said_wrong IS NOT NULL OR NEW.said_wrong IS NULL OR NEW.id <> OLD.id OR NEW.answer <> OLD.answer
        OR NEW.case_id <> OLD.case_id OR NEW.fields <> OLD.fields OR NEW.asked_at_ms <> OLD.asked_at_ms
      BEGIN SELECT RAISE(ABORT, 'a query record is never rewritten'); END;
    CREATE TRIGGER a_query_is_never_forgotten BEFORE DELETE ON material_query
      BEGIN SELECT RAISE(ABORT, 'a query record is never forgotten'); END;

    CREATE TABLE case_material_before AS SELECT * FROM case_material;
    DROP TABLE case_material;
    CREATE TABLE case_material (
      case_id                  TEXT NOT NULL REFERENCES case_file (id),
      material_id              TEXT NOT NULL,
      paper_name               TEXT NOT NULL DEFAULT '',
      route                    TEXT NOT NULL CHECK (route IN
        ('paper', 'scan', 'file', 'licence', 'shared-data', 'reuse', 'commitment', 'later')),
      originals_taken          INTEGER NOT NULL CHECK (originals_taken >= 0),
      copies_taken             INTEGER NOT NULL CHECK (copies_taken >= 0),
      checked_against_original INTEGER NOT NULL CHECK (checked_against_original IN (0, 1)),
      checked_at_ms            INTEGER,
      checked_by               TEXT,
      checked_window           INTEGER,
      file_hash                TEXT,
      due_on                   TEXT CHECK (due_on GLOB '????-??-??'),
      query_id                 TEXT REFERENCES material_query (id),
      reused_receipt           TEXT,
      watermark                TEXT,
      provided_at_ms           INTEGER NOT NULL,
      provided_to              TEXT NOT NULL,
      PRIMARY KEY (case_id, material_id),
      FOREIGN KEY (case_id, file_hash) REFERENCES case_stored_file (case_id, hash),
      CHECK ((route = 'later') = (due_on IS NOT NULL)),
      CHECK ((route IN ('licence', 'shared-data')) = (query_id IS NOT NULL)),
      CHECK ((route = 'reuse') = (watermark IS NOT NULL)),
      CHECK ((watermark IS NULL) = (reused_receipt IS NULL)),
      CHECK ((checked_at_ms IS NULL) = (checked_by IS NULL)),
      CHECK (checked_against_original = 1 OR checked_at_ms IS NULL)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO case_material (case_id, material_id, route, originals_taken, copies_taken,
        checked_against_original, checked_at_ms, checked_by, file_hash, due_on, provided_at_ms, provided_to)
      SELECT case_id, material_id, route, originals_taken, copies_taken, checked_against_original,
        CASE checked_against_original WHEN 1 THEN provided_at_ms END,
        CASE checked_against_original WHEN 1 THEN provided_to END,
        file_hash, due_on, provided_at_ms, provided_to
      FROM case_material_before;
    DROP TABLE case_material_before;

    CREATE TABLE paper_saved (
      case_id     TEXT NOT NULL REFERENCES case_file (id),
      material_id TEXT NOT NULL,
      by          TEXT NOT NULL CHECK (by IN
        ('situation', 'card', 'licence', 'shared-data', 'reuse', 'commitment', 'duty')),
      on_day      TEXT NOT NULL CHECK (on_day GLOB '????-??-??'),
      PRIMARY KEY (case_id, material_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX paper_saved_on ON paper_saved (on_day);

    -- 物料转移单: signed by the clerk who gives and by the department that takes.
    CREATE TABLE hand_over (
      id           TEXT PRIMARY KEY,
      department   TEXT NOT NULL,
      made_at_ms   INTEGER NOT NULL,
      made_on      TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
      given_by     TEXT NOT NULL,
      window       INTEGER NOT NULL,
      taken_by     TEXT,
      taken_at_ms  INTEGER,
      taken_with   TEXT,
      CHECK ((taken_by IS NULL) = (taken_at_ms IS NULL)),
      CHECK ((taken_by IS NULL) = (taken_with IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hand_over_made ON hand_over (made_on);
    CREATE TRIGGER a_hand_over_is_signed_once BEFORE UPDATE ON hand_over
      WHEN OLD.taken_by IS NOT NULL OR NEW.taken_by IS NULL OR NEW.id <> OLD.id
        OR NEW.department <> OLD.department OR NEW.given_by <> OLD.given_by
      BEGIN SELECT RAISE(ABORT, 'a hand-over is signed once'); END;
    CREATE TABLE hand_over_line (
      hand_over_id TEXT NOT NULL REFERENCES hand_over (id),
      case_id      TEXT NOT NULL,
      material_id  TEXT NOT NULL,
      originals    INTEGER NOT NULL CHECK (originals > 0),
      copies       INTEGER NOT NULL CHECK (copies >= 0),
      PRIMARY KEY (case_id, material_id),
      FOREIGN KEY (case_id, material_id) REFERENCES case_material (case_id, material_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hand_over_line_of ON hand_over_line (hand_over_id);
    CREATE TABLE original_returned (
      case_id        TEXT NOT NULL,
      material_id    TEXT NOT NULL,
      originals      INTEGER NOT NULL CHECK (originals > 0),
      returned_at_ms INTEGER NOT NULL,
      returned_by    TEXT NOT NULL,
      window         INTEGER NOT NULL,
      PRIMARY KEY (case_id, material_id),
      FOREIGN KEY (case_id, material_id) REFERENCES case_material (case_id, material_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER an_original_is_in_one_place BEFORE INSERT ON hand_over_line
      WHEN EXISTS (SELECT 1 FROM original_returned AS back
        WHERE back.case_id = NEW.case_id AND back.material_id = NEW.material_id)
      BEGIN SELECT RAISE(ABORT, 'this original went back to the citizen'); END;
    CREATE TRIGGER an_original_goes_back_once BEFORE INSERT ON original_returned
      WHEN EXISTS (SELECT 1 FROM hand_over_line AS line
        WHERE line.case_id = NEW.case_id AND line.material_id = NEW.material_id)
      BEGIN SELECT RAISE(ABORT, 'this original is in a hand-over list'); END;
    CREATE TRIGGER a_line_stays BEFORE UPDATE ON hand_over_line
      BEGIN SELECT RAISE(ABORT, 'a hand-over list is never rewritten'); END;
    CREATE TRIGGER a_line_is_never_struck BEFORE DELETE ON hand_over_line
      BEGIN SELECT RAISE(ABORT, 'a hand-over list is never rewritten'); END;
  `,
};
