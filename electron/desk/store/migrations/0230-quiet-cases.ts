import type { Migration } from '../migrate.ts';

/** 办件短信: cases whose people took back that they want messages. */
export const quietCases: Migration = {
  version: 230,
  up: `
    CREATE TABLE quiet_case (
      case_id TEXT PRIMARY KEY REFERENCES case_file (id),
      at_ms   INTEGER NOT NULL,
      clerk   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
