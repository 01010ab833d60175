import type { Migration } from '../migrate.ts';

/**
 * 申请表: the form as a paper that the applicant signs. For each of its cases a hash of what it says, so that a value
 * that changed afterwards is noticed; and which answers the citizen said are not right.
 */
export const formPapers: Migration = {
  version: 220,
  remake: {
    table: 'notice',
    pieces: [[`'complaint', 'bundle-receipt'`, `'complaint', 'application-form', 'bundle-receipt'`]],
  },
  up: `
    CREATE TABLE form_paper (
      notice_id TEXT PRIMARY KEY REFERENCES notice (id),
      lines     TEXT NOT NULL CHECK (json_valid(lines))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE form_paper_case (
      case_id     TEXT NOT NULL REFERENCES case_file (id),
      notice_id   TEXT NOT NULL REFERENCES form_paper (notice_id),
      values_hash TEXT NOT NULL CHECK (length(values_hash) = 64),
      PRIMARY KEY (case_id, notice_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX form_paper_cases ON form_paper_case (notice_id);
    CREATE TRIGGER a_form_paper_stays BEFORE UPDATE ON form_paper
      BEGIN SELECT RAISE(ABORT, 'a form paper stays as it was shown'); END;
    CREATE TRIGGER a_form_paper_is_never_forgotten BEFORE DELETE ON form_paper
      BEGIN SELECT RAISE(ABORT, 'a form paper stays as it was shown'); END;
    CREATE TRIGGER a_form_paper_keeps_its_hash BEFORE UPDATE ON form_paper_case
      BEGIN SELECT RAISE(ABORT, 'a form paper stays as it was shown'); END;
    CREATE TRIGGER a_form_paper_keeps_its_cases BEFORE DELETE ON form_paper_case
      BEGIN SELECT RAISE(ABORT, 'a form paper stays as it was shown'); END;

    CREATE TABLE form_objection (
      seq       INTEGER PRIMARY KEY AUTOINCREMENT,
      notice_id TEXT NOT NULL REFERENCES form_paper (notice_id),
      meanings  TEXT NOT NULL CHECK (json_valid(meanings)),
      at_ms     INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX form_objection_of ON form_objection (notice_id);
  `,
};
