import { z } from 'zod';
import { one, type Reader } from '#native/sqlite/database.ts';

/** One of the two shelves on which items lie: one is in force, the other is empty or being filled. */
export type Shelf = 0 | 1;

const IN_FORCE = 'SELECT coalesce((SELECT shelf FROM catalogue_in_force), 0) AS shelf';
const Row = z.strictObject({ shelf: z.literal([0, 1]) });

export function shelfInForce(db: Reader): Shelf {
  return Row.parse(one(db, IN_FORCE)).shelf;
}

export function otherShelf(shelf: Shelf): Shelf {
  return shelf === 0 ? 1 : 0;
}

/** A statement about items in force, on one of the shelves. Their tables differ by their names alone. */
export function onShelf(shelf: Shelf, sql: string): string {
  return shelf === 0
    ? sql
    : sql.replaceAll('item_in_force', 'item_in_force_1').replaceAll('item_find', 'item_find_1');
}
