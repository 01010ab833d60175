import type { Migration } from '../migrate.ts';

/**
 * Who signed which content, or why nobody did; and the one paper that the citizen's screen shows now. A copy that
 * was pressed before a signature is kept beside the one that carries it.
 */
export const signatures: Migration = {
  version: 141,
  up: `
    CREATE TABLE notice_signature (
      notice_id    TEXT NOT NULL REFERENCES notice (id),
      round        INTEGER NOT NULL CHECK (round >= 1),
      outcome      TEXT NOT NULL CHECK (outcome IN ('signed', 'on-paper', 'refused', 'impossible')),
      content_hash TEXT NOT NULL,
      png          BLOB,
      sha256       TEXT CHECK (length(sha256) = 64),
      reason       TEXT,
      at_ms        INTEGER NOT NULL,
      clerk        TEXT NOT NULL,
      window       INTEGER NOT NULL,
      PRIMARY KEY (notice_id, round),
      CHECK ((outcome = 'signed') = (png IS NOT NULL)),
      CHECK ((png IS NULL) = (sha256 IS NULL)),
      CHECK ((outcome IN ('refused', 'impossible')) = (reason IS NOT NULL))
    ) STRICT;
    CREATE TRIGGER a_signature_is_of_what_was_shown BEFORE INSERT ON notice_signature
      WHEN NEW.content_hash IS NOT (SELECT content_hash FROM notice WHERE id = NEW.notice_id)
      BEGIN SELECT RAISE(ABORT, 'a signature belongs to the content that was shown'); END;
    CREATE TRIGGER a_signed_paper_is_signed_once BEFORE INSERT ON notice_signature
      WHEN EXISTS (SELECT 1 FROM notice_signature
        WHERE notice_id = NEW.notice_id AND outcome IN ('signed', 'on-paper'))
      BEGIN SELECT RAISE(ABORT, 'a paper is signed once'); END;
    CREATE TRIGGER a_signature_stays BEFORE UPDATE ON notice_signature
      BEGIN SELECT RAISE(ABORT, 'a signature stays'); END;
    CREATE TRIGGER a_signature_is_never_deleted BEFORE DELETE ON notice_signature
      BEGIN SELECT RAISE(ABORT, 'a signature is never deleted'); END;

    CREATE TABLE signing (
      one         INTEGER PRIMARY KEY CHECK (one = 1),
      id          TEXT NOT NULL UNIQUE,
      notice_id   TEXT NOT NULL REFERENCES notice (id),
      visit_id    TEXT REFERENCES visit (id),
      asked_at_ms INTEGER NOT NULL,
      asked_by    TEXT NOT NULL,
      objected_at_ms INTEGER
    ) STRICT;

    CREATE TABLE notice_copy_now (
      notice_id     TEXT NOT NULL REFERENCES notice (id),
      reprint       INTEGER NOT NULL CHECK (reprint >= 0),
      signatures    INTEGER NOT NULL DEFAULT 0 CHECK (signatures >= 0),
      pdf           BLOB,
      sha256        TEXT CHECK (length(sha256) = 64),
      pressed_at_ms INTEGER NOT NULL,
      why           TEXT,
      PRIMARY KEY (notice_id, reprint, signatures),
      CHECK ((pdf IS NULL) = (sha256 IS NULL)),
      CHECK ((pdf IS NULL) = (why IS NOT NULL))
    ) STRICT;
    INSERT INTO notice_copy_now (notice_id, reprint, pdf, sha256, pressed_at_ms, why)
      SELECT notice_id, reprint, pdf, sha256, pressed_at_ms, why FROM notice_copy;
    DROP TABLE notice_copy;
    ALTER TABLE notice_copy_now RENAME TO notice_copy;
  `,
};
