import type { NewestAddress } from '#native/id-card-reader/card-text.ts';
import type { CardHappenings } from '#native/id-card-reader/reader-cycle.ts';
import type { CardReading, CardWatcher } from './card-desk.ts';

/** A reading may be used for a minute; after that the person may have left. @source safety.md 3, T5 */
const USABLE_MS = 60_000;

export interface ReadingTerms {
  readonly watcher: CardWatcher;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Number of the module that reads now. */
  readonly samId: () => string | null;
}

interface Kept {
  readonly reading: CardReading;
  readonly confirmed: boolean;
}

/**
 * Turns what happens on the antenna into readings with ids, and keeps each for as long as it may be used: a
 * minute, and only while it was not taken back. Personal data stays in memory and is dropped after that.
 */
export class CardReadings {
  readonly #terms: ReadingTerms;
  readonly #kept = new Map<string, Kept>();
  /** The reading of the card that lies there now. */
  #current: string | null = null;
  #somethingLies = false;

  constructor(terms: ReadingTerms) {
    this.#terms = terms;
  }

  /** Null when there is no such reading, or it was taken back, or it is older than a minute. */
  usable(id: string): Kept | null {
    this.#dropOld();
    return this.#kept.get(id) ?? null;
  }

  /** What the reader's cycle is told. */
  happenings(): Omit<CardHappenings, 'answered'> {
    const { watcher } = this.#terms;
    return {
      found: () => {
        this.#somethingLies = true;
        this.#current = null;
        watcher.reading();
      },
      read: ({ card, textBlock, tookMs }) => {
        const { newId, nowMs, samId } = this.#terms;
        const id = newId();
        const reading = {
          id,
          card,
          textBlock,
          samId: samId(),
          readAtMs: nowMs(),
          tookMs: Math.round(tookMs),
        };
        this.#current = id;
        this.#keep({ reading, confirmed: false });
        watcher.read(reading);
      },
      newAddress: (newest) => this.#newAddress(newest),
      confirmed: () => {
        const kept = this.#currentKept();
        if (!kept) return;
        this.#keep({ ...kept, confirmed: true });
        watcher.confirmed(kept.reading.id);
      },
      differs: () => {
        const kept = this.#currentKept();
        if (!kept) return;
        this.#kept.delete(kept.reading.id);
        this.#current = null;
        watcher.differs(kept.reading.id);
      },
      lifted: () => this.cardGone(),
      trouble: (tries) => {
        this.#somethingLies = true;
        watcher.trouble(tries);
      },
    };
  }

  /** The card was lifted, or the reader it lay on is gone. */
  cardGone(): void {
    if (!this.#somethingLies) return;
    this.#somethingLies = false;
    this.#current = null;
    this.#terms.watcher.lifted();
  }

  #newAddress({ address, readable }: NewestAddress): void {
    const kept = this.#currentKept();
    if (!kept) return;
    const others = kept.reading.card.unreadable.filter((field) => field !== 'address');
    const card = {
      ...kept.reading.card,
      address,
      unreadable: readable ? others : [...others, 'address'],
    };
    this.#keep({ ...kept, reading: { ...kept.reading, card } });
    this.#terms.watcher.newAddress(kept.reading.id, address);
  }

  #currentKept(): Kept | null {
    return this.#current === null ? null : (this.#kept.get(this.#current) ?? null);
  }

  #keep(kept: Kept): void {
    this.#dropOld();
    this.#kept.set(kept.reading.id, kept);
    // Not only when somebody looks: nobody may look for hours.
    setTimeout(() => this.#dropOld(), USABLE_MS + 1).unref();
  }

  #dropOld(): void {
    const oldestMs = this.#terms.nowMs() - USABLE_MS;
    for (const [id, { reading }] of this.#kept) if (reading.readAtMs < oldestMs) this.#kept.delete(id);
  }
}
