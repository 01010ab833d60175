import type { Migration } from '../migrate.ts';

/**
 * What was put in force and when, with the text of every package, so that an older state can be put in force again;
 * the templates in force; and what a hall keeps beside the platform's data: its notes and the duty list.
 */
export const packages: Migration = {
  version: 101,
  up: `
    CREATE TABLE catalogue_text (
      hash   TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
      -- deflated: a catalogue is text that repeats itself
      packed BLOB NOT NULL
    ) STRICT;

    -- chain: the hashes whose packages, one after the other, make this state
    CREATE TABLE catalogue_state (
      seq       INTEGER PRIMARY KEY AUTOINCREMENT,
      name      TEXT NOT NULL,
      hash      TEXT NOT NULL REFERENCES catalogue_text (hash),
      chain     TEXT NOT NULL CHECK (json_valid(chain)),
      source    TEXT NOT NULL CHECK (source IN ('site', 'folder', 'upload', 'platform', 'back')),
      signed_by TEXT,
      items     INTEGER NOT NULL CHECK (items >= 0),
      bundles   INTEGER NOT NULL CHECK (bundles >= 0),
      by        TEXT NOT NULL,
      at_ms     INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE notice_template (
      kind    TEXT NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 1),
      json    TEXT NOT NULL CHECK (json_valid(json))
    ) STRICT;

    -- material_id '': the note is about the item. from_hall '': this hall wrote it.
    CREATE TABLE local_note (
      id          TEXT NOT NULL PRIMARY KEY,
      code_key    TEXT NOT NULL,
      material_id TEXT NOT NULL,
      kind        TEXT NOT NULL CHECK (kind IN ('note', 'good-practice')),
      text        TEXT NOT NULL CHECK (length(text) > 0),
      from_hall   TEXT NOT NULL,
      by          TEXT NOT NULL,
      at_ms       INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX local_note_item ON local_note (code_key);

    CREATE TABLE duty (
      place      INTEGER PRIMARY KEY,
      department TEXT NOT NULL,
      data       TEXT NOT NULL,
      duty       TEXT NOT NULL,
      method     TEXT NOT NULL,
      frequency  TEXT NOT NULL,
      replaces   TEXT NOT NULL CHECK (json_valid(replaces))
    ) STRICT;
    CREATE TABLE duty_paper (
      name_key TEXT NOT NULL,
      place    INTEGER NOT NULL REFERENCES duty (place),
      PRIMARY KEY (name_key, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE duty_list (
      one   INTEGER PRIMARY KEY CHECK (one = 1),
      name  TEXT NOT NULL,
      hash  TEXT NOT NULL CHECK (length(hash) = 64),
      by    TEXT NOT NULL,
      at_ms INTEGER NOT NULL
    ) STRICT;
  `,
};
