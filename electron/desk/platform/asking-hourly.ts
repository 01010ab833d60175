/** A question that is put to the platform again and again. */
export interface HourlyAsking {
  /** Asks the platform when it is time and the line is open; otherwise does nothing. */
  readonly look: () => void;
  readonly stop: () => Promise<void>;
}

const EVERY_MS = 60 * 60_000;
const AGAIN_AFTER_TROUBLE_MS = 5 * 60_000;

/**
 * Asks once an hour, one question at a time and only over an open line; after an answer that helped nothing, or none,
 * again in five minutes.
 *
 * @param ask puts the question; false when the answer helped nothing
 * @param failed hears what the question threw
 */
export function askHourly({
  ask,
  lineIsOpen,
  nowMs,
  failed,
}: {
  readonly ask: () => Promise<boolean>;
  readonly lineIsOpen: () => boolean;
  readonly nowMs: () => number;
  readonly failed: (thrown: unknown) => void;
}): HourlyAsking {
  let notBeforeMs = 0;
  let asking: Promise<void> | null = null;
  let stopped = false;

  async function askOnce(): Promise<void> {
    let helped = false;
    try {
      helped = await ask();
    } catch (thrown) {
      failed(thrown);
    }
    notBeforeMs = nowMs() + (helped ? EVERY_MS : AGAIN_AFTER_TROUBLE_MS);
    asking = null;
  }

  return {
    look: () => {
      if (stopped || asking || nowMs() < notBeforeMs || !lineIsOpen()) return;
      asking = askOnce();
    },
    stop: async () => {
      stopped = true;
      await asking;
    },
  };
}
