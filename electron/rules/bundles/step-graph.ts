import type { BundleStep } from '#contract/shapes/bundle.ts';
import type { BundleState, StepStanding, StepWait } from '#contract/shapes/bundle-view.ts';
import type { ItemCode } from '#contract/shapes/item.ts';
import type { StepResult } from './step-result.ts';

/** One step of an open bundle, as far as the graph asks. */
export interface StepFacts extends Pick<BundleStep, 'itemCode' | 'after' | 'gives' | 'needs'> {
  /** Nobody applies for it in this bundle. */
  readonly leftOut: boolean;
  readonly result: StepResult;
  /** Its case was received or accepted. */
  readonly begun: boolean;
}

export interface StepInGraph {
  readonly standing: StepStanding;
  /** The steps whose result is still to come, and which values of it this step needs. Empty: it may go on. */
  readonly waitsFor: readonly StepWait[];
  /** One of them ended without a result: this step can only be left out. */
  readonly stuck: boolean;
}

/**
 * Where each step of a bundle stands. A step waits for every step before it until that one's result is there; a step
 * that is left out passes on what it would have waited for, so that leaving it out never lets anybody overtake.
 *
 * @param steps in an order that can be followed
 * @source domain.md 7 (2) (3), 13.3 invariant 22
 */
export function stepGraph(steps: readonly StepFacts[]): ReadonlyMap<ItemCode, StepInGraph> {
  const byCode = new Map(steps.map((step) => [step.itemCode, step]));
  const before = new Map<ItemCode, ReadonlySet<StepFacts>>();
  for (const step of steps) before.set(step.itemCode, stepsBefore(step, byCode, before));
  return new Map(
    steps.map((step) => {
      const waited = [...(before.get(step.itemCode) ?? [])].filter(({ result }) => result !== 'there');
      const waitsFor = waited.map(({ itemCode, gives }) => ({
        itemCode,
        meanings: gives.filter((meaning) => step.needs.includes(meaning)),
      }));
      const stuck = waited.some(({ result }) => result === 'none-will-come');
      return [step.itemCode, { standing: standingOf(step, waitsFor.length > 0), waitsFor, stuck }];
    }),
  );
}

function stepsBefore(
  step: StepFacts,
  byCode: ReadonlyMap<ItemCode, StepFacts>,
  before: ReadonlyMap<ItemCode, ReadonlySet<StepFacts>>,
): ReadonlySet<StepFacts> {
  const found = new Set<StepFacts>();
  for (const code of step.after) {
    const earlier = byCode.get(code);
    if (!earlier) continue;
    if (!earlier.leftOut) found.add(earlier);
    else for (const passedOn of before.get(code) ?? []) found.add(passedOn);
  }
  return found;
}

function standingOf({ leftOut, result, begun }: StepFacts, waits: boolean): StepStanding {
  if (leftOut) return 'left-out';
  if (result === 'there') return 'done';
  if (result === 'none-will-come') return 'ended';
  if (begun) return 'under-way';
  return waits ? 'waits' : 'ready';
}

/**
 * The state of a bundle, derived from its steps and never written down.
 *
 * @source domain.md 7 (5)
 */
export function bundleState(standings: readonly StepStanding[]): BundleState {
  const counted = standings.filter((standing) => standing !== 'left-out');
  if (counted.includes('ended')) return 'partly-refused';
  if (counted.every((standing) => standing === 'done')) return 'done';
  return counted.includes('done') ? 'partly-done' : 'open';
}
