import type { Migration } from '../migrate.ts';

/** What is owed to the province, the official numbers it gave, and the serials it leased to this window. */
export const outbox: Migration = {
  version: 30,
  up: `
    CREATE TABLE outbox (
      seq              INTEGER PRIMARY KEY AUTOINCREMENT,
      id               TEXT NOT NULL UNIQUE,
      case_id          TEXT NOT NULL,
      step             INTEGER NOT NULL CHECK (step >= 1),
      round            INTEGER NOT NULL CHECK (round >= 1),
      kind             TEXT NOT NULL CHECK (kind IN
        ('case.received', 'case.accepted', 'case.correction', 'case.refused')),
      receipt_number   TEXT NOT NULL,
      item_name_zh     TEXT NOT NULL,
      item_name_en     TEXT NOT NULL,
      idempotency_key  TEXT NOT NULL UNIQUE,
      event_json       TEXT NOT NULL CHECK (json_valid(event_json)),
      wire_body        TEXT CHECK (json_valid(wire_body)),
      body_hash        TEXT CHECK (length(body_hash) = 64),
      state            TEXT NOT NULL CHECK (state IN ('pending', 'unknown', 'done', 'returned', 'quarantined')),
      attempts         INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      slow_in_a_row    INTEGER NOT NULL DEFAULT 0,
      troubles_in_a_row INTEGER NOT NULL DEFAULT 0,
      asks_next        INTEGER NOT NULL DEFAULT 0 CHECK (asks_next IN (0, 1)),
      queued_at_ms     INTEGER NOT NULL,
      next_try_at_ms   INTEGER,
      first_sent_at_ms INTEGER,
      last_sent_at_ms  INTEGER,
      lease_until_ms   INTEGER,
      done_at_ms       INTEGER,
      because          TEXT,
      platform_words   TEXT,
      field_errors     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(field_errors)),
      platform_receipt TEXT,
      skew_ms          INTEGER,
      supersedes       TEXT UNIQUE REFERENCES outbox (id),
      superseded_at_ms INTEGER,
      UNIQUE (case_id, step, round),
      CHECK ((round = 1) = (supersedes IS NULL)),
      CHECK (superseded_at_ms IS NULL OR state = 'returned'),
      CHECK ((wire_body IS NULL) = (body_hash IS NULL)),
      CHECK (first_sent_at_ms IS NULL OR wire_body IS NOT NULL),
      CHECK ((state = 'done') = (done_at_ms IS NOT NULL)),
      CHECK ((state = 'done') = (platform_receipt IS NOT NULL)),
      CHECK ((state IN ('pending', 'unknown')) = (next_try_at_ms IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX one_standing_debt_per_step ON outbox (case_id, step) WHERE superseded_at_ms IS NULL;
    CREATE INDEX outbox_open ON outbox (next_try_at_ms) WHERE state IN ('pending', 'unknown');
    CREATE INDEX outbox_for_a_person ON outbox (seq)
      WHERE state IN ('returned', 'quarantined') AND superseded_at_ms IS NULL;
    CREATE INDEX outbox_done ON outbox (done_at_ms) WHERE state = 'done';

    CREATE TRIGGER a_debt_is_never_deleted BEFORE DELETE ON outbox
      BEGIN SELECT RAISE(ABORT, 'a debt is never deleted'); END;
    CREATE TRIGGER a_debt_is_frozen BEFORE UPDATE ON outbox
      WHEN NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.step <> OLD.step OR NEW.round <> OLD.round
        OR NEW.kind <> OLD.kind OR NEW.receipt_number <> OLD.receipt_number
        OR NEW.idempotency_key <> OLD.idempotency_key OR NEW.event_json <> OLD.event_json
        OR NEW.queued_at_ms <> OLD.queued_at_ms OR NEW.supersedes IS NOT OLD.supersedes
        OR (OLD.wire_body IS NOT NULL AND NEW.wire_body IS NOT OLD.wire_body)
        OR (OLD.body_hash IS NOT NULL AND NEW.body_hash IS NOT OLD.body_hash)
        OR (OLD.first_sent_at_ms IS NOT NULL AND NEW.first_sent_at_ms IS NOT OLD.first_sent_at_ms)
        OR (OLD.superseded_at_ms IS NOT NULL AND NEW.superseded_at_ms IS NOT OLD.superseded_at_ms)
      BEGIN SELECT RAISE(ABORT, 'a debt keeps what it owes and its key'); END;
    CREATE TRIGGER a_settled_debt_stays_settled BEFORE UPDATE ON outbox
      WHEN OLD.state = 'done' AND (NEW.state <> 'done' OR NEW.platform_receipt <> OLD.platform_receipt)
      BEGIN SELECT RAISE(ABORT, 'a settled debt stays settled'); END;

    CREATE TABLE outbox_attempt (
      seq        INTEGER PRIMARY KEY AUTOINCREMENT,
      debt_id    TEXT NOT NULL REFERENCES outbox (id),
      act        TEXT NOT NULL CHECK (act IN ('send', 'ask')),
      at_ms      INTEGER NOT NULL,
      took_ms    INTEGER NOT NULL,
      answer     TEXT NOT NULL,
      why        TEXT
    ) STRICT;
    CREATE INDEX outbox_attempt_of ON outbox_attempt (debt_id);

    CREATE TABLE official_number (
      case_id TEXT PRIMARY KEY,
      number  TEXT NOT NULL UNIQUE CHECK (length(number) BETWEEN 1 AND 50),
      at_ms   INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER an_official_number_stays BEFORE UPDATE ON official_number
      BEGIN SELECT RAISE(ABORT, 'an official number stays'); END;
    CREATE TRIGGER an_official_number_is_never_deleted BEFORE DELETE ON official_number
      BEGIN SELECT RAISE(ABORT, 'an official number is never deleted'); END;

    CREATE TABLE number_block (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      source      TEXT NOT NULL CHECK (source IN ('site', 'platform')),
      name        TEXT UNIQUE,
      serial_from INTEGER NOT NULL CHECK (serial_from BETWEEN 1 AND 999999),
      serial_to   INTEGER NOT NULL CHECK (serial_to BETWEEN serial_from AND 999999),
      next_serial INTEGER NOT NULL CHECK (next_serial BETWEEN serial_from AND serial_to + 1),
      at_ms       INTEGER NOT NULL,
      CHECK ((source = 'platform') = (name IS NOT NULL))
    ) STRICT;
    CREATE TRIGGER number_blocks_do_not_overlap BEFORE INSERT ON number_block
      WHEN EXISTS (SELECT 1 FROM number_block
        WHERE serial_from <= NEW.serial_to AND serial_to >= NEW.serial_from)
      BEGIN SELECT RAISE(ABORT, 'number blocks may not overlap'); END;
    CREATE TRIGGER a_serial_is_given_out_once BEFORE UPDATE ON number_block
      WHEN NEW.next_serial < OLD.next_serial OR NEW.serial_from <> OLD.serial_from
        OR NEW.serial_to < OLD.serial_to
        OR EXISTS (SELECT 1 FROM number_block AS other WHERE other.id <> NEW.id
          AND other.serial_from <= NEW.serial_to AND other.serial_to >= NEW.serial_from)
      BEGIN SELECT RAISE(ABORT, 'a serial is given out once'); END;
    CREATE TRIGGER a_number_block_is_never_deleted BEFORE DELETE ON number_block
      BEGIN SELECT RAISE(ABORT, 'a number block is never deleted'); END;

    CREATE TABLE number_wish (
      only            INTEGER PRIMARY KEY CHECK (only = 1),
      idempotency_key TEXT NOT NULL,
      size            INTEGER NOT NULL CHECK (size >= 1),
      highest         INTEGER NOT NULL,
      asked_at_ms     INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE province_line (
      only            INTEGER PRIMARY KEY CHECK (only = 1),
      state           TEXT NOT NULL,
      since_ms        INTEGER,
      failures        INTEGER NOT NULL DEFAULT 0,
      hold_until_ms   INTEGER,
      last_try_at_ms  INTEGER,
      last_ack_at_ms  INTEGER,
      skew_ms         INTEGER
    ) STRICT;
    INSERT INTO province_line (only, state) VALUES (1, 'never-tried');
  `,
};
