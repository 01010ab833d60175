import type { Site } from '#contract/shapes/site.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { openBackgroundImport } from './catalogue/background-import.ts';
import { isMuchInForce } from './catalogue/heavy.ts';
import { type OpenedShelf, openItemShelf } from './catalogue/item-shelf.ts';
import { openPackageFolder } from './catalogue/package-folder.ts';
import type { ReadPackageApart } from './catalogue/reading-apart.ts';
import { siteFile, takeFromPlatform } from './catalogue/without-a-clerk.ts';
import { openUploadBox } from './catalogue/upload-box.ts';
import { catalogueSource, packageFolderOf } from './catalogue-source.ts';
import type { Log } from './log.ts';
import type { PackageDesk } from './parts.ts';
import type { KeptCatalogue } from './platform/catalogue-keeping.ts';
import { openPackageFetching } from './platform/package-fetching.ts';
import { lastHashOfSite } from './store/catalogue-states.ts';
import { countUnknownCode } from './store/unknown-codes.ts';

/**
 * The catalogue of this window: the shelf, what the platform may confirm or renew of it, and where packages lie.
 *
 * @param note leaves an audit entry of what the desk does by itself
 * @throws SiteRefused, CatalogueRefused when there is nothing to work with
 */
export function openCatalogue({
  db,
  home,
  site,
  nowMs,
  log,
  note,
  read,
  failed,
}: {
  readonly db: Writer;
  readonly home: string;
  readonly site: Site;
  readonly nowMs: () => number;
  readonly log: Log;
  readonly note: (call: string, outcome: string) => void;
  /** Where a large package is read. */
  readonly read: ReadPackageApart;
  readonly failed: (thrown: unknown) => void;
}): { readonly items: OpenedShelf; readonly kept: KeptCatalogue; readonly packages: PackageDesk } {
  const source = catalogueSource(site);
  const isLarge = 'file' in source || isMuchInForce(db);
  const items = openItemShelf({ db, source: 'file' in source || isLarge ? null : source, nowMs });
  if (items.refusedFaults.length > 0) {
    log('error', 'catalogue-refused', { count: items.refusedFaults.length });
  }
  const folder = openPackageFolder(packageFolderOf(home, site));
  const background = openBackgroundImport({ db, nowMs, read, note, failed });
  const keys = [...site.catalogueKeys];
  if (isLarge) void background.start(siteFile(source, keys, lastHashOfSite(db)));
  const kept: KeptCatalogue = {
    held: items.held,
    confirm: items.confirm,
    packages: openPackageFetching(home),
    unknownStates: (codes, atMs) =>
      db.transaction(() => {
        for (const code of codes) countUnknownCode(db, { table: 'task-state', code, atMs });
      })(),
    take: takeFromPlatform({ background, keys, note }),
  };
  return { items, kept, packages: { folder, uploads: openUploadBox(), background } };
}
