import type { Migration } from '../migrate.ts';

/** 导办: answers given before a number was taken, and the numbers of applications begun on the web. */
export const guidance: Migration = {
  version: 177,
  up: `
    -- Names nobody: an item, answers, and who asked the questions.
    CREATE TABLE guidance (
      id            TEXT PRIMARY KEY,
      item_code     TEXT NOT NULL,
      item_name_zh  TEXT NOT NULL,
      item_name_en  TEXT NOT NULL,
      answers       TEXT NOT NULL CHECK (json_valid(answers)),
      online_number TEXT,
      made_at_ms    INTEGER NOT NULL,
      made_by       TEXT NOT NULL,
      case_id       TEXT REFERENCES case_file (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX guidance_made ON guidance (made_at_ms) WHERE case_id IS NULL;
    CREATE UNIQUE INDEX guidance_of_case ON guidance (case_id) WHERE case_id IS NOT NULL;
    -- The answers may lie in the file of another window: no reference.
    ALTER TABLE visit ADD COLUMN guidance_id TEXT;

    CREATE TABLE case_online (
      case_id       TEXT PRIMARY KEY REFERENCES case_file (id),
      online_number TEXT NOT NULL UNIQUE,
      linked_at_ms  INTEGER NOT NULL,
      linked_by     TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
