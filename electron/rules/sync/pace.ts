/** How patient the window is with the province. Every value is in milliseconds. */
export interface Pace {
  /** Waiting time after the 1st, 2nd, … attempt; the last one repeats. */
  readonly retryStepsMs: readonly number[];
  /** After the platform said it is still working on this very step. */
  readonly inProgressMs: number;
  /** The longest wait a platform may ask for. */
  readonly longestAskedMs: number;
  /** Between knocks on a line that refused the address or the certificate. */
  readonly knockMs: number;
  /** Between knocks on a line that refused the account; slower, so that no account is locked by us. */
  readonly accountKnockMs: number;
  /** Slow answers in a row after which a debt waits as long as it ever does. */
  readonly slowInARow: number;
  /** Server troubles in a row after which the platform is asked what it holds before anything is sent again. */
  readonly troublesInARow: number;
}

/**
 * The pace of a hall: 1, 2, 5, 10, 30, 60 seconds, then every 60; a platform may ask for 10 minutes at most.
 *
 * @source safety.md 1c
 */
export const HALL_PACE: Pace = {
  retryStepsMs: [1_000, 2_000, 5_000, 10_000, 30_000, 60_000],
  inProgressMs: 2_000,
  longestAskedMs: 600_000,
  knockMs: 60_000,
  accountKnockMs: 300_000,
  slowInARow: 3,
  troublesInARow: 5,
};
