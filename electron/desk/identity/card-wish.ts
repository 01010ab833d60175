import type { CardWatcher } from '../devices/card-desk.ts';

/** The card somebody at this window asked for: read twice and the same, or why there is none. */
export type WishedCard =
  | { readonly ok: true; readonly readingId: string }
  | { readonly ok: false; readonly refusal: 'no-card-came' | 'reads-differ' | 'card-not-wanted' };

/** Waits for the next card at this window. What is asked for belongs to whoever asked and fills nobody by itself. */
export interface CardWish {
  readonly isWaiting: () => boolean;
  /** The next card that two equal reads confirm. One waits at a time: the newer wish ends the older one. */
  readonly next: () => Promise<WishedCard>;
  /** Nobody wants it any more. */
  readonly stop: () => void;
}

/** As long as a citizen is given to look for the card, and a card may lie there unasked. */
const WAIT_MS = 30_000;

/**
 * Stands between the reader and the window: a card that was asked for goes to whoever asked, every other one to `window`.
 *
 * @param window hears that a card was lifted or gave trouble in any case: that is said over every screen
 */
export function openCardWish(
  window: CardWatcher,
  waitMs: number = WAIT_MS,
): CardWish & { readonly watcher: CardWatcher } {
  let end: ((card: WishedCard) => void) | null = null;
  let taken: string | null = null;
  const isTaken = (readingId: string): boolean => readingId === taken;
  const stop = (): void => end?.({ ok: false, refusal: 'card-not-wanted' });

  return {
    isWaiting: () => end !== null,
    stop,
    next: async () => {
      stop();
      const { promise, resolve } = Promise.withResolvers<WishedCard>();
      const timer = setTimeout(() => settle({ ok: false, refusal: 'no-card-came' }), waitMs);
      timer.unref();
      const settle = (card: WishedCard): void => {
        clearTimeout(timer);
        if (end === settle) end = null;
        resolve(card);
      };
      end = settle;
      return promise;
    },
    watcher: {
      reading: () => {
        taken = null;
        if (!end) window.reading();
      },
      read: (reading) => {
        if (end) taken = reading.id;
        else window.read(reading);
      },
      newAddress: (readingId, address) => {
        // Whoever asked looks the reading up when it is confirmed, and the newest address is in it by then.
        if (!isTaken(readingId)) window.newAddress(readingId, address);
      },
      confirmed: (readingId) => {
        if (isTaken(readingId)) end?.({ ok: true, readingId });
        else window.confirmed(readingId);
      },
      differs: (readingId) => {
        if (isTaken(readingId)) end?.({ ok: false, refusal: 'reads-differ' });
        else window.differs(readingId);
      },
      lifted: () => {
        taken = null;
        window.lifted();
      },
      trouble: (tries) => window.trouble(tries),
    },
  };
}
