import type { Migration } from 'kysely/migration';

/** The answers themselves travel with the number: whichever window calls it has its own case file and needs them. */
export const guidanceCarried: Migration = {
  up: async (db) => {
    await db.schema.alterTable('ticket').addColumn('guidance', 'text').execute();
  },
};
