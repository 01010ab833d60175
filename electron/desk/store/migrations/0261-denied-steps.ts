import type { Migration } from '../migrate.ts';

/** A department that decides elsewhere said no to a step of a bundle: why, by which paper, who wrote it down. */
export const deniedSteps: Migration = {
  version: 261,
  up: `ALTER TABLE open_bundle_step ADD COLUMN denied TEXT
      CHECK (denied IS NULL OR (json_valid(denied) AND given_paper IS NULL AND case_id IS NOT NULL));`,
};
