import type { Migration } from 'kysely/migration';

/** What a number is for is read in the clerk's language; a number from before says it in Chinese. */
export const itemNameEn: Migration = {
  up: async (db) => {
    await db.schema.alterTable('ticket').addColumn('item_name_en', 'text').execute();
  },
};
