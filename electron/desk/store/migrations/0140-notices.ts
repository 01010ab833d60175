import type { Migration } from '../migrate.ts';

/**
 * Every paper of the hall, not only four kinds: several of a kind on one case (a second pause, a second extension),
 * papers of a visit, a bundle or a hand-over list, and numbers that are counted per organ, word and year.
 */
export const notices: Migration = {
  version: 140,
  up: `
    CREATE TABLE document_number (
      organ TEXT NOT NULL,
      word  TEXT NOT NULL,
      year  TEXT NOT NULL CHECK (year GLOB '[0-9][0-9][0-9][0-9]'),
      last  INTEGER NOT NULL CHECK (last >= 1),
      PRIMARY KEY (organ, word, year)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER a_document_number_is_given_once BEFORE UPDATE ON document_number
      WHEN NEW.last <> OLD.last + 1 OR NEW.organ <> OLD.organ OR NEW.word <> OLD.word OR NEW.year <> OLD.year
      BEGIN SELECT RAISE(ABORT, 'document numbers are counted without a gap'); END;
    CREATE TRIGGER a_document_number_is_never_forgotten BEFORE DELETE ON document_number
      BEGIN SELECT RAISE(ABORT, 'a document number is never forgotten'); END;

    CREATE TABLE notice_now (
      id                TEXT PRIMARY KEY,
      case_id           TEXT REFERENCES case_file (id),
      visit_id          TEXT REFERENCES visit (id),
      bundle_id         TEXT,
      hand_over_id      TEXT,
      kind              TEXT NOT NULL CHECK (kind IN ('receipt-slip', 'acceptance', 'correction', 'refusal',
        'tolerance', 'commitment', 'special-procedure', 'extension', 'not-needed', 'wrong-organ', 'referral',
        'withdrawal', 'lapse', 'collection', 'hand-over', 'complaint', 'bundle-receipt')),
      organ             TEXT NOT NULL,
      document_number   TEXT NOT NULL,
      template_version  INTEGER NOT NULL,
      content           TEXT NOT NULL CHECK (json_valid(content)),
      content_hash      TEXT NOT NULL CHECK (length(content_hash) = 64),
      issued_at_ms      INTEGER NOT NULL,
      issued_by         TEXT NOT NULL,
      reprints          INTEGER NOT NULL DEFAULT 0 CHECK (reprints >= 0),
      UNIQUE (organ, document_number),
      CHECK ((case_id IS NOT NULL) + (visit_id IS NOT NULL) + (bundle_id IS NOT NULL)
        + (hand_over_id IS NOT NULL) = 1)
    ) STRICT;
    INSERT INTO notice_now (id, case_id, kind, organ, document_number, template_version, content, content_hash,
        issued_at_ms, issued_by, reprints)
      SELECT id, case_id, kind, json_extract(content, '$.organ'), document_number,
        json_extract(content, '$.templateVersion'), content, content_hash, issued_at_ms, issued_by, reprints
      FROM notice;

    CREATE TABLE notice_copy_now (
      notice_id     TEXT NOT NULL REFERENCES notice_now (id),
      reprint       INTEGER NOT NULL CHECK (reprint >= 0),
      pdf           BLOB,
      sha256        TEXT CHECK (length(sha256) = 64),
      pressed_at_ms INTEGER NOT NULL,
      why           TEXT,
      PRIMARY KEY (notice_id, reprint),
      CHECK ((pdf IS NULL) = (sha256 IS NULL)),
      CHECK ((pdf IS NULL) = (why IS NOT NULL))
    ) STRICT;
    INSERT INTO notice_copy_now SELECT notice_id, reprint, pdf, sha256, pressed_at_ms, why FROM notice_copy;

    DROP TABLE notice_copy;
    DROP TABLE notice;
    ALTER TABLE notice_now RENAME TO notice;
    ALTER TABLE notice_copy_now RENAME TO notice_copy;
    CREATE INDEX notice_of_case ON notice (case_id) WHERE case_id IS NOT NULL;
    CREATE INDEX notice_of_visit ON notice (visit_id) WHERE visit_id IS NOT NULL;
    CREATE INDEX notice_of_bundle ON notice (bundle_id) WHERE bundle_id IS NOT NULL;
    CREATE INDEX notice_by_time ON notice (issued_at_ms);

    CREATE TRIGGER a_notice_is_frozen BEFORE UPDATE ON notice
      WHEN NEW.id <> OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.visit_id IS NOT OLD.visit_id
        OR NEW.bundle_id IS NOT OLD.bundle_id OR NEW.hand_over_id IS NOT OLD.hand_over_id
        OR NEW.kind <> OLD.kind OR NEW.organ <> OLD.organ OR NEW.document_number <> OLD.document_number
        OR NEW.template_version <> OLD.template_version OR NEW.content <> OLD.content
        OR NEW.content_hash <> OLD.content_hash OR NEW.issued_at_ms <> OLD.issued_at_ms
        OR NEW.issued_by <> OLD.issued_by OR NEW.reprints < OLD.reprints
      BEGIN SELECT RAISE(ABORT, 'a notice is frozen'); END;
    CREATE TRIGGER a_notice_is_never_deleted BEFORE DELETE ON notice
      BEGIN SELECT RAISE(ABORT, 'a notice is never deleted'); END;
  `,
};
