import type { Migration } from '../migrate.ts';

/**
 * 转号 with what was begun: a visit that was sent on is shut until it is called again, and each transfer keeps what
 * the clerk who sent it wrote for the one who calls it.
 */
export const sentOn: Migration = {
  version: 195,
  up: `
    ALTER TABLE visit ADD COLUMN sent_on_at_ms INTEGER;
    CREATE INDEX visit_sent_on ON visit (id) WHERE sent_on_at_ms IS NOT NULL;
    CREATE INDEX visit_aside ON visit (id) WHERE in_hand_since_ms IS NULL AND closed_at_ms IS NULL;

    CREATE TABLE visit_transfer (
      visit_id   TEXT NOT NULL REFERENCES visit (id),
      no         INTEGER NOT NULL CHECK (no > 0),
      at_ms      INTEGER NOT NULL,
      clerk      TEXT NOT NULL,
      from_queue TEXT NOT NULL,
      reason     TEXT NOT NULL,
      note       TEXT,
      carried    INTEGER NOT NULL CHECK (carried >= 0),
      PRIMARY KEY (visit_id, no)
    ) STRICT, WITHOUT ROWID;
  `,
};
