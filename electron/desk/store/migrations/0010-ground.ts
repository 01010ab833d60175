import type { Migration } from '../migrate.ts';

/** What every act needs: who did what (audit), acts outside the file, staff, seats, settings. */
export const ground: Migration = {
  version: 10,
  up: `
    CREATE TABLE audit (
      seq     INTEGER PRIMARY KEY CHECK (seq > 0),
      at_ms   INTEGER NOT NULL,
      call    TEXT NOT NULL,
      actor   TEXT NOT NULL,
      seat    TEXT NOT NULL,
      subject TEXT,
      purpose TEXT,
      outcome TEXT NOT NULL,
      prev    BLOB NOT NULL CHECK (length(prev) = 32),
      mac     BLOB NOT NULL CHECK (length(mac) = 32)
    ) STRICT;

    CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END;
    CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END;

    CREATE TABLE audit_head (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      seq      INTEGER NOT NULL,
      mac      BLOB NOT NULL CHECK (length(mac) = 32),
      seal     BLOB NOT NULL CHECK (length(seal) = 32)
    ) STRICT;

    CREATE TABLE outside_act (
      id            INTEGER PRIMARY KEY AUTOINCREMENT,
      call          TEXT NOT NULL,
      actor         TEXT NOT NULL,
      seat          TEXT NOT NULL,
      started_at_ms INTEGER NOT NULL,
      ended_at_ms   INTEGER,
      outcome       TEXT CHECK ((outcome IS NULL) = (ended_at_ms IS NULL))
    ) STRICT;
    CREATE INDEX outside_act_open ON outside_act (id) WHERE outcome IS NULL;

    CREATE TABLE person (
      number          TEXT PRIMARY KEY,
      name            TEXT NOT NULL,
      roles           TEXT NOT NULL CHECK (json_valid(roles)),
      password        TEXT NOT NULL,
      first_password  TEXT NOT NULL,
      must_change     INTEGER NOT NULL CHECK (must_change IN (0, 1)),
      failures        INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      closed_until_ms INTEGER,
      added_at_ms     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
      seat         TEXT PRIMARY KEY,
      number       TEXT NOT NULL REFERENCES person (number),
      locked       INTEGER NOT NULL CHECK (locked IN (0, 1)),
      must_change  INTEGER NOT NULL CHECK (must_change IN (0, 1)),
      since_ms     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      name          TEXT PRIMARY KEY,
      value         TEXT NOT NULL CHECK (json_valid(value)),
      changed_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
