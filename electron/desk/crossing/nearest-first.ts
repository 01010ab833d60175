import type { CrossingMay } from '#contract/shapes/crossing.ts';
import type { ItemHit } from '#contract/shapes/item.ts';
import type { Site } from '#contract/shapes/site.ts';
import { crossingOf } from '#rules/intake/crossing.ts';
import { regionOfSite } from './crossing-of-case.ts';

const ORDER: Readonly<Record<CrossingMay, number>> = { accept: 0, 'receive-only': 1, 'not-here': 2 };

/**
 * What a township or a village point finds: what it may accept itself, then what it passes on, then what cannot be
 * applied for there at all; each in the order in which it was found. A county's hall finds as it always did.
 *
 * @source domain.md 12 F13, F41
 */
export function nearestFirst(hits: readonly ItemHit[], site: Site): readonly ItemHit[] {
  const { level } = site;
  if (level !== '5' && level !== '6') return hits;
  const region = regionOfSite(site);
  const may = (item: ItemHit) => crossingOf({ item, level, region, decisionRegion: null }).may;
  return hits.toSorted((a, b) => ORDER[may(a)] - ORDER[may(b)]);
}
