import type { Migration } from '../migrate.ts';

/**
 * The pages of a paper pressed as one PDF. The window draws them, piece by piece; what it drew goes when the PDF is
 * there, and the PDF a day later.
 */
export const pagePrints: Migration = {
  version: 205,
  up: `
    CREATE TABLE page_print (
      id            TEXT PRIMARY KEY,
      case_id       TEXT NOT NULL,
      material_id   TEXT NOT NULL,
      sheets        INTEGER NOT NULL CHECK (sheets BETWEEN 1 AND 200),
      made_at_ms    INTEGER NOT NULL,
      made_by       TEXT NOT NULL,
      whole         INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
      pdf           BLOB,
      sha256        TEXT CHECK (length(sha256) = 64),
      pressed_at_ms INTEGER,
      why           TEXT,
      CHECK ((pdf IS NULL) = (sha256 IS NULL)),
      CHECK (pdf IS NULL OR why IS NULL),
      CHECK ((pressed_at_ms IS NULL) = (pdf IS NULL AND why IS NULL))
    ) STRICT;
    CREATE INDEX page_print_waiting ON page_print (id) WHERE whole = 1 AND pressed_at_ms IS NULL;
    CREATE TABLE page_print_piece (
      print_id TEXT NOT NULL REFERENCES page_print (id) ON DELETE CASCADE,
      sheet    INTEGER NOT NULL CHECK (sheet >= 1),
      offset   INTEGER NOT NULL CHECK (offset >= 0),
      content  BLOB NOT NULL,
      PRIMARY KEY (print_id, sheet, offset)
    ) STRICT, WITHOUT ROWID;
  `,
};
