import { setTimeout as sleep } from 'node:timers/promises';

/** Bits of one byte on an 8N1 line. */
const BITS_PER_BYTE = 10;

/** A line that carries bytes at its real speed, in pieces of `chunk` bytes. */
export interface Line {
  /** Byte k arrives k·10/baud after the start. Resolves when the last one has left; milliseconds it took. */
  readonly send: (bytes: Uint8Array) => Promise<number>;
  /** How long so many bytes take on this line. */
  readonly wireMs: (bytes: number) => number;
}

/**
 * Throttles what is written to a pseudo-terminal, which by itself would hand over everything at once and hide
 * every mistake in cutting.
 */
export function throttled(write: (bytes: Uint8Array) => void, baud: number, chunk: number): Line {
  const wireMs = (bytes: number): number => (bytes * BITS_PER_BYTE * 1000) / baud;
  return {
    wireMs,
    send: async (bytes) => {
      const startedAtMs = performance.now();
      let sent = 0;
      while (sent < bytes.length) {
        const passed = performance.now() - startedAtMs;
        const arrived = Math.min(bytes.length, Math.floor(passed / wireMs(1)));
        while (sent < bytes.length && Math.min(sent + chunk, bytes.length) <= arrived) {
          write(bytes.subarray(sent, sent + chunk));
          sent = Math.min(sent + chunk, bytes.length);
        }
        if (sent < bytes.length) {
          const next = wireMs(Math.min(sent + chunk, bytes.length)) - (performance.now() - startedAtMs);
          await sleep(Math.max(1, Math.ceil(next)));
        }
      }
      return performance.now() - startedAtMs;
    },
  };
}
