import { z } from 'zod';
import { ItemHit, ServiceItem } from '#contract/shapes/item.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { onShelf, shelfInForce } from './shelves.ts';

interface FindableWords {
  readonly pairs: string;
  readonly signs: string;
  readonly initials: string;
  readonly pinyin: string;
}

/** An item as it is kept, with the words under which it is found. */
export interface ItemToKeep extends FindableWords {
  readonly item: ServiceItem;
  readonly codeKey: string;
  readonly basicKey: string;
  readonly nameKey: string;
}

/** A name of n signs stands in the n-th band, so that shorter names come first whenever they were added. */
const BAND = 1_000_000;

/** What a line of the search shows, before it is known how it was found. */
const Hit = ItemHit.omit({ kind: true, matched: true });
export interface FoundItem {
  readonly place: number;
  readonly item: z.output<typeof Hit>;
}

const CATALOGUE = `SELECT hash, name, loaded_at_ms AS loadedAtMs, fresh_at_ms AS freshAtMs
  FROM catalogue_in_force`;
const KEEP_ITEM = `INSERT INTO item (code, version, json, loaded_at_ms) VALUES (@code, @version, @json, @atMs)
  ON CONFLICT (code, version) DO UPDATE SET json = excluded.json, loaded_at_ms = excluded.loaded_at_ms`;
export const PUT_IN_FORCE = `INSERT INTO item_in_force (place, code, version, code_key, basic_key, name_key, hit,
    text_hash) VALUES (@place, @code, @version, @codeKey, @basicKey, @nameKey, @hit, @textHash)`;
export const INDEX = `INSERT INTO item_find (rowid, pairs, signs, initials, pinyin)
  VALUES (@place, @pairs, @signs, @initials, @pinyin)`;
const FORGET = `INSERT INTO item_find (item_find, rowid, pairs, signs, initials, pinyin)
  VALUES ('delete', @place, @pairs, @signs, @initials, @pinyin)`;
const TEXT = 'coalesce((SELECT json FROM item_text WHERE hash = text_hash), item.json) AS json';
const IN_FORCE = `SELECT place, ${TEXT} FROM item_in_force AS force
  JOIN item ON force.code = item.code AND force.version = item.version WHERE code_key = @codeKey`;
const NEXT_PLACE = `SELECT coalesce(max(place) + 1, @from) AS place FROM item_in_force
  WHERE place >= @from AND place < @to`;
const KEEP_CATALOGUE = `INSERT INTO catalogue_in_force (one, hash, name, loaded_at_ms, fresh_at_ms)
  VALUES (1, @hash, @name, @atMs, @atMs)
  ON CONFLICT (one) DO UPDATE SET hash = excluded.hash, name = excluded.name,
    loaded_at_ms = excluded.loaded_at_ms, fresh_at_ms = excluded.fresh_at_ms`;
const CONFIRM = 'UPDATE catalogue_in_force SET fresh_at_ms = max(fresh_at_ms, @atMs)';
const BY_CODE = `SELECT ${TEXT} FROM item JOIN item_in_force AS force
  ON force.code = item.code AND force.version = item.version WHERE force.code_key = @codeKey`;
const FOUND_BY_CODE = 'SELECT place, hit FROM item_in_force WHERE code_key = @codeKey';
const FOUND_BY_NAME = `SELECT place, hit FROM item_in_force
  WHERE name_key >= @from AND name_key < @to ORDER BY place LIMIT @limit`;
const FOUND_BY_CODE_START = `SELECT place, hit FROM item_in_force
  WHERE code_key >= @from AND code_key < @to ORDER BY code_key LIMIT @limit`;
const FOUND_BY_BASIC_CODE_START = `SELECT place, hit FROM item_in_force
  WHERE basic_key >= @from AND basic_key < @to ORDER BY basic_key LIMIT @limit`;
const FOUND_BY_WORDS = `SELECT place, hit FROM
    (SELECT rowid FROM item_find WHERE item_find MATCH @words ORDER BY rowid LIMIT @limit) AS found
  JOIN item_in_force ON place = found.rowid ORDER BY place`;

const Catalogue = z.strictObject({
  hash: z.string(),
  name: z.string(),
  loadedAtMs: z.int(),
  freshAtMs: z.int(),
});
const Found = z
  .strictObject({ place: z.int(), hit: z.string() })
  .transform(({ place, hit }): FoundItem => ({ place, item: Hit.parse(JSON.parse(hit)) }));
const AllFound = Found.array();
const HELD = 'SELECT code, version FROM item_in_force';
const COUNT = 'SELECT count(*) AS items FROM item_in_force';
const Count = z.strictObject({ items: z.int() });
const Held = z.strictObject({ code: z.string(), version: z.int() }).array();
const OFFLINE = `SELECT about, json_extract(json, '$.nameZh') AS nameZh, json_extract(json, '$.nameEn') AS nameEn,
    json_extract(json, '$.limitSceneExplain') AS why
  FROM (SELECT force.code AS about, ${TEXT} FROM item_in_force AS force
    JOIN item ON force.code = item.code AND force.version = item.version)
  WHERE why IS NOT NULL ORDER BY about LIMIT @limit`;
const Offline = z
  .strictObject({ about: z.string(), nameZh: z.string(), nameEn: z.string(), why: z.string() })
  .array();
const Before = z.strictObject({ place: z.int(), json: z.string() });
const Place = z.strictObject({ place: z.int() });
const Json = z.strictObject({ json: z.string() });

/** The catalogue in force, or null before the first one was loaded. */
export function catalogueInForce(db: Reader): z.output<typeof Catalogue> | null {
  return Catalogue.nullable().parse(one(db, CATALOGUE));
}

/**
 * Puts a whole catalogue in force in one transaction. Earlier versions of items stay; an item that is no longer
 * in the catalogue is no longer found, while the cases opened with it keep their own copy.
 */
export function putInForce(
  db: Writer,
  catalogue: {
    readonly hash: string;
    readonly name: string;
    readonly atMs: number;
    readonly items: readonly ItemToKeep[];
  },
): void {
  db.transaction(() => {
    const shelf = shelfInForce(db);
    run(db, onShelf(shelf, 'DELETE FROM item_in_force'));
    run(db, onShelf(shelf, "INSERT INTO item_find (item_find) VALUES ('delete-all')"));
    for (const { place, kept } of inTheirPlaces(catalogue.items)) keepItem(db, kept, place, catalogue.atMs);
    run(db, KEEP_CATALOGUE, { hash: catalogue.hash, name: catalogue.name, atMs: catalogue.atMs });
  })();
}

/** Shorter names first, so that the first rows found are the nearest. */
export function inTheirPlaces(
  items: readonly ItemToKeep[],
): { readonly place: number; readonly kept: ItemToKeep }[] {
  let place = 0;
  return items
    .toSorted((a, b) => a.nameKey.length - b.nameKey.length || (a.codeKey < b.codeKey ? -1 : 1))
    .map((kept) => {
      place = Math.max(place + 1, kept.nameKey.length * BAND);
      return { place, kept };
    });
}

/**
 * Changes some items of the catalogue in force; the others are not touched.
 *
 * @param wordsOf the words under which the item is found now: the index forgets only what it is told letter by letter
 */
export function changeInForce(
  db: Writer,
  change: {
    readonly hash: string;
    readonly name: string;
    readonly atMs: number;
    readonly items: readonly ItemToKeep[];
    readonly stopped: readonly string[];
  },
  wordsOf: (item: ServiceItem) => FindableWords,
): void {
  const shelf = shelfInForce(db);
  for (const key of [...change.stopped, ...change.items.map((kept) => kept.codeKey)]) {
    const before = Before.nullable().parse(one(db, onShelf(shelf, IN_FORCE), { codeKey: key }));
    if (!before) continue;
    const item = ServiceItem.parse(JSON.parse(before.json));
    run(db, onShelf(shelf, FORGET), { place: before.place, ...wordsOf(item) });
    run(db, onShelf(shelf, 'DELETE FROM item_in_force WHERE place = @place'), { place: before.place });
  }
  for (const kept of change.items) {
    const from = kept.nameKey.length * BAND;
    const { place } = Place.parse(one(db, onShelf(shelf, NEXT_PLACE), { from, to: from + BAND }));
    keepItem(db, kept, place, change.atMs);
  }
  run(db, KEEP_CATALOGUE, { hash: change.hash, name: change.name, atMs: change.atMs });
}

/** The platform said that this catalogue is still the one in force. */
export function confirmCatalogue(db: Writer, atMs: number): void {
  run(db, CONFIRM, { atMs });
}

/** The item in force under this code, in the form it was loaded, or null. */
export function itemByCode(db: Reader, codeKey: string): ServiceItem | null {
  const row = Json.nullable().parse(one(db, onShelf(shelfInForce(db), BY_CODE), { codeKey }));
  return row && ServiceItem.parse(JSON.parse(row.json));
}

export function foundByCode(db: Reader, codeKey: string): FoundItem[] {
  return AllFound.parse(all(db, onShelf(shelfInForce(db), FOUND_BY_CODE), { codeKey }));
}

/** Items whose code, or the basic part of it, begins like this, in the order of their codes. */
export function foundByCodeStart(db: Reader, codeKey: string, limit: number): FoundItem[] {
  const values = { ...startingWith(codeKey), limit };
  const shelf = shelfInForce(db);
  return AllFound.parse([
    ...all(db, onShelf(shelf, FOUND_BY_CODE_START), values),
    ...all(db, onShelf(shelf, FOUND_BY_BASIC_CODE_START), values),
  ]);
}

/** Items whose name begins like this, the shortest name first. */
export function foundByNameStart(db: Reader, nameKey: string, limit: number): FoundItem[] {
  return AllFound.parse(
    all(db, onShelf(shelfInForce(db), FOUND_BY_NAME), { ...startingWith(nameKey), limit }),
  );
}

/** Items that match an FTS5 expression, the shortest name first. */
export function foundByWords(db: Reader, words: string, limit: number): FoundItem[] {
  return AllFound.parse(all(db, onShelf(shelfInForce(db), FOUND_BY_WORDS), { words, limit }));
}

function startingWith(text: string): { readonly from: string; readonly to: string } {
  return { from: text, to: `${text}\u{10FFFF}` };
}

function keepItem(db: Writer, kept: ItemToKeep, place: number, atMs: number): void {
  const { code, version } = kept.item;
  const shelf = shelfInForce(db);
  run(db, KEEP_ITEM, { code, version, json: JSON.stringify(kept.item), atMs });
  const { pairs, signs, initials, pinyin } = kept;
  run(db, onShelf(shelf, PUT_IN_FORCE), { ...forceRow(kept, place), textHash: null });
  run(db, onShelf(shelf, INDEX), { place, pairs, signs, initials, pinyin });
}

/** What lies on the shelf of an item, beside its text. */
export function forceRow({ item, codeKey, basicKey, nameKey }: ItemToKeep, place: number) {
  const { code, version } = item;
  const hit: FoundItem['item'] = {
    code,
    version,
    nameZh: item.nameZh,
    nameEn: item.nameEn,
    departmentZh: item.department.nameZh,
    departmentEn: item.department.nameEn,
    queue: item.queue,
    caseTypeCode: item.caseTypeCode,
    counterOutcomeAuthority: item.counterOutcomeAuthority,
    crossRegion: item.crossRegion,
    delegatedLevels: item.delegatedLevels,
    mustAppearInPerson: item.mustAppearInPerson,
  };
  return { place, code, version, codeKey, basicKey, nameKey, hit: JSON.stringify(hit) };
}

/** How many items are in force. */
export function countInForce(db: Reader): number {
  return Count.parse(one(db, onShelf(shelfInForce(db), COUNT))).items;
}

/** Items that say why they are not done online (F28), in the order of their codes. */
export function offlineItems(db: Reader, limit: number): z.output<typeof Offline> {
  return Offline.parse(all(db, onShelf(shelfInForce(db), OFFLINE), { limit }));
}

/** Code and version of every item in force. */
export function itemsInForce(db: Reader): z.output<typeof Held> {
  return Held.parse(all(db, onShelf(shelfInForce(db), HELD)));
}
