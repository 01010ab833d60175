import { reasonOf } from '../transport/deadline.ts';

/** A wait that ends early when somebody asks for the card to be read again. */
export class Nudge {
  #asked = false;
  #wake: (() => void) | null = null;

  ask(): void {
    this.#asked = true;
    this.#wake?.();
  }

  /** True once for each time it was asked. */
  take(): boolean {
    const was = this.#asked;
    this.#asked = false;
    return was;
  }

  /** @throws the reason of `stop` when that fires first */
  rest(ms: number, stop: AbortSignal): Promise<void> {
    if (stop.aborted) return Promise.reject(reasonOf(stop));
    if (this.#asked || ms <= 0) return Promise.resolve();
    return new Promise((done, fail) => {
      const over = (): void => {
        clearTimeout(timer);
        this.#wake = null;
        stop.removeEventListener('abort', stopped);
      };
      const wake = (): void => {
        over();
        done();
      };
      const stopped = (): void => {
        over();
        fail(reasonOf(stop));
      };
      const timer = setTimeout(wake, ms);
      this.#wake = wake;
      stop.addEventListener('abort', stopped, { once: true });
    });
  }
}
