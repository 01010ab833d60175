import type { Migration } from '../migrate.ts';

/** Papers whose source was away are few: found without looking at every query. */
export const sourcesAway: Migration = {
  version: 123,
  up: `
    CREATE INDEX material_query_away ON material_query (case_id, material_id, kind)
      WHERE answer = 'away' AND trouble <> 'not-connected';
  `,
};
