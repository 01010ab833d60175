import type { Migration } from '../migrate.ts';

/** How a clerk wants the window to look, at whichever start of it they sit down. */
export const ownLook: Migration = {
  version: 251,
  up: `
    CREATE TABLE own_look (
      number     TEXT PRIMARY KEY REFERENCES person (number),
      large_type INTEGER NOT NULL CHECK (large_type IN (0, 1))
    ) STRICT, WITHOUT ROWID;
  `,
};
