import path from 'node:path';
import type { Page } from '@playwright/test';

export interface Act {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly why?: string;
}

/**
 * Goes through the acts of the demo one by one: each is timed and photographed. An act whose chapter has
 * already failed is not tried and counts as failed; the next chapter is tried all the same.
 */
export class Acts {
  readonly #out: string;
  readonly #window: Page;
  readonly #done: Act[] = [];
  #broken = false;

  constructor(out: string, window: Page) {
    this.#out = out;
    this.#window = window;
  }

  get done(): readonly Act[] {
    return this.#done;
  }

  /** A new citizen: `begin` brings the window into the state where the chapter starts. */
  async chapter(begin: () => Promise<void>, acts: () => Promise<void>): Promise<void> {
    try {
      await begin();
      this.#broken = false;
    } catch (thrown) {
      this.#say('begin', false, 0, sentenceOf(thrown));
      this.#broken = true;
    }
    await acts();
  }

  /** @param more windows to photograph beside the clerk's, by the name of the picture */
  async act(
    name: string,
    doIt: () => Promise<void>,
    more: Readonly<Record<string, Page>> = {},
  ): Promise<void> {
    if (this.#broken) {
      this.#say(name, false, 0, 'not tried: what it needs did not come about');
      return;
    }
    const fromMs = performance.now();
    let why: string | undefined;
    try {
      await doIt();
    } catch (thrown) {
      why = sentenceOf(thrown);
      this.#broken = true;
    }
    const ms = Math.round(performance.now() - fromMs);
    await this.#photograph({ [name]: this.#window, ...more });
    this.#say(name, why === undefined, ms, why);
  }

  async #photograph(windows: Readonly<Record<string, Page>>): Promise<void> {
    const no = String(this.#done.length + 1).padStart(2, '0');
    for (const [name, window] of Object.entries(windows))
      await window.screenshot({ path: path.join(this.#out, `${no}-${name}.png`) });
  }

  #say(name: string, ok: boolean, ms: number, why?: string): void {
    this.#done.push({ name, ok, ms, ...(why === undefined ? {} : { why }) });
    console.log(ok ? `✓ ${name} (${ms} ms)` : `✕ ${name}: ${why}`);
  }
}

function sentenceOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
}
