import type { Migration } from '../migrate.ts';

/** Codes that a platform sent and no table here knows: for a technician, who asks what they mean. */
export const unknownCodes: Migration = {
  version: 202,
  up: `
    CREATE TABLE unknown_code (
      code_table  TEXT NOT NULL CHECK (code_table IN ('licence-status', 'task-state')),
      code        TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
      times       INTEGER NOT NULL CHECK (times >= 1),
      last_at_ms  INTEGER NOT NULL,
      PRIMARY KEY (code_table, code)
    ) STRICT, WITHOUT ROWID;
  `,
};
