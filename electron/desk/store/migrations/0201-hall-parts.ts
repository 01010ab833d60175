import type { Migration } from '../migrate.ts';

/** Bundles and templates of other halls, beside the platform's data: offered to this hall until it adopts one. */
export const hallParts: Migration = {
  version: 201,
  up: `
    CREATE TABLE hall_part (
      id        TEXT NOT NULL PRIMARY KEY,
      kind      TEXT NOT NULL CHECK (kind IN ('bundle', 'template')),
      -- the id of the bundle, the kind of the template
      key       TEXT NOT NULL,
      version   INTEGER NOT NULL CHECK (version >= 1),
      json      TEXT NOT NULL CHECK (json_valid(json)),
      from_hall TEXT NOT NULL CHECK (length(from_hall) > 0),
      by        TEXT NOT NULL,
      at_ms     INTEGER NOT NULL,
      adopted   INTEGER NOT NULL DEFAULT 0 CHECK (adopted IN (0, 1)),
      UNIQUE (kind, key, from_hall)
    ) STRICT;
    CREATE UNIQUE INDEX hall_part_adopted ON hall_part (kind, key) WHERE adopted = 1;
  `,
};
