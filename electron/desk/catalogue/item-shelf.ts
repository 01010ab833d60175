import type { Writer } from '#native/sqlite/database.ts';
import type { KeptCatalogue } from '../platform/catalogue-keeping.ts';
import type { ItemShelf } from '../parts.ts';
import { bundleInForce, bundlesInForce } from '../store/bundles-in-force.ts';
import { lastHashOfSite } from '../store/catalogue-states.ts';
import { catalogueInForce, confirmCatalogue, itemByCode, itemsInForce } from '../store/items.ts';
import { dutyOnMaterial } from './duty-list.ts';
import type { CatalogueFault } from './fault.ts';
import { findBundles } from './find-bundles.ts';
import { findItems } from './find-items.ts';
import { codeKey } from './find-words.ts';
import { readSigned, type TrustedKey } from './signed-file.ts';
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
  /** Puts a package of the platform in force. It must be signed by a key of the site. */
  readonly take: KeptCatalogue['take'];
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
  keys = [],
  nowMs,
}: {
  readonly db: Writer;
  readonly source: {
    readonly text: string;
    readonly name: string;
    readonly signedBy: string | null;
  };
  /** Whose signatures on packages of the platform are believed. */
  readonly keys?: readonly TrustedKey[];
  readonly nowMs: () => number;
}): OpenedShelf {
  const before = catalogueInForce(db);
  const isOther = lastHashOfSite(db) !== hashOf(source.text);
  const putting = isOther ? putSiteFileInForce() : null;
  const refusedFaults = putting?.ok === false ? putting.faults : [];
  if (refusedFaults.length > 0 && !before) throw new CatalogueRefused(source.name, refusedFaults);

  function putSiteFileInForce() {
    const { text, name, signedBy } = source;
    return putPackageInForce(db, { text, name, signedBy, source: 'site', by: 'desk', atMs: nowMs() });
  }

  return {
    find: (text, limit) => findItems(db, text, limit),
    byCode: (code) => itemByCode(db, codeKey(code)),
    findBundle: (text, limit) => findBundles(bundlesInForce(db), text, limit),
    bundleById: (id) => bundleInForce(db, id),
    bundles: () => bundlesInForce(db),
    dutyOn: (material) => dutyOnMaterial(db, material),
    freshAtMs: () => catalogueInForce(db)?.freshAtMs ?? 0,
    refusedFaults,
    held: () => itemsInForce(db),
    confirm: (atMs) => confirmCatalogue(db, atMs),
    take: (text, version, atMs) => {
      const read = readSigned(text, null, keys, false);
      if (!read.ok) return read.refusal;
      const { text: payload, signedBy } = read;
      const about = { name: version, source: 'platform', by: 'desk', signedBy, atMs } as const;
      return putPackageInForce(db, { ...about, text: payload }).ok ? 'taken' : 'faulty';
    },
  };
}
