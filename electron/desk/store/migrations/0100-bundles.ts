import type { Migration } from '../migrate.ts';

/** Bundles by id and version, and the ones in force in the order of their package. */
export const bundles: Migration = {
  version: 100,
  up: `
    CREATE TABLE bundle_version (
      id           TEXT NOT NULL,
      version      INTEGER NOT NULL CHECK (version >= 1),
      json         TEXT NOT NULL CHECK (json_valid(json)),
      loaded_at_ms INTEGER NOT NULL,
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE bundle_in_force (
      place   INTEGER PRIMARY KEY,
      id      TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL,
      FOREIGN KEY (id, version) REFERENCES bundle_version (id, version)
    ) STRICT;
  `,
};
