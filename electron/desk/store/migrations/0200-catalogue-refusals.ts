import type { Migration } from '../migrate.ts';

/** Packages that were refused, with their faults: most of them come when nobody looks, from the platform. */
export const catalogueRefusals: Migration = {
  version: 200,
  up: `
    CREATE TABLE catalogue_refusal (
      seq    INTEGER PRIMARY KEY AUTOINCREMENT,
      name   TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('site', 'folder', 'upload', 'platform', 'back')),
      by     TEXT NOT NULL,
      at_ms  INTEGER NOT NULL,
      faults TEXT NOT NULL CHECK (json_valid(faults))
    ) STRICT;
  `,
};
