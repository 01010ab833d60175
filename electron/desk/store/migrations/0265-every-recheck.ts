import type { Migration } from '../migrate.ts';

/**
 * Every question to the register about an identity accepted without a line is kept, also one that nobody answered, and
 * one that was not asked because the register is not connected: `trouble` says which. Questions about network
 * certificates say which case they were for where no party of a visit says it. Both are read by days, in one list.
 */
export const everyRecheck: Migration = {
  version: 265,
  up: `
    ALTER TABLE identity_recheck RENAME TO identity_recheck_once;
    CREATE TABLE identity_recheck (
      id          TEXT PRIMARY KEY,
      case_id     TEXT NOT NULL REFERENCES case_file (id),
      role        TEXT,
      what        TEXT NOT NULL,
      purpose     TEXT NOT NULL,
      asked_at_ms INTEGER NOT NULL,
      answer      TEXT NOT NULL CHECK (answer IN ('same-person', 'other-person', 'nobody-to-ask', 'away')),
      trouble     TEXT,
      answered_by TEXT,
      CHECK ((answer = 'nobody-to-ask') = (role IS NULL)),
      CHECK ((answer = 'away') = (trouble IS NOT NULL)),
      CHECK ((answer IN ('same-person', 'other-person')) = (answered_by IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    INSERT INTO identity_recheck
      SELECT case_id, case_id, role, 'population.basic',
        '办理“' || (SELECT item ->> '$.nameZh' FROM case_file WHERE case_file.id = identity_recheck_once.case_id)
          || '”，复核断网时所读证件', asked_at_ms, answer, iif(answer = 'away', 'away', NULL), answered_by
      FROM identity_recheck_once;
    DROP TABLE identity_recheck_once;
    CREATE INDEX identity_recheck_of ON identity_recheck (case_id, asked_at_ms);
    CREATE INDEX identity_recheck_asked ON identity_recheck (asked_at_ms);
    CREATE UNIQUE INDEX identity_recheck_answered ON identity_recheck (case_id) WHERE answer <> 'away';
    CREATE TRIGGER a_recheck_stays BEFORE UPDATE ON identity_recheck
      BEGIN SELECT RAISE(ABORT, 'a recheck is never rewritten'); END;
    CREATE TRIGGER a_recheck_is_never_forgotten BEFORE DELETE ON identity_recheck
      BEGIN SELECT RAISE(ABORT, 'a recheck is never forgotten'); END;
    ALTER TABLE network_check ADD COLUMN case_id TEXT REFERENCES case_file (id);
    CREATE INDEX network_check_asked ON network_check (asked_at_ms);
  `,
};
