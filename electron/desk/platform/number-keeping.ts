import type { Writer } from '#native/sqlite/database.ts';
import { askedDelayMs, retryDelayMs } from '#rules/sync/retry-plan.ts';
import type { Pace } from '#rules/sync/pace.ts';
import type { Log } from '../log.ts';
import { dropNumberWish, leaseBlock, numbersLeft, numberWish } from '../store/numbers.ts';
import type { LineTrouble, Province } from './province.ts';

/** Fewer serials than this, and a new block is asked for. */
const LOW_WATER = 20;
const BLOCK_SIZE = 100;

export interface NumberKeeping {
  /** When a block is to be asked for; null while there are enough. */
  readonly dueAtMs: (nowMs: number) => number | null;
  /** Asks for one block. Says what the line said when it was not leased. */
  readonly lease: () => Promise<'leased' | LineTrouble>;
  /** A person wants it now. */
  readonly hurry: () => void;
}

export interface NumberKeepingWishes {
  readonly db: Writer;
  readonly province: Province;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly pace: Pace;
  readonly log: Log;
}

/**
 * Keeps serials in stock: below twenty, a new block is leased from the platform.
 *
 * The wish and its key are on disk before they are sent, so an answer that is lost on the way costs no block.
 */
export function keepNumbers({ db, province, nowMs, random, pace, log }: NumberKeepingWishes): NumberKeeping {
  let notBeforeMs = 0;
  let failures = 0;

  const later = (askedMs: number | null): void => {
    failures += 1;
    notBeforeMs = nowMs() + askedDelayMs(askedMs, retryDelayMs(failures, random(), pace), pace);
  };

  return {
    dueAtMs: (atMs) => {
      if (numbersLeft(db) >= LOW_WATER) return null;
      // A moment this far ahead was set by another clock.
      return notBeforeMs - atMs > pace.longestAskedMs ? atMs : notBeforeMs;
    },
    hurry: () => {
      notBeforeMs = 0;
    },
    lease: async () => {
      const heard = await province.leaseNumbers(numberWish(db, BLOCK_SIZE, nowMs()));
      if (heard.answer === 'leased') {
        const kept = db.transaction(() => leaseBlock(db, { ...heard, atMs: nowMs() }))();
        if (kept === 'leased') {
          failures = 0;
          log('info', 'number-block-leased', { count: heard.to - heard.from + 1 });
          return 'leased';
        }
        log('error', 'number-block-overlaps', { word: 'untrusted' });
        dropNumberWish(db);
        later(pace.knockMs);
        return { answer: 'untrusted', why: 'wrong-echo' };
      }
      later(heard.answer === 'retry-later' ? heard.afterMs : null);
      return heard;
    },
  };
}
