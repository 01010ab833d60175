import type { BundleStep } from '#contract/shapes/bundle.ts';
import type { LeaveOutReason } from '#contract/shapes/bundle-view.ts';

/**
 * Why a step may be left out now, or null when it may not: it is the citizen's choice, the catalogue's condition
 * holds, or what it waits for will never come. A case that was received is decided and not left out.
 *
 * @source domain.md 7 (1) (7)
 */
export function mayLeaveOut(
  { optional, canSkipIf }: Pick<BundleStep, 'optional' | 'canSkipIf'>,
  { begun, stuck }: { readonly begun: boolean; readonly stuck: boolean },
): LeaveOutReason | null {
  if (begun) return null;
  if (optional) return 'optional';
  if (canSkipIf !== null) return 'not-needed';
  return stuck ? 'predecessor-ended' : null;
}
