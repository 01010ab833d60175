import { createHash } from 'node:crypto';
import type { CatalogueSource } from '#contract/shapes/catalogue.ts';
import type { ServiceItem } from '#contract/shapes/item.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { bundlesInForce, putBundlesInForce } from '../store/bundles-in-force.ts';
import { addState, chainInForce, keepText, keptText } from '../store/catalogue-states.ts';
import { changeInForce, countInForce, type ItemToKeep, putInForce } from '../store/items.ts';
import { putDutiesInForce } from '../store/duties.ts';
import { putTemplatesInForce } from '../store/templates-in-force.ts';
import { readCatalogue, readCataloguePackage, type ReadPackage } from './catalogue-package.ts';
import type { CatalogueFault } from './fault.ts';
import { FAULTS } from './fault-words.ts';
import { parsedJson } from './file-text.ts';
import { codeKey, findWords, nameKey } from './find-words.ts';

/** A package as it arrived, and who answers for it. */
interface Arrived {
  readonly text: string;
  readonly name: string;
  readonly source: Exclude<CatalogueSource, 'back'>;
  readonly signedBy: string | null;
  /** Clerk number, or `desk` when nobody did it. */
  readonly by: string;
  readonly atMs: number;
}

export type Putting =
  | { readonly ok: true; readonly items: number; readonly bundles: number }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

/** A change needs something to change. */
export const NOTHING_TO_CHANGE: CatalogueFault = {
  path: 'covers',
  ...FAULTS.nothingToChange,
};

/** sha-256 of a package's text, hex. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The one door by which a catalogue comes in force: read whole, proved, and put in force in one transaction together
 * with the text of the package. A package with a fault changes nothing.
 *
 * @param json the text, parsed, when the caller has that already
 */
export function putPackageInForce(
  db: Writer,
  arrived: Arrived,
  json: unknown = parsedJson(arrived.text),
): Putting {
  const reading = readCatalogue(json);
  if (!reading.ok) return reading;
  const before = chainInForce(db);
  if (reading.covers === 'named' && before.length === 0) {
    return { ok: false, faults: [NOTHING_TO_CHANGE] };
  }
  const hash = hashOf(arrived.text);
  return db.transaction((): Putting => {
    keepText(db, hash, arrived.text);
    apply(db, reading, hash, arrived);
    return remember(db, arrived, reading.covers === 'all' ? [hash] : [...before, hash]);
  })();
}

/**
 * Puts the catalogue in force again as it stood in a state: its packages go through the same door once more.
 *
 * @returns faults when this program no longer reads one of them
 */
export function goBackTo(
  db: Writer,
  state: { readonly name: string; readonly chain: readonly string[] },
  by: string,
  atMs: number,
): Putting {
  const packages: { readonly hash: string; readonly reading: ReadPackage }[] = [];
  for (const hash of state.chain) {
    const reading = readCataloguePackage(keptText(db, hash));
    if (!reading.ok) return reading;
    packages.push({ hash, reading });
  }
  const { name } = state;
  return db.transaction((): Putting => {
    for (const { hash, reading } of packages) apply(db, reading, hash, { name, by, atMs });
    return remember(db, { name, source: 'back', signedBy: null, by, atMs }, state.chain);
  })();
}

function apply(
  db: Writer,
  { covers, items, bundles, templates, stopped, dutyList }: ReadPackage,
  hash: string,
  { name, by, atMs }: Pick<Arrived, 'name' | 'by' | 'atMs'>,
): void {
  const toKeep = items.map(itemToKeep);
  if (covers === 'all') putInForce(db, { hash, name, atMs, items: toKeep });
  else {
    const change = { hash, name, atMs, items: toKeep, stopped: stopped.map(codeKey) };
    changeInForce(db, change, ({ nameZh }) => findWords(nameZh));
  }
  putBundlesInForce(db, bundles, atMs, covers);
  putTemplatesInForce(db, templates, covers);
  if (dutyList) putDutiesInForce(db, { ...dutyList, hash, by, atMs }, nameKey);
}

function remember(
  db: Writer,
  about: Omit<Arrived, 'text' | 'source'> & { readonly source: CatalogueSource },
  chain: readonly string[],
): Putting {
  const { name, source, signedBy, by, atMs } = about;
  const items = countInForce(db);
  const bundles = bundlesInForce(db).length;
  const hash = chain.at(-1) ?? '';
  addState(db, { name, source, signedBy, by, atMs, items, bundles, hash, chain });
  return { ok: true, items, bundles };
}

/** An item with the words under which it is found. */
export function itemToKeep(item: ServiceItem): ItemToKeep {
  return {
    item,
    codeKey: codeKey(item.code),
    basicKey: codeKey(item.basicCode),
    nameKey: nameKey(item.nameZh),
    ...findWords(item.nameZh),
  };
}
