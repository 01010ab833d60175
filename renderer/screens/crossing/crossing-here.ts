import { crossingOf, type CrossingFacts, type CrossingStanding } from '#rules/intake/crossing.ts';
import type { SiteView } from '../../stores/session-store.ts';

/** What this hall may do with an item of its own region. */
export function crossingHere(item: CrossingFacts['item'], { level, region }: SiteView): CrossingStanding {
  return crossingOf({ item, level, region, decisionRegion: null });
}
