import { createHmac, createSecretKey } from 'node:crypto';
import { newId } from '../new-id.ts';

/** As long as a card reading: after that the person may have left. @source safety.md 3, T5 */
const USABLE_MS = 60_000;

/** A code of a network certificate on its way to the platform. */
export interface ShownCode {
  readonly code: string;
  /** HMAC-SHA256 with a key of this desk, hex: all that is ever kept. */
  readonly hash: string;
}

/** Codes that were shown at this window, for a minute and for one question each. */
export interface ShownCodes {
  /** Keeps a code in memory and names it. */
  readonly keep: (code: string) => string;
  /** Takes it out for good; null when it is older than a minute, or was taken before. */
  readonly take: (scanId: string) => ShownCode | null;
}

/**
 * The codes are secrets that are good for a short time: they live in this memory only, never in the file, a log, the
 * audit or the window.
 *
 * @source devices.md 2.4: keep it in memory, pass it to the platform, never cache it
 */
export function openShownCodes(keyHex: string, nowMs: () => number): ShownCodes {
  const key = createSecretKey(keyHex, 'hex');
  const shown = new Map<string, { readonly code: string; readonly atMs: number }>();
  const dropOld = (): void => {
    for (const [id, { atMs }] of shown) if (nowMs() - atMs > USABLE_MS) shown.delete(id);
  };
  return {
    keep: (code) => {
      dropOld();
      const scanId = newId();
      shown.set(scanId, { code, atMs: nowMs() });
      // Not only when somebody scans the next one: that may be hours.
      setTimeout(dropOld, USABLE_MS + 1).unref();
      return scanId;
    },
    take: (scanId) => {
      dropOld();
      const found = shown.get(scanId);
      shown.delete(scanId);
      return found
        ? { code: found.code, hash: createHmac('sha256', key).update(found.code).digest('hex') }
        : null;
    },
  };
}
