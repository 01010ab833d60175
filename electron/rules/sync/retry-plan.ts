import type { Pace } from './pace.ts';

const JITTER = 0.3;

/**
 * How long to wait after the `attempt`-th attempt that did not settle, in milliseconds.
 *
 * 1, 2, 5, 10, 30, 60 seconds, then every 60, for ever: nothing is given up silently. Up to 30 % is taken
 * off by chance, so that the windows of a hall do not all come back in the same second; 60 s stays the most.
 *
 * @param attempt counted from 1
 * @param roll a random number in [0, 1)
 * @source safety.md 1c; DESIGN.md 7
 */
export function retryDelayMs(attempt: number, roll: number, { retryStepsMs }: Pace): number {
  const step = retryStepsMs[Math.min(Math.max(attempt, 1), retryStepsMs.length) - 1] ?? 0;
  return Math.round(step * (1 - JITTER * roll));
}

/** The longest step of the plan. */
export function longestDelayMs(roll: number, pace: Pace): number {
  return retryDelayMs(pace.retryStepsMs.length, roll, pace);
}

/** What a platform asks for is granted up to ten minutes, and never less than our own plan. */
export function askedDelayMs(askedMs: number | null, ownMs: number, { longestAskedMs }: Pace): number {
  return Math.max(ownMs, Math.min(askedMs ?? 0, longestAskedMs));
}
