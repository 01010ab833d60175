import {
  askPresence,
  asked,
  type BadRead,
  findAndRead,
  type GoodRead,
  isSameText,
  ModuleFault,
  readSelected,
  selectAndRead,
} from './card-attempt.ts';
import type { NewestAddress } from './card-text.ts';
import { samCommands } from './commands.ts';
import type { Nudge } from './nudge.ts';
import type { SamReader } from './reader.ts';
import { isCardTrouble } from './status-words.ts';

/** What happens on the antenna, in order. */
export interface CardHappenings {
  /** A card was found: its reading begins. */
  readonly found: () => void;
  /** The first good read, `tookMs` after the card was found. */
  readonly read: (read: GoodRead & { readonly tookMs: number }) => void;
  readonly newAddress: (newest: NewestAddress) => void;
  readonly confirmed: () => void;
  readonly differs: () => void;
  readonly lifted: () => void;
  /** `tries` failures in a row with a card there. */
  readonly trouble: (tries: number) => void;
  /** The module gave an answer that makes sense. */
  readonly answered: () => void;
}

export interface CyclePace {
  /** Between two looks for a card; never under 300. */
  readonly pollMs: number;
  /** Between two looks whether the card still lies there. */
  readonly presenceMs: number;
  /** After a failure, before the next try. */
  readonly settleMs: number;
}

/** @source devices.md 1.6, suggested cycle */
export const readerPace: CyclePace = { pollMs: 400, presenceMs: 500, settleMs: 300 };

export interface CycleTerms {
  readonly reader: SamReader;
  readonly happenings: CardHappenings;
  readonly nudge: Nudge;
  readonly nowMs: () => number;
  readonly stop: AbortSignal;
  readonly pace: CyclePace;
}

/** Why the cycle cannot go on with this module. */
export type CycleEnd = 'module-fault' | 'silent';

const LOOKS_UNTIL_LIFTED = 3;
const SILENT_LOOKS = 3;
const CONFIRMING_TRIES = 3;

/**
 * Reads every card that is put down, until the module stops working.
 *
 * find → select → read → hand over → read again and compare → newest address → wait until it is lifted → find.
 * Between found and handed over nothing waits. After a failure the line is left to fall quiet and the read
 * starts again; from the third failure in a row the clerk must lift the card and put it back.
 *
 * @throws Unplugged when the cable is gone; the reason of `stop`
 * @source devices.md 1.6
 */
export async function runReaderCycle(terms: CycleTerms): Promise<CycleEnd> {
  try {
    return await new ReaderCycle(terms).run();
  } catch (thrown) {
    if (thrown instanceof ModuleFault) return 'module-fault';
    throw thrown;
  }
}

class ReaderCycle {
  readonly #terms: CycleTerms;
  /** Failures in a row with a card there. */
  #tries = 0;
  /** A card was announced and not yet announced as lifted. */
  #seen = false;
  #absentLooks = 0;
  #silentLooks = 0;

  constructor(terms: CycleTerms) {
    this.#terms = terms;
  }

  async run(): Promise<CycleEnd> {
    const { reader, nudge, pace, stop, nowMs } = this.#terms;
    for (;;) {
      const lookedAtMs = nowMs();
      const again = nudge.take();
      const found = await asked(reader, samCommands.find);
      if (found.outcome === 'answered' && found.word === 'card-found') {
        await this.#serve((reading) => selectAndRead(reader, reading));
      } else if (found.outcome === 'answered' && found.word === 'no-card') {
        this.#nobody();
        // Asked for by hand: a card that was read is not found again, but its text can still be read.
        if (again) await this.#serveQuietly(await readSelected(reader));
      } else {
        if (found.outcome === 'answered' && isCardTrouble(found.word)) this.#seen = true;
        if (await this.#unclear(found.outcome === 'silent')) return 'silent';
      }
      await nudge.rest(pace.pollMs - (nowMs() - lookedAtMs), stop);
    }
  }

  #nobody(): void {
    this.#terms.happenings.answered();
    this.#silentLooks = 0;
    this.#absentLooks += 1;
    if (this.#absentLooks >= LOOKS_UNTIL_LIFTED) this.#lifted();
  }

  /** True when the module has been silent for too long. */
  async #unclear(isSilent: boolean): Promise<boolean> {
    this.#silentLooks = isSilent ? this.#silentLooks + 1 : 0;
    if (this.#silentLooks >= SILENT_LOOKS) {
      this.#lifted();
      return true;
    }
    if (this.#seen) await this.#failed();
    return false;
  }

  async #serveQuietly(read: GoodRead | BadRead): Promise<void> {
    if (read.ok) await this.#serve(() => Promise.resolve(read));
  }

  /**
   * Everything that is done with one card while it lies there.
   *
   * @param firstRead tells when the text is on its way: the card is announced then, while nothing waits for it
   */
  async #serve(firstRead: (reading: () => void) => Promise<GoodRead | BadRead>): Promise<void> {
    const { reader, happenings, nudge, nowMs } = this.#terms;
    let foundAtMs = nowMs();
    this.#absentLooks = 0;
    this.#silentLooks = 0;
    let announced = false;
    const announce = (): void => {
      if (announced) return;
      announced = true;
      happenings.answered();
      if (!this.#seen) happenings.found();
      this.#seen = true;
    };

    let read = await firstRead(announce);
    announce();
    while (!read.ok) {
      await this.#failed();
      // Refused: look for it from the beginning. Spoilt: the module will not find it twice, so ask it directly.
      if (read.because === 'refused') return;
      read = await readSelected(reader);
    }
    // Asked for by hand before it was read: this is what was asked for.
    nudge.take();
    for (;;) {
      this.#tries = 0;
      happenings.read({ ...read, tookMs: nowMs() - foundAtMs });
      await this.#confirm(read);
      if ((await this.#untilLifted()) === 'lifted') break;
      // Read again by hand: a new reading of whatever lies there.
      foundAtMs = nowMs();
      happenings.found();
      const once = await this.#once();
      if (!once) break;
      read = once;
    }
    this.#lifted();
  }

  /** One more good read of the card that lies there, by whichever way the module allows. */
  async #once(): Promise<GoodRead | null> {
    for (let tries = 0; tries < CONFIRMING_TRIES; tries += 1) {
      const read = await this.#directly();
      if (read.ok) return read;
      await this.#failed();
    }
    return null;
  }

  async #directly(): Promise<GoodRead | BadRead> {
    const { reader } = this.#terms;
    const read = await readSelected(reader);
    return read.ok || read.because === 'spoilt' ? read : findAndRead(reader);
  }

  /** The second read, then the newest address. Unconfirmed after three tries: the clerk was told by then. */
  async #confirm(first: GoodRead): Promise<void> {
    const { happenings } = this.#terms;
    const second = await this.#once();
    if (!second) return;
    if (!isSameText(first.textBlock, second.textBlock)) {
      happenings.differs();
      return;
    }
    this.#tries = 0;
    await this.#tellNewestAddress();
    happenings.confirmed();
  }

  /** A single reply is trusted no more than a single read: two equal ones count. */
  async #tellNewestAddress(): Promise<void> {
    const { reader, happenings } = this.#terms;
    let last: NewestAddress | null = null;
    for (let tries = 0; tries < CONFIRMING_TRIES; tries += 1) {
      const presence = await askPresence(reader);
      if (presence.lies === false || (presence.lies && !presence.address)) return;
      if (!presence.lies) continue;
      if (presence.address && presence.address.address === last?.address) {
        happenings.newAddress(presence.address);
        return;
      }
      last = presence.address;
    }
  }

  async #untilLifted(): Promise<'lifted' | 'asked'> {
    const { reader, happenings, nudge, pace, stop } = this.#terms;
    for (let unheard = 0; ;) {
      await nudge.rest(pace.presenceMs, stop);
      if (nudge.take()) return 'asked';
      const presence = await askPresence(reader);
      if (presence.lies) {
        happenings.answered();
        unheard = 0;
      } else if (presence.lies === false) return 'lifted';
      else {
        unheard += 1;
        if (unheard >= 2) return 'lifted';
      }
    }
  }

  async #failed(): Promise<void> {
    const { reader, happenings, pace } = this.#terms;
    this.#tries += 1;
    happenings.trouble(this.#tries);
    await reader.settle(pace.settleMs);
  }

  #lifted(): void {
    this.#tries = 0;
    this.#absentLooks = 0;
    if (!this.#seen) return;
    this.#seen = false;
    this.#terms.happenings.lifted();
  }
}
