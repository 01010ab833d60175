import type { BundleHit } from '#contract/shapes/bundle.ts';
import type { ItemHit } from '#contract/shapes/item.ts';
import type { Told } from './asking.ts';

/** What is sought among the items, and what came of it. */
export interface ItemSearch {
  readonly text: string;
  readonly hits: readonly (BundleHit | ItemHit)[];
  readonly state:
    | 'idle'
    | 'looking'
    | 'found'
    | 'none'
    | 'no-answer'
    | 'catalogue-loading'
    | 'catalogue-missing';
}

/** Where there is no catalogue yet nothing is said not to exist. */
export function itemsSought(text: string, told: Told<'intake.find-item'>): ItemSearch {
  if (told.ok) return { text, hits: told.value, state: told.value.length > 0 ? 'found' : 'none' };
  const refusal = told.setback.kind === 'refused' ? told.setback.refusal : null;
  const isNotHere = refusal === 'catalogue-loading' || refusal === 'catalogue-missing';
  return { text, hits: [], state: isNotHere ? refusal : 'no-answer' };
}
