import type { Crossing } from '#contract/shapes/crossing.ts';
import type { Site } from '#contract/shapes/site.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { crossingOf, regionAtLevel } from '#rules/intake/crossing.ts';
import { delegationOf } from '#rules/intake/delegation.ts';
import type { Parts } from '../parts.ts';
import type { CaseRecord } from '../store/cases.ts';
import { regionsOf, sentOf } from '../store/regions.ts';

/** Where a hall lies: what its site says, else the region its site code begins with. */
export function regionOfSite({ region, site }: Pick<Site, 'region' | 'site'>): string {
  return region ?? site.slice(0, 6);
}

/** Where a case is received and decided, what this hall may do with it, and how far it has got on its way. */
export function crossingOfCase(
  { db, parts: { site } }: { readonly db: Reader; readonly parts: Pick<Parts, 'site'> },
  record: CaseRecord,
): Crossing {
  const { id, item, passedOn, arrivedOn } = record;
  const kept = regionsOf(db, id);
  const region = regionOfSite(site);
  const decisionRegion = kept?.chosen ? kept.decisionRegion : null;
  const standing = crossingOf({ item, level: site.level, region, decisionRegion });
  const { may, because } = standing;
  const organ = kept?.organ ?? item.department.nameZh;
  const decided = kept?.decisionRegion ?? regionAtLevel(region, item.exerciseLevelCode);
  return {
    may,
    because,
    originRegion: kept?.originRegion ?? region,
    decisionRegion: decided,
    organ,
    chosen: kept?.chosen ?? false,
    ...delegationOf(item, { level: site.level, seals: site.delegatedSeals }, standing),
    forward: passedOn ? { organ, region: decided, sent: sentOf(db, id), arrivedOn } : null,
  };
}
