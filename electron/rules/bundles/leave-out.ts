import type { BundleStep } from '#contract/shapes/bundle.ts';
import type { LeaveOutReason } from '#contract/shapes/bundle-view.ts';

/** What decides beside the catalogue. */
export interface LeaveOutFacts {
  readonly begun: boolean;
  readonly stuck: boolean;
  /** Another case of the bundle was received: the event goes on without this one. */
  readonly othersBegun: boolean;
}

/**
 * Why a step may be left out now, or null when it may not: it is the citizen's choice, the catalogue's condition
 * holds, or what it waits for will never come. A bundle is begun with every step that is needed; once it is under way
 * nobody is held to a case that was not received yet. One that was received is decided and not left out.
 *
 * @source domain.md 7 (1) (7)
 */
export function mayLeaveOut(
  { optional, canSkipIf }: Pick<BundleStep, 'optional' | 'canSkipIf'>,
  { begun, stuck, othersBegun }: LeaveOutFacts,
): LeaveOutReason | null {
  if (begun) return null;
  if (stuck) return 'predecessor-ended';
  if (canSkipIf !== null) return 'not-needed';
  return optional || othersBegun ? 'optional' : null;
}
