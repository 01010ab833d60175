import { createHash } from 'node:crypto';
import type { Bundle } from '#contract/shapes/bundle.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { Writer } from '#native/sqlite/database.ts';
import type { ItemShelf } from '../parts.ts';
import { bundleInForce, bundlesInForce, putBundlesInForce } from '../store/bundles-in-force.ts';
import { catalogueInForce, confirmCatalogue, itemByCode, itemsInForce, putInForce } from '../store/items.ts';
import { readCataloguePackage } from './catalogue-package.ts';
import type { CatalogueFault } from './fault.ts';
import { findBundles } from './find-bundles.ts';
import { findItems } from './find-items.ts';
import { codeKey, findWords, nameKey } from './find-words.ts';

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
 * Opens the catalogue of this window. The file is read into the database only when it is another one than last
 * time. A file with faults leaves the catalogue before it in force.
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
  readonly source: { readonly text: string; readonly name: string };
  readonly nowMs: () => number;
}): OpenedShelf {
  const hash = createHash('sha256').update(source.text).digest('hex');
  const before = catalogueInForce(db);
  const reading = before?.hash === hash ? null : readCataloguePackage(source.text);
  if (reading?.ok) {
    const { items, bundles } = reading;
    loadItems(db, { hash, name: source.name, items, bundles, atMs: nowMs() });
  }
  const refusedFaults = reading?.ok === false ? reading.faults : [];
  if (refusedFaults.length > 0 && !before) throw new CatalogueRefused(source.name, refusedFaults);

  return {
    find: (text, limit) => findItems(db, text, limit),
    byCode: (code) => itemByCode(db, codeKey(code)),
    findBundle: (text, limit) => findBundles(bundlesInForce(db), text, limit),
    bundleById: (id) => bundleInForce(db, id),
    bundles: () => bundlesInForce(db),
    freshAtMs: () => catalogueInForce(db)?.freshAtMs ?? 0,
    refusedFaults,
    held: () => itemsInForce(db),
    confirm: (atMs) => confirmCatalogue(db, atMs),
  };
}

/** Puts these items and bundles in force in one transaction, with the words under which items are found. */
export function loadItems(
  db: Writer,
  catalogue: {
    readonly hash: string;
    readonly name: string;
    readonly items: readonly ServiceItem[];
    readonly bundles: readonly Bundle[];
    readonly atMs: number;
  },
): void {
  const items = catalogue.items.map((item) => ({
    item,
    codeKey: codeKey(item.code),
    basicKey: codeKey(item.basicCode),
    nameKey: nameKey(item.nameZh),
    ...findWords(item.nameZh),
  }));
  db.transaction(() => {
    putInForce(db, { ...catalogue, items });
    putBundlesInForce(db, catalogue.bundles, catalogue.atMs);
  })();
}
