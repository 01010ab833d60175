import type { Migration } from '../migrate.ts';

/**
 * A paper holds pages in an order, each turned and cropped beside its bytes. The bytes of a file leave the
 * database for the folder beside it (`store/README.md` says why): `content` is what was stored before this step,
 * until it has been moved out.
 */
export const pages: Migration = {
  version: 130,
  up: `
    PRAGMA defer_foreign_keys = ON;
    CREATE TABLE file_before (hash TEXT, media_type TEXT, bytes INTEGER, content BLOB, stored_at_ms INTEGER) STRICT;
    INSERT INTO file_before SELECT hash, media_type, bytes, content, stored_at_ms FROM stored_file;
    DROP TABLE stored_file;
    CREATE TABLE stored_file (
      hash          TEXT PRIMARY KEY CHECK (length(hash) = 64),
      media_type    TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf')),
      bytes         INTEGER NOT NULL CHECK (bytes > 0),
      width_px      INTEGER CHECK (width_px > 0),
      height_px     INTEGER CHECK (height_px > 0),
      pages         INTEGER NOT NULL DEFAULT 1 CHECK (pages > 0),
      content       BLOB CHECK (content IS NULL OR length(content) = bytes),
      stored_at_ms  INTEGER NOT NULL,
      CHECK ((width_px IS NULL) = (height_px IS NULL))
    ) STRICT;
    INSERT INTO stored_file (hash, media_type, bytes, content, stored_at_ms)
      SELECT hash, media_type, bytes, content, stored_at_ms FROM file_before;
    DROP TABLE file_before;

    ALTER TABLE upload ADD COLUMN material_id TEXT;

    CREATE TABLE page (
      id           TEXT PRIMARY KEY,
      case_id      TEXT NOT NULL,
      material_id  TEXT NOT NULL,
      place        INTEGER NOT NULL CHECK (place > 0),
      file_hash    TEXT NOT NULL,
      turn         INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270)),
      crop         TEXT CHECK (json_valid(crop)),
      added_at_ms  INTEGER NOT NULL,
      added_by     TEXT NOT NULL,
      FOREIGN KEY (case_id, file_hash) REFERENCES case_stored_file (case_id, hash)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX page_of_paper ON page (case_id, material_id, place);
    CREATE INDEX page_of_file ON page (case_id, file_hash);

    INSERT INTO page (id, case_id, material_id, place, file_hash, added_at_ms, added_by)
      SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
          || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
        case_id, material_id, 1, file_hash, provided_at_ms, provided_to
      FROM case_material WHERE route = 'scan' AND file_hash IS NOT NULL;

    CREATE TABLE thumbnail (
      file_hash TEXT PRIMARY KEY REFERENCES stored_file (hash) ON DELETE CASCADE,
      jpeg      BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
