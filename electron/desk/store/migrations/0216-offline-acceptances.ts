import type { Migration } from '../migrate.ts';

/** What was accepted while the line was down is counted without reading any other case. */
export const offlineAcceptances: Migration = {
  version: 216,
  up: `
    CREATE INDEX case_accepted_offline ON case_file (accepted_on) WHERE accepted_offline = 1;
  `,
};
