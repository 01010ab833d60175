import type { Migration } from '../migrate.ts';

/**
 * Items by code and version, the ones in force, and how they are found. The search index lies in the same
 * encrypted file as everything else; there is no copy of the catalogue outside it.
 */
export const catalogue: Migration = {
  version: 40,
  up: `
    CREATE TABLE item (
      code       TEXT NOT NULL,
      version    INTEGER NOT NULL CHECK (version >= 1),
      json       TEXT NOT NULL CHECK (json_valid(json)),
      loaded_at_ms INTEGER NOT NULL,
      PRIMARY KEY (code, version)
    ) STRICT, WITHOUT ROWID;

    -- place: shorter names first, so that the first rows found are the nearest
    CREATE TABLE item_in_force (
      place      INTEGER PRIMARY KEY,
      code       TEXT NOT NULL,
      version    INTEGER NOT NULL,
      code_key   TEXT NOT NULL UNIQUE,
      basic_key  TEXT NOT NULL,
      name_key   TEXT NOT NULL,
      hit        TEXT NOT NULL CHECK (json_valid(hit)),
      FOREIGN KEY (code, version) REFERENCES item (code, version)
    ) STRICT;
    CREATE INDEX item_in_force_name ON item_in_force (name_key);
    CREATE INDEX item_in_force_basic ON item_in_force (basic_key);

    CREATE VIRTUAL TABLE item_find USING fts5 (
      pairs, signs, initials, pinyin,
      content = '', columnsize = 0, prefix = '1 2', tokenize = 'unicode61 remove_diacritics 0'
    );

    CREATE TABLE catalogue_in_force (
      one        INTEGER PRIMARY KEY CHECK (one = 1),
      hash       TEXT NOT NULL CHECK (length(hash) = 64),
      name       TEXT NOT NULL,
      loaded_at_ms INTEGER NOT NULL,
      fresh_at_ms  INTEGER NOT NULL
    ) STRICT;
  `,
};
