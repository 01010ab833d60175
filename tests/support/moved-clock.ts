/** 2026-11-24 09:30 in Shanghai. */
export const MORNING_MS = Date.UTC(2026, 10, 24, 1, 30);

/** A clock that stands still until it is moved. */
export function movedClock(startMs: number = MORNING_MS): {
  readonly nowMs: () => number;
  readonly move: (ms: number) => void;
} {
  let atMs = startMs;
  return {
    nowMs: () => atMs,
    move: (ms) => {
      atMs += ms;
    },
  };
}
