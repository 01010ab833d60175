import type { Bundle, BundleHit } from '#contract/shapes/bundle.ts';
import { nameKey } from './find-words.ts';
import { readingsOf } from './item-readings.ts';

/**
 * Bundles for what a clerk typed: those whose name holds it, then by initials, then by pinyin, each once. A hall has
 * a few dozen bundles, so they are looked through one by one.
 */
export function findBundles(bundles: readonly Bundle[], text: string, limit: number): readonly BundleHit[] {
  const wanted = nameKey(text);
  if (wanted === '') return [];
  const hits = bundles.flatMap((bundle) => {
    const matched = matchedBy(bundle.nameZh, wanted);
    return matched === null ? [] : [hit(bundle, matched)];
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

function hit(bundle: Bundle, matched: BundleHit['matched']): BundleHit {
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
    matched,
  };
}
