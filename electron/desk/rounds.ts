import { type Log, traceOf } from './log.ts';

/** Work the desk does by itself, one round after another. */
export interface Rounds {
  readonly everyMs: number;
  /** One round; it asks between two steps whether it was stopped. */
  readonly round: (isStopped: () => boolean) => Promise<void>;
  /** The word of the log for a round that failed; the next one comes all the same. */
  readonly failed: string;
}

/**
 * Runs a round from time to time, never two at once.
 *
 * @returns stops it, and waits for the round that is under way
 */
export function startRounds(
  { everyMs, round, failed }: Rounds,
  log: Log,
  every: (ms: number, act: () => void) => () => void,
): () => Promise<void> {
  let isStopped = false;
  let underWay: Promise<void> | null = null;
  const stopTimer = every(everyMs, () => {
    underWay ??= round(() => isStopped)
      .catch((thrown: unknown) => log('error', failed, traceOf(thrown)))
      .finally(() => {
        underWay = null;
      });
  });
  return async () => {
    isStopped = true;
    stopTimer();
    await underWay;
  };
}
