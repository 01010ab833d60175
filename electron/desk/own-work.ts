import type { Desk } from './answering.ts';
import { startRecheckingIdentity } from './identity/recheck-offline.ts';
import type { Log } from './log.ts';
import { startClocks } from './progress/start-clocks.ts';
import { startAskingAgain } from './queries/ask-when-back.ts';

/** What the desk does with nobody at the window: clocks run out, sources that were away are asked again, and so is who
 * was identified without a line. */
export function startOwnWork(
  desk: Desk,
  log: Log,
  every: (ms: number, act: () => void) => () => void,
): () => Promise<void> {
  const stopClocks = startClocks(desk, log, every);
  const stopAsking = startAskingAgain(desk, log, every);
  const stopRechecking = startRecheckingIdentity(desk, log, every);
  return async () => {
    stopClocks();
    await Promise.all([stopAsking(), stopRechecking()]);
  };
}
