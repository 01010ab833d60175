import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

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
        const due = Math.min(sent + chunk, bytes.length);
        if (sent < bytes.length) await until(startedAtMs + wireMs(due), due === bytes.length);
      }
      return performance.now() - startedAtMs;
    },
  };
}

/** Timers are a millisecond coarse. Where it counts, the last bit of the time is spent looking at the clock. */
export async function until(dueAtMs: number, exactly: boolean): Promise<void> {
  const leftMs = dueAtMs - performance.now();
  if (!exactly) await sleep(Math.max(1, Math.ceil(leftMs)));
  else {
    if (leftMs > 2) await sleep(Math.floor(leftMs - 1));
    while (performance.now() < dueAtMs) await nextTurn();
  }
}

/** What a bad cable or a wrong speed looks like. The same bytes every time. */
export async function sendNoise(line: Line, bytes: number, say: (act: string) => void): Promise<void> {
  const noise = Buffer.alloc(bytes);
  let state = 1;
  for (let at = 0; at < bytes; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    noise[at] = state >>> 24;
  }
  await line.send(noise);
  say('noise over');
}
