import type { ProgressAct } from '#contract/shapes/progress.ts';
import type { TripCause } from '#contract/shapes/trip.ts';

/**
 * Whether a visit is beyond what the implementation list plans. A list that plans none counts on the web or on the
 * post: whoever comes all the same is not blamed for the first visit.
 *
 * @param planned `limit_scene_num`
 * @param no 1 for the visit the case was opened in
 * @source domain.md 12.1 F03 最多跑一次
 */
export function isExtraTrip(planned: number, no: number): boolean {
  return no > Math.max(1, planned);
}

/** `other` says nothing by itself. */
export function needsWords(cause: TripCause): boolean {
  return cause === 'other';
}

const CAUSE_OF_ACT: Readonly<Partial<Record<ProgressAct, TripCause>>> = {
  'all-in': 'correction',
  'fill-owed': 'owed-paper',
  deliver: 'collect-result',
  withdraw: 'own-wish',
};

/**
 * The cause of a visit that nobody was asked about, by what was done in it; null for an act that nobody has to come
 * for.
 */
export function causeOfAct(act: ProgressAct): TripCause | null {
  return CAUSE_OF_ACT[act] ?? null;
}
