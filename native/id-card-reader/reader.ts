import type { ByteLink } from '../transport/byte-link.ts';
import { TimedOut, unlessAborted, within } from '../transport/deadline.ts';
import { type SamCommand, samCommands } from './commands.ts';
import { samIdText } from './sam-id.ts';
import { SamReplyCollector } from './sam-frame.ts';
import { isModuleFault, type StatusWord, statusWord } from './status-words.ts';

/** What came back for one command. */
export type SamAnswer =
  | { readonly outcome: 'answered'; readonly word: StatusWord; readonly data: Uint8Array }
  | { readonly outcome: 'silent' }
  | { readonly outcome: 'damaged' };

/** How a module answers when it is greeted. */
export type Greeting =
  | { readonly ok: true; readonly samId: string | null }
  | { readonly ok: false; readonly because: 'silent' | 'module-fault' };

const GREETING_TRIES = 3;

/**
 * The conversation with one security module: one command in flight, what arrived unasked is thrown away
 * before each, and an answer that comes too late or fits another command is dropped.
 *
 * @source devices.md 1.6
 */
export class SamReader {
  readonly #link: ByteLink;
  readonly #stop: AbortSignal;
  #asking = false;

  constructor(link: ByteLink, stop: AbortSignal) {
    this.#link = link;
    this.#stop = stop;
  }

  /**
   * Puts one command and waits for its answer.
   *
   * @param begun called when the answer begins to come: what is done then keeps neither line nor module waiting
   * @throws Unplugged when the cable is gone; the reason of the stop signal; Error when a command is in flight
   */
  async ask(command: SamCommand, begun?: () => void): Promise<SamAnswer> {
    if (this.#asking) throw new Error(`one command at a time: ${command.name}`);
    this.#asking = true;
    try {
      await this.#link.discard();
      return await within(command.withinMs, this.#stop, (inTime) => this.#converse(command, inTime, begun));
    } catch (thrown) {
      if (thrown instanceof TimedOut) return { outcome: 'silent' };
      throw thrown;
    } finally {
      this.#asking = false;
    }
  }

  /** Status (three tries, with a restart of a module that answers and is not well), then the module's number. */
  async greet(): Promise<Greeting> {
    let because: 'silent' | 'module-fault' = 'silent';
    for (let tries = 0; tries < GREETING_TRIES; tries += 1) {
      const status = await this.ask(samCommands.status);
      if (status.outcome !== 'answered') continue;
      if (status.word === 'done') return { ok: true, samId: await this.#samId() };
      because = isModuleFault(status.word) ? 'module-fault' : 'silent';
      await this.ask(samCommands.reset);
    }
    return { ok: false, because };
  }

  /** Lets the line fall quiet after an answer that went wrong, so that the rest of it is not read as the next. */
  async settle(ms: number): Promise<void> {
    const stop = this.#stop;
    await this.#link.discard();
    try {
      await within(ms, stop, async (over) => {
        for (;;) await this.#link.nextChunk(over);
      });
    } catch (thrown) {
      if (!(thrown instanceof TimedOut)) throw thrown;
    }
  }

  async #samId(): Promise<string | null> {
    // Field reports say that the first number is sometimes wrong or missing, so it is asked again.
    for (let tries = 0; tries < GREETING_TRIES; tries += 1) {
      const answer = await this.ask(samCommands.samId);
      if (answer.outcome === 'answered' && answer.word === 'done') return samIdText(answer.data);
    }
    return null;
  }

  async #converse(command: SamCommand, inTime: AbortSignal, begun?: () => void): Promise<SamAnswer> {
    const collector = new SamReplyCollector();
    await unlessAborted(inTime, this.#link.write(command.bytes));
    for (let isFirst = true; ; isFirst = false) {
      const chunk = await this.#link.nextChunk(inTime);
      if (isFirst) begun?.();
      for (const input of collector.push(chunk)) {
        if (input.kind === 'damaged') {
          // A nonsense length is noise before the answer; a broken checksum was the answer.
          if (input.why === 'checksum') return { outcome: 'damaged' };
          continue;
        }
        const word = statusWord(input.sw3);
        if (command.fits(word, input.data.length)) return { outcome: 'answered', word, data: input.data };
      }
    }
  }
}
