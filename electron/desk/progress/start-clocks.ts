import type { Desk } from '../answering.ts';
import type { Log } from '../log.ts';
import { mismatchedCases } from './recount.ts';
import { runClocks } from './run-clocks.ts';

const EVERY_MS = 60_000;

/**
 * Runs the clocks of the cases now and every minute, and checks once that every stored due day is what the rules
 * give (invariant 7). Returns what stops it.
 */
export function startClocks(
  desk: Desk,
  log: Log,
  every: (ms: number, act: () => void) => () => void,
): () => void {
  const run = (): void => {
    try {
      runClocks(desk, log);
    } catch (thrown) {
      log('error', 'clocks-not-run', { word: thrown instanceof Error ? thrown.name : 'unknown' });
    }
  };
  run();
  for (const caseId of mismatchedCases(desk)) log('error', 'due-day-differs', { caseId });
  return every(EVERY_MS, run);
}
