import type { Reader, Writer } from '#native/sqlite/database.ts';
import type { ItemShelf } from '../parts.ts';
import { bundleInForce, bundlesInForce } from '../store/bundles-in-force.ts';
import { addRefusal } from '../store/catalogue-refusals.ts';
import { adoptedBundles } from '../store/hall-parts.ts';
import { lastHashOfSite } from '../store/catalogue-states.ts';
import { catalogueInForce, confirmCatalogue, itemByCode, itemsInForce } from '../store/items.ts';
import type { CatalogueFile } from '../catalogue-source.ts';
import { dutyOnMaterial } from './duty-list.ts';
import type { CatalogueFault } from './fault.ts';
import { findBundles, type OfferedBundle } from './find-bundles.ts';
import { findItems } from './find-items.ts';
import { codeKey } from './find-words.ts';
import { hashOf, putPackageInForce } from './put-in-force.ts';

/** The file was refused and there is no earlier catalogue to work with. Its faults say why, place by place. */
export class CatalogueRefused extends Error {
  override name = 'CatalogueRefused';
  readonly faults: readonly CatalogueFault[];

  constructor(name: string, faults: readonly CatalogueFault[]) {
    super(
      [`The catalogue ${name} was refused:`, ...faults.map(({ path, say }) => `${path}: ${say}`)].join(
        '\n  ',
      ),
    );
    this.faults = faults;
  }
}

export interface OpenedShelf extends ItemShelf {
  /** Faults of a file that was not put in force; the catalogue before it still is. */
  readonly refusedFaults: readonly CatalogueFault[];
  /** Code and version of every item in force here. */
  readonly held: () => readonly { readonly code: string; readonly version: number }[];
  /** The platform said this catalogue is still the one in force. */
  readonly confirm: (atMs: number) => void;
}

/**
 * Opens the catalogue of this window. The site's file is read into the database only when it is another one than
 * last time, so that what was imported since stays in force. A file with faults leaves the catalogue before it in
 * force.
 *
 * @param source.text the whole catalogue file
 * @param source.name what to call it in messages
 * @throws CatalogueRefused when the file is refused and nothing was in force before
 */
export function openItemShelf({
  db,
  source,
  nowMs,
}: {
  readonly db: Writer;
  /** Null: it is loaded in the background, or was in force before. */
  readonly source: CatalogueFile | null;
  readonly nowMs: () => number;
}): OpenedShelf {
  const refusedFaults = source ? faultsOfSiteFile(db, source, nowMs()) : [];

  return {
    find: (text, limit) => findItems(db, text, limit),
    isThere: () => catalogueInForce(db) !== null,
    byCode: (code) => itemByCode(db, codeKey(code)),
    findBundle: (text, limit) => findBundles(offeredBundles(db), text, limit),
    bundleById: (id) =>
      bundleInForce(db, id) ?? adoptedBundles(db).find(({ bundle }) => bundle.id === id)?.bundle ?? null,
    bundles: () => offeredBundles(db).map(({ bundle }) => bundle),
    dutyOn: (material) => dutyOnMaterial(db, material),
    freshAtMs: () => catalogueInForce(db)?.freshAtMs ?? 0,
    refusedFaults,
    held: () => itemsInForce(db),
    confirm: (atMs) => confirmCatalogue(db, atMs),
  };
}

/** The platform's bundles, then those adopted from other halls. */
function offeredBundles(db: Reader): readonly OfferedBundle[] {
  return [...bundlesInForce(db).map((bundle) => ({ bundle, fromHall: null })), ...adoptedBundles(db)];
}

/** Puts the site's file in force when it is another one than last time. */
function faultsOfSiteFile(
  db: Writer,
  { text, name, signedBy }: CatalogueFile,
  atMs: number,
): readonly CatalogueFault[] {
  const before = catalogueInForce(db);
  if (lastHashOfSite(db) === hashOf(text)) return [];
  const about = { name, source: 'site', by: 'desk', atMs } as const;
  const putting = putPackageInForce(db, { ...about, text, signedBy });
  if (putting.ok) return [];
  if (!before) throw new CatalogueRefused(name, putting.faults);
  const [first, ...more] = putting.faults;
  if (first) db.transaction(() => addRefusal(db, { ...about, faults: [first, ...more] }))();
  return putting.faults;
}
