import type { Migration } from '../migrate.ts';

/** Values of forms, each with its source; picks, undo, what is owed to a source, and what was typed twice. */
export const formValues: Migration = {
  version: 150,
  up: `
    -- A fact is asked once in a visit; each source has one word on it.
    CREATE TABLE form_value (
      visit_id TEXT NOT NULL REFERENCES visit (id),
      meaning  TEXT NOT NULL,
      source   TEXT NOT NULL CHECK (source IN ('card', 'shared-data', 'licence', 'predecessor', 'by-hand',
        'earlier-case')),
      value    TEXT NOT NULL CHECK (length(value) > 0),
      as_of    TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
      origin   TEXT,
      at_ms    INTEGER NOT NULL,
      by       TEXT NOT NULL,
      PRIMARY KEY (visit_id, meaning, source)
    ) STRICT, WITHOUT ROWID;

    -- Which source a clerk picked when they differed, why, and what each of them said then.
    CREATE TABLE form_pick (
      visit_id TEXT NOT NULL REFERENCES visit (id),
      meaning  TEXT NOT NULL,
      source   TEXT NOT NULL,
      seen     TEXT NOT NULL CHECK (json_valid(seen)),
      reason   TEXT NOT NULL CHECK (length(reason) > 0),
      at_ms    INTEGER NOT NULL,
      by       TEXT NOT NULL,
      PRIMARY KEY (visit_id, meaning)
    ) STRICT, WITHOUT ROWID;

    -- What each answer replaced, newest last. A step is one answer, or one act that filled several fields.
    CREATE TABLE form_undo (
      seq      INTEGER PRIMARY KEY AUTOINCREMENT,
      visit_id TEXT NOT NULL REFERENCES visit (id),
      step     INTEGER NOT NULL CHECK (step >= 1),
      meaning  TEXT NOT NULL,
      source   TEXT NOT NULL,
      before   TEXT CHECK (json_valid(before))
    ) STRICT;
    CREATE INDEX form_undo_of ON form_undo (visit_id, step);

    -- A source that keeps a fact was found otherwise at a window: it is told when the case has a number.
    CREATE TABLE value_difference (
      id          TEXT PRIMARY KEY,
      visit_id    TEXT NOT NULL REFERENCES visit (id),
      meaning     TEXT NOT NULL,
      label_zh    TEXT NOT NULL,
      source      TEXT NOT NULL,
      origin      TEXT,
      said        TEXT NOT NULL,
      said_as_of  TEXT NOT NULL CHECK (said_as_of GLOB '????-??-??'),
      found       TEXT NOT NULL,
      found_from  TEXT NOT NULL,
      reason      TEXT NOT NULL,
      at_ms       INTEGER NOT NULL,
      by          TEXT NOT NULL,
      owed_by     TEXT REFERENCES case_file (id)
    ) STRICT;
    CREATE INDEX value_difference_of ON value_difference (visit_id) WHERE owed_by IS NULL;
    CREATE TRIGGER an_owed_difference_stays BEFORE UPDATE ON value_difference WHEN OLD.owed_by IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'what is owed is never rewritten'); END;
    CREATE TRIGGER an_owed_difference_is_never_forgotten BEFORE DELETE ON value_difference
      WHEN OLD.owed_by IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'what is owed is never forgotten'); END;

    -- The form of a case as it was at each outcome; the newest counts once nothing is typed any more.
    CREATE TABLE form_kept (
      seq     INTEGER PRIMARY KEY AUTOINCREMENT,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      at_ms   INTEGER NOT NULL,
      facts   TEXT NOT NULL CHECK (json_valid(facts))
    ) STRICT;
    CREATE INDEX form_kept_of ON form_kept (case_id, seq);
    CREATE TRIGGER a_kept_form_stays BEFORE UPDATE ON form_kept
      BEGIN SELECT RAISE(ABORT, 'a form is kept as it was'); END;
    CREATE TRIGGER a_kept_form_is_never_forgotten BEFORE DELETE ON form_kept
      BEGIN SELECT RAISE(ABORT, 'a form is kept as it was'); END;

    -- 二次录入: which values were copied into a department's own system, and the obstacle, counted once a case.
    CREATE TABLE second_entry (
      case_id    TEXT NOT NULL REFERENCES case_file (id),
      department TEXT NOT NULL,
      item_code  TEXT NOT NULL,
      at_ms      INTEGER NOT NULL,
      by         TEXT NOT NULL,
      PRIMARY KEY (case_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX second_entry_lately ON second_entry (department, at_ms);
    CREATE TABLE entered_value (
      case_id TEXT NOT NULL REFERENCES second_entry (case_id),
      meaning TEXT NOT NULL,
      at_ms   INTEGER NOT NULL,
      by      TEXT NOT NULL,
      PRIMARY KEY (case_id, meaning)
    ) STRICT, WITHOUT ROWID;
  `,
};
