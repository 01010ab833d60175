import { z } from 'zod';
import type { Reader } from '#native/sqlite/database.ts';
import { countInForce } from '../store/items.ts';

/** Beyond this a file is taken in the background: a tenth of a second of work for each megabyte and a half. */
export const LARGE_BYTES = 1_500_000;

/** More items than this are neither put in force nor taken off while everybody waits. */
const MANY_ITEMS = 300;

/** Whether so many items are in force that they are only exchanged in the background. */
export function isMuchInForce(db: Reader): boolean {
  return countInForce(db) > MANY_ITEMS;
}

/** Whether a state holds so many items. */
export function isMuch({ items }: { readonly items: number }): boolean {
  return items > MANY_ITEMS;
}

const Whole = z.object({
  schema: z.string().startsWith('one-window/catalogue@'),
  covers: z.literal('all').default('all'),
});

/** A small whole catalogue that comes instead of a large one: taking the large one off is the work. */
export function isHeavyChange(db: Reader, json: unknown): boolean {
  return Whole.safeParse(json).success && isMuchInForce(db);
}
