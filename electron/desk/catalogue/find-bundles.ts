import type { Bundle, BundleHit } from '#contract/shapes/bundle.ts';
import { nameKey } from './find-words.ts';
import { readingsOf } from './item-readings.ts';

/** A bundle that is offered here, and the hall it was adopted from; null: the platform's. */
export interface OfferedBundle {
  readonly bundle: Bundle;
  readonly fromHall: string | null;
}

/**
 * Bundles for what a clerk typed: those whose name holds it, then by initials, then by pinyin, each once. A hall has
 * a few dozen bundles, so they are looked through one by one.
 */
export function findBundles(
  bundles: readonly OfferedBundle[],
  text: string,
  limit: number,
): readonly BundleHit[] {
  const wanted = nameKey(text);
  if (wanted === '') return [];
  const hits = bundles.flatMap((offered) => {
    const matched = matchedBy(offered.bundle.nameZh, wanted);
    return matched === null ? [] : [hit(offered, matched)];
  });
  return ORDER.flatMap((matched) => hits.filter((one) => one.matched === matched)).slice(0, limit);
}

const ORDER = ['name', 'initials', 'pinyin'] as const;

function matchedBy(name: string, wanted: string): BundleHit['matched'] | null {
  if (nameKey(name).includes(wanted)) return 'name';
  const sounds = readingsOf(name).map(([first = '']) => first);
  if (
    sounds
      .map((sound) => sound.charAt(0))
      .join('')
      .includes(wanted)
  )
    return 'initials';
  const fromSomeSign = sounds.some((_, place) => sounds.slice(place).join('').startsWith(wanted));
  return fromSomeSign ? 'pinyin' : null;
}

function hit({ bundle, fromHall }: OfferedBundle, matched: BundleHit['matched']): BundleHit {
  return {
    kind: 'bundle',
    bundleId: bundle.id,
    version: bundle.version,
    bundleKind: bundle.kind,
    nameZh: bundle.nameZh,
    nameEn: bundle.nameEn,
    departmentZh: bundle.leadDepartment.nameZh,
    departmentEn: bundle.leadDepartment.nameEn,
    queue: bundle.queue,
    steps: bundle.steps.length,
    fromHall,
    matched,
  };
}
