import type { Pace } from './pace.ts';

/** What is known of a debt that was sent before. */
export interface SentBefore {
  readonly state: 'pending' | 'unknown' | 'quarantined';
  readonly because: string | null;
  readonly firstSentAtMs: number | null;
  /** Server troubles one after another. */
  readonly troublesInARow: number;
}

/**
 * Whether the province is asked what it holds before a step is sent again.
 *
 * Within the time it remembers our key, sending the same key again is safe and quicker. It is asked first
 * when that time is over, when our clock stands before the first attempt (then the time cannot be told),
 * after an empty yes, and after five server troubles in a row, because such a platform may be repeating an
 * old failure. A step whose answer could not be trusted is only ever asked about.
 *
 * @param keyMemoryMs how long the platform is known to remember a key
 * @source safety.md 1c
 */
export function asksFirst(sent: SentBefore, nowMs: number, keyMemoryMs: number, pace: Pace): boolean {
  if (sent.state === 'quarantined') return true;
  if (sent.firstSentAtMs === null || sent.state === 'pending') return false;
  const ageMs = nowMs - sent.firstSentAtMs;
  if (ageMs < 0 || ageMs >= keyMemoryMs) return true;
  return sent.because === 'reply-empty' || sent.troublesInARow >= pace.troublesInARow;
}
