import type { IdentityCard } from '#contract/shapes/identity-card.ts';

/** A card that was read at this window. Personal data: memory only, until a party takes it over. */
export interface CardReading {
  readonly id: string;
  readonly card: IdentityCard;
  /** The 256 bytes of the chip's text block, for the case record of rare characters. Never logged. */
  readonly textBlock: Uint8Array;
  readonly samId: string | null;
  readonly readAtMs: number;
  /** Card placed → first good read, as the desk measured it. */
  readonly tookMs: number;
}

/** What happens on the reader, in order, for one card. */
export interface CardWatcher {
  readonly reading: () => void;
  /** The first good read. */
  readonly read: (reading: CardReading) => void;
  /**
   * The chip holds a newer address than the one printed on the card: it replaces `card.address` of this
   * reading. Comes after `read` and before `confirmed`, and only when two reads of it were equal.
   */
  readonly newAddress: (readingId: string, address: string) => void;
  /** A second read gave the same 256 bytes. */
  readonly confirmed: (readingId: string) => void;
  /** The second read gave something else: neither may be used. */
  readonly differs: (readingId: string) => void;
  readonly lifted: () => void;
  /** `tries` failures in a row; from the third on the clerk must lift the card and put it back. */
  readonly trouble: (tries: number) => void;
}

/** The card reader as handlers see it. */
export interface CardDesk {
  /** A reading that may still be used: not taken back, not older than a minute, card still bound to this window. */
  readonly reading: (id: string) => { readonly reading: CardReading; readonly confirmed: boolean } | null;
  /** Reads the card that lies there once more. False when there is no reader. */
  readonly readAgain: () => boolean;
}
