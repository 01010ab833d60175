import type { Desk } from './answering.ts';
import type { Log } from './log.ts';
import { startClocks } from './progress/start-clocks.ts';
import { startAskingAgain } from './queries/ask-when-back.ts';

/** What the desk does with nobody at the window: clocks run out, sources that were away are asked again. */
export function startOwnWork(
  desk: Desk,
  log: Log,
  every: (ms: number, act: () => void) => () => void,
): () => Promise<void> {
  const stopClocks = startClocks(desk, log, every);
  const stopAsking = startAskingAgain(desk, log, every);
  return async () => {
    stopClocks();
    await stopAsking();
  };
}
