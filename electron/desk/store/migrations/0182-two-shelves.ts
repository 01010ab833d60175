import type { Migration } from '../migrate.ts';

/**
 * A second shelf for items, filled in the background while the first serves; a row says which one is in force. A
 * version that came again with another text keeps that text on its shelf; what a package said is kept in pieces.
 */
export const twoShelves: Migration = {
  version: 182,
  up: `
    CREATE TABLE item_text (
      hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
      json TEXT NOT NULL CHECK (json_valid(json))
    ) STRICT;
    ALTER TABLE item_in_force ADD COLUMN text_hash TEXT REFERENCES item_text (hash);
    ALTER TABLE catalogue_in_force ADD COLUMN shelf INTEGER NOT NULL DEFAULT 0 CHECK (shelf IN (0, 1));

    CREATE TABLE item_in_force_1 (
      place      INTEGER PRIMARY KEY,
      code       TEXT NOT NULL,
      version    INTEGER NOT NULL,
      code_key   TEXT NOT NULL UNIQUE,
      basic_key  TEXT NOT NULL,
      name_key   TEXT NOT NULL,
      hit        TEXT NOT NULL CHECK (json_valid(hit)),
      text_hash  TEXT REFERENCES item_text (hash),
      FOREIGN KEY (code, version) REFERENCES item (code, version)
    ) STRICT;
    CREATE INDEX item_in_force_1_name ON item_in_force_1 (name_key);
    CREATE INDEX item_in_force_1_basic ON item_in_force_1 (basic_key);
    CREATE VIRTUAL TABLE item_find_1 USING fts5 (
      pairs, signs, initials, pinyin,
      content = '', columnsize = 0, prefix = '1 2', tokenize = 'unicode61 remove_diacritics 0'
    );

    -- The text of a package whose row in catalogue_text is empty.
    CREATE TABLE catalogue_text_piece (
      hash   TEXT NOT NULL,
      no     INTEGER NOT NULL CHECK (no >= 0),
      packed BLOB NOT NULL,
      PRIMARY KEY (hash, no)
    ) STRICT, WITHOUT ROWID;
  `,
};
