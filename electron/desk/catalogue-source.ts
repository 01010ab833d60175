import { basename, dirname, join } from 'node:path';
import type { Site } from '#contract/shapes/site.ts';
import demoCatalogue from './catalogue/demo-catalogue.json' with { type: 'json' };
import { LARGE_BYTES } from './catalogue/heavy.ts';
import { openPackageFolder } from './catalogue/package-folder.ts';
import { readSigned } from './catalogue/signed-file.ts';
import { SiteRefused } from './settings/load-site.ts';

/** A catalogue file as the site names it. */
export interface CatalogueFile {
  readonly text: string;
  readonly name: string;
  readonly signedBy: string | null;
}

/** One that is too large to be read while a window waits. */
export interface LargeCatalogueFile {
  readonly file: string;
  readonly name: string;
  readonly signature: string | null;
}

/**
 * The catalogue file that a site names, or the made-up one of the demo hall. A large one is only found: whether it is
 * signed is seen where it is read.
 *
 * @throws SiteRefused when the named file cannot be read, or is not signed by a key the site believes
 */
export function catalogueSource({ catalogue, catalogueKeys }: Site): CatalogueFile | LargeCatalogueFile {
  if (catalogue === null) {
    return { text: JSON.stringify(demoCatalogue), name: 'demo-catalogue.json', signedBy: null };
  }
  const name = basename(catalogue);
  const folder = openPackageFolder(dirname(catalogue));
  if (folder.files().some((one) => one.name === name && one.bytes > LARGE_BYTES)) {
    return { file: catalogue, name, signature: folder.signatureOf(name) };
  }
  const file = folder.read(name);
  if (!file) throw new SiteRefused(`catalogue: ${catalogue} cannot be read.`);
  const read = readSigned(file.text, file.signature, catalogueKeys, catalogueKeys.length === 0);
  if (!read.ok) throw new SiteRefused(`catalogue: ${catalogue}: ${SAID[read.refusal]}.`);
  return { text: read.text, name, signedBy: read.signedBy };
}

const SAID = {
  'not-signed': 'it is not signed, and catalogueKeys asks for a signature',
  'wrong-signature': 'no key of catalogueKeys made its signature',
} as const;

/** Where packages are laid to be imported. */
export function packageFolderOf(home: string, { catalogue, catalogueFolder }: Site): string {
  return catalogueFolder ?? (catalogue === null ? join(home, 'catalogue') : dirname(catalogue));
}
