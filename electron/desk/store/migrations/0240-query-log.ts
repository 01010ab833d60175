import type { Migration } from '../migrate.ts';

/** The queries of the last days are listed without reading those of the years before. */
export const queryLog: Migration = {
  version: 240,
  up: `
    CREATE INDEX material_query_asked ON material_query (asked_at_ms);
  `,
};
