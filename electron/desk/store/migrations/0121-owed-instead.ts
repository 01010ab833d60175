import type { Migration } from '../migrate.ts';

/** Who owed the data of a paper when the case was decided: the duty list may say something else later. */
export const owedInstead: Migration = {
  version: 121,
  up: `
    ALTER TABLE paper_saved ADD COLUMN owed_by TEXT
      CHECK ((by = 'duty') = (owed_by IS NOT NULL) AND (owed_by IS NULL OR json_valid(owed_by)));
  `,
};
