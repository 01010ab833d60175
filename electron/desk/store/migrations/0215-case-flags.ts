import type { Migration } from '../migrate.ts';

/**
 * What an act of a case leaves open for supervision, filed under the applicant's keyed hash so that it is found when
 * the same person comes again. What was refused or accepted on a commitment before this step is taken up from the
 * time line; nobody set a day for it.
 */
export const caseFlags: Migration = {
  version: 215,
  up: `
    CREATE TABLE case_flag (
      case_id       TEXT NOT NULL REFERENCES case_file (id),
      kind          TEXT NOT NULL CHECK (kind IN ('commitment-unchecked', 'tolerance-unfinished', 'refused-before',
                      'commitment-broken')),
      person_key    TEXT NOT NULL,
      item_code     TEXT NOT NULL,
      raised_on     TEXT NOT NULL CHECK (raised_on GLOB '????-??-??'),
      raised_at_ms  INTEGER NOT NULL,
      due_on        TEXT CHECK (due_on GLOB '????-??-??'),
      say           TEXT,
      cleared_on    TEXT CHECK (cleared_on GLOB '????-??-??'),
      cleared_at_ms INTEGER,
      cleared_by    TEXT,
      result        TEXT CHECK (result IN ('kept', 'broken', 'filled', 'settled')),
      PRIMARY KEY (case_id, kind),
      CHECK ((cleared_at_ms IS NULL) = (cleared_on IS NULL)),
      CHECK ((cleared_at_ms IS NULL) = (cleared_by IS NULL)),
      CHECK ((cleared_at_ms IS NULL) = (result IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX flag_of_person ON case_flag (person_key) WHERE cleared_at_ms IS NULL;
    CREATE TRIGGER a_flag_is_taken_down_once BEFORE UPDATE ON case_flag
      WHEN OLD.cleared_at_ms IS NOT NULL OR NEW.raised_on <> OLD.raised_on OR NEW.person_key <> OLD.person_key
      BEGIN SELECT RAISE(ABORT, 'a flag is taken down once and never rewritten'); END;
    CREATE TRIGGER a_flag_is_never_forgotten BEFORE DELETE ON case_flag
      BEGIN SELECT RAISE(ABORT, 'a flag is never forgotten'); END;

    INSERT OR IGNORE INTO case_flag (case_id, kind, person_key, item_code, raised_on, raised_at_ms, due_on, say)
      SELECT case_act.case_id,
          CASE case_act.event WHEN 'refuse' THEN 'refused-before' ELSE 'commitment-unchecked' END,
          person_key, item_code, on_day, at_ms, NULL, json_extract(detail, '$.say')
        FROM case_act
        JOIN case_person ON case_person.case_id = case_act.case_id AND case_person.role = 'applicant'
        JOIN case_file ON case_file.id = case_act.case_id
        WHERE case_act.event IN ('refuse', 'accept-commitment');
    INSERT OR IGNORE INTO case_flag (case_id, kind, person_key, item_code, raised_on, raised_at_ms, due_on, say)
      SELECT case_file.id, 'tolerance-unfinished', person_key, item_code,
          (SELECT on_day FROM case_act WHERE case_id = case_file.id AND event = 'accept-tolerant'),
          (SELECT at_ms FROM case_act WHERE case_id = case_file.id AND event = 'accept-tolerant'),
          (SELECT max(due_on) FROM case_material WHERE case_id = case_file.id AND route = 'later'), NULL
        FROM case_file
        JOIN case_person ON case_person.case_id = case_file.id AND case_person.role = 'applicant'
        WHERE EXISTS (SELECT 1 FROM case_act WHERE case_id = case_file.id AND event = 'accept-tolerant')
          AND EXISTS (SELECT 1 FROM case_material WHERE case_id = case_file.id AND route = 'later');
  `,
};
