import type { MaterialRoute } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { ItemMaterial } from '#contract/shapes/item.ts';
import type { AskedMaterial } from './materials-asked.ts';

/** How one paper came. */
export interface Provision {
  readonly route: MaterialRoute;
  readonly originalsTaken: number;
  readonly copiesTaken: number;
  readonly checkedAgainstOriginal: boolean;
  readonly hasFile: boolean;
  /** 容缺: promised by this day. */
  readonly dueOn: Day | null;
}

export interface PaperStanding {
  /** Ids of mandatory papers that did not come by any route. */
  readonly missing: string[];
  /** Ids of mandatory papers that may come later and are promised for an allowed day. */
  readonly later: string[];
}

/**
 * Says which mandatory papers are still missing, and which were validly put off (容缺).
 *
 * A paper handed over must come in the number of originals and copies the item asks for; where the original goes
 * back to the citizen, having compared it stands for holding it. A scan needs its file. A promise counts only for
 * a paper the item lets come later, and only for a day the tolerance rule allows on the day of asking.
 *
 * @source 行政许可法 art. 32(1)(4),(5); domain.md 5.4, 13.3 invariants 5 and 6
 */
export function paperStanding(
  papers: readonly AskedMaterial[],
  provided: ReadonlyMap<string, Provision>,
  mayPromise: (dueOn: Day) => boolean,
): PaperStanding {
  const missing: string[] = [];
  const later: string[] = [];
  for (const { material, asked, mandatory } of papers) {
    if (!asked || !mandatory) continue;
    const came = provided.get(material.id);
    if (came?.route === 'later' && material.tolerable && came.dueOn !== null && mayPromise(came.dueOn)) {
      later.push(material.id);
    } else if (!came || !isComplete(material, came)) {
      missing.push(material.id);
    }
  }
  return { missing, later };
}

/** Whether what came is all that the item asks of this paper. */
export function isComplete(material: ItemMaterial, came: Provision): boolean {
  if (came.route === 'card') return true;
  if (came.route === 'scan') return came.hasFile;
  if (came.route === 'later') return false;
  const goesBack =
    material.custody === 'read_only_not_kept' || material.custody === 'scan_and_return_original';
  const original = (goesBack && came.checkedAgainstOriginal) || came.originalsTaken >= material.originals;
  return original && came.copiesTaken >= material.copies;
}
