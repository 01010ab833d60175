import type { DebtState, LineState } from '#contract/shapes/sync-state.ts';
import type { LineWord } from './answer.ts';

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
 * Whether a line that went bad is knocked on before anything of a citizen is sent over it: an answer that is
 * not the platform's, no way there, or a refused line.
 */
export function knocksFirst(line: LineState): boolean {
  return line === 'intercepted' || line === 'away' || line === 'never-tried' || isRefused(line);
}
