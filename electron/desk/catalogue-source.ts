import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import demoCatalogue from './catalogue/demo-catalogue.json' with { type: 'json' };
import { SiteRefused } from './settings/load-site.ts';

/**
 * The catalogue file that a site names, or the made-up one of the demo hall.
 *
 * @throws SiteRefused when the named file cannot be read
 */
export function catalogueSource(named: string | null): { readonly text: string; readonly name: string } {
  if (named === null) return { text: JSON.stringify(demoCatalogue), name: 'demo-catalogue.json' };
  try {
    return { text: readFileSync(named, 'utf8'), name: basename(named) };
  } catch (thrown) {
    throw new SiteRefused(`catalogue: ${named} cannot be read.`, { cause: thrown });
  }
}
