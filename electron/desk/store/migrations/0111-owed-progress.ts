import type { Migration } from '../migrate.ts';

/** Every act of a case may be owed, not only its outcome at the counter. The kinds are the contract's to name. */
export const owedProgress: Migration = {
  version: 111,
  up: `
    PRAGMA defer_foreign_keys = ON;
    CREATE TABLE outbox_before AS SELECT * FROM outbox;
    DROP TRIGGER a_debt_is_never_deleted;
    DROP TRIGGER a_debt_is_frozen;
    DROP TRIGGER a_settled_debt_stays_settled;
    DELETE FROM outbox;
    DROP TABLE outbox;
    CREATE TABLE outbox (
      seq              INTEGER PRIMARY KEY AUTOINCREMENT,
      id               TEXT NOT NULL UNIQUE,
      case_id          TEXT NOT NULL,
      step             INTEGER NOT NULL CHECK (step >= 1),
      round            INTEGER NOT NULL CHECK (round >= 1),
      kind             TEXT NOT NULL CHECK (kind GLOB 'case.*'),
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
    INSERT INTO outbox SELECT * FROM outbox_before ORDER BY seq;
    DROP TABLE outbox_before;
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
  `,
};
