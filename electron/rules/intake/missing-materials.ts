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
  /** Ids of mandatory papers a commitment stands for (告知承诺). */
  readonly committed: string[];
}

/**
 * Says which mandatory papers are still missing, and which were validly put off (容缺).
 *
 * A paper handed over must come in the number of originals and copies the item asks for; where the original goes
 * back to the citizen, having compared it stands for holding it. A scan, a file and a reused copy need their pages.
 * A licence and shared data were proved when they were asked. A commitment stands only for a paper the item lets it
 * stand for. A promise counts only for a paper the item lets come later, and only for a day the tolerance rule
 * allows on the day of asking.
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
  const committed: string[] = [];
  for (const { material, asked, mandatory } of papers) {
    if (!asked || !mandatory) continue;
    const came = provided.get(material.id);
    if (came?.route === 'later' && material.tolerable && came.dueOn !== null && mayPromise(came.dueOn)) {
      later.push(material.id);
    } else if (!came || !isComplete(material, came)) {
      missing.push(material.id);
    } else if (came.route === 'commitment') {
      committed.push(material.id);
    }
  }
  return { missing, later, committed };
}

/** Whether what came is all that the item asks of this paper. */
export function isComplete(material: ItemMaterial, came: Provision): boolean {
  return complete[came.route](material, came);
}

const complete: Readonly<Record<MaterialRoute, (material: ItemMaterial, came: Provision) => boolean>> = {
  card: () => true,
  licence: () => true,
  'shared-data': () => true,
  scan: (_material, came) => came.hasFile,
  file: (_material, came) => came.hasFile,
  reuse: (_material, came) => came.hasFile,
  commitment: (material) => material.commitmentReplaceable,
  later: () => false,
  paper: (material, came) => {
    const original =
      (goesBack(material) && came.checkedAgainstOriginal) || came.originalsTaken >= material.originals;
    return original && came.copiesTaken >= material.copies;
  },
};

function goesBack({ custody }: ItemMaterial): boolean {
  return custody === 'read_only_not_kept' || custody === 'scan_and_return_original';
}
