import type { Migration } from 'kysely/migration';

/** The answers a greeter kept before the number was taken travel by their id; the board holds none of them. */
export const guidanceOnTicket: Migration = {
  up: async (db) => {
    await db.schema.alterTable('ticket').addColumn('guidance_id', 'text').execute();
  },
};
