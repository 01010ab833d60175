import type { DebtState, LineState } from '#contract/shapes/sync-state.ts';
import type { LineWord } from './answer.ts';
import type { Pace } from './pace.ts';
import { retryDelayMs } from './retry-plan.ts';

/** Lines on which nothing is sent and nothing is counted until the line itself was refused no more. */
const REFUSING: ReadonlySet<LineState> = new Set([
  'signed-out',
  'not-authorised',
  'wrong-address',
  'certificate',
  'not-configured',
]);

/** Whether the line itself is refused (sign-in, address, certificate, or none configured). */
export function isRefused(line: LineState): boolean {
  return REFUSING.has(line);
}

/** How the line stands after the province, or something in its place, refused it. */
export function lineAfterRefusal(why: LineWord): LineState {
  return why === 'clock-wrong' ? 'certificate' : why;
}

/**
 * The state of a debt as it is shown: what waits on a refused line is paused. What may already have arrived
 * stays unknown, whatever the line does.
 */
export function shownState(stored: DebtState, line: LineState): DebtState {
  return stored === 'pending' && isRefused(line) && line !== 'not-configured' ? 'paused' : stored;
}

/**
 * How long a line that carries nothing is left alone, in milliseconds.
 *
 * @param failures in a row, this one included
 * @param roll a random number in [0, 1)
 */
export function lineHoldMs(line: LineState, failures: number, roll: number, pace: Pace): number {
  if (line === 'signed-out' || line === 'not-authorised') return pace.accountKnockMs;
  if (isRefused(line)) return pace.knockMs;
  return retryDelayMs(failures, roll, pace);
}
