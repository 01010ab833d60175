import type { CatalogueView } from '#contract/shapes/catalogue.ts';
import type { Reader } from '#native/sqlite/database.ts';
import type { Parts } from '../parts.ts';
import { catalogueRefusals } from '../store/catalogue-refusals.ts';
import { catalogueStates } from '../store/catalogue-states.ts';
import { dutyListInForce } from '../store/duties.ts';
import { hallParts } from '../store/hall-parts.ts';
import { unknownCodesSeen } from '../store/unknown-codes.ts';

/** What is in force, what was, and what lies in the folder. */
export function catalogueView(db: Reader, { items, packages, site }: Parts): CatalogueView {
  return {
    states: catalogueStates(db),
    freshAtMs: items.freshAtMs(),
    keys: site.catalogueKeys.map(({ name }) => name),
    folder: packages.folder.path,
    files: [...packages.folder.files()],
    importing: packages.background.standing(),
    unknownCodes: unknownCodesSeen(db),
    fromHalls: hallParts(db),
    refusals: catalogueRefusals(db),
    duties: dutyListInForce(db),
  };
}
