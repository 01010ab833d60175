import { type ByteLink, Unplugged } from '#native/transport/byte-link.ts';

/** A link without a port: what is written goes to `heard`, what the device sends comes in with `send`. */
export class MemoryLink implements ByteLink {
  readonly gone: Promise<string>;
  readonly written: string[] = [];
  heard: (bytes: Uint8Array) => void = () => {};
  #held: Uint8Array[] = [];
  #wake: () => void = () => {};
  #ended: string | null = null;
  #tellGone: (reason: string) => void = () => {};

  constructor() {
    this.gone = new Promise((tell) => {
      this.#tellGone = tell;
    });
  }

  send(bytes: Uint8Array): void {
    this.#held.push(bytes);
    this.#wake();
  }

  unplug(): void {
    this.#ended = 'unplugged';
    this.#tellGone('unplugged');
    this.#wake();
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.#ended !== null) return Promise.reject(new Unplugged(this.#ended));
    this.written.push(Buffer.from(bytes).toString('hex'));
    this.heard(bytes);
    return Promise.resolve();
  }

  async nextChunk(signal: AbortSignal): Promise<Uint8Array> {
    for (;;) {
      signal.throwIfAborted();
      const chunk = this.#held.shift();
      if (chunk) return chunk;
      if (this.#ended !== null) throw new Unplugged(this.#ended);
      await new Promise<void>((woken) => {
        this.#wake = woken;
        signal.addEventListener('abort', () => woken(), { once: true });
      });
    }
  }

  discard(): Promise<void> {
    this.#held = [];
    return Promise.resolve();
  }

  close(): Promise<void> {
    if (this.#ended === null) this.unplug();
    return Promise.resolve();
  }
}
