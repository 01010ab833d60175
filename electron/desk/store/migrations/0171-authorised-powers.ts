import type { Migration } from '../migrate.ts';

/** How far an authorisation goes. Those of before said nothing of it, and were taken for the whole. */
export const authorisedPowers: Migration = {
  version: 171,
  up: `
    ALTER TABLE authorisation ADD COLUMN powers TEXT NOT NULL DEFAULT '["promise","collect"]'
      CHECK (json_valid(powers));
  `,
};
