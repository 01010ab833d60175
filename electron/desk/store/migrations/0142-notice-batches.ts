import type { Migration } from '../migrate.ts';

/** Several papers pressed as one job, so that the printer is fed once. */
export const noticeBatches: Migration = {
  version: 142,
  up: `
    CREATE TABLE notice_batch (
      id            TEXT PRIMARY KEY,
      notice_ids    TEXT NOT NULL CHECK (json_valid(notice_ids)),
      made_at_ms    INTEGER NOT NULL,
      made_by       TEXT NOT NULL,
      pdf           BLOB,
      sha256        TEXT CHECK (length(sha256) = 64),
      pressed_at_ms INTEGER,
      why           TEXT,
      CHECK ((pdf IS NULL) = (sha256 IS NULL)),
      CHECK (pdf IS NULL OR why IS NULL),
      CHECK ((pressed_at_ms IS NULL) = (pdf IS NULL AND why IS NULL))
    ) STRICT;
    CREATE INDEX notice_batch_waiting ON notice_batch (id) WHERE pressed_at_ms IS NULL;
  `,
};
