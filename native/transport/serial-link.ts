import type { SerialPort } from 'serialport';
import { type ByteLink, Unplugged } from './byte-link.ts';
import { reasonOf } from './deadline.ts';

/** Why a port could not be opened. */
export type OpenRefusal = 'no-such-port' | 'port-taken' | 'no-rights' | 'not-a-port';

export type Opened =
  | { readonly ok: true; readonly link: ByteLink }
  | { readonly ok: false; readonly refusal: OpenRefusal };

export interface SerialPlace {
  /** `/dev/serial/by-id/…`, `/dev/ttyUSB0`, `COM3`. */
  readonly path: string;
  /** Bits per second; the line is always 8 data bits, no parity, 1 stop bit. */
  readonly baud: number;
}

/** A device that floods a line nobody reads keeps only its newest bytes. */
const MOST_HELD_BYTES = 16_384;
const OPEN_WITHIN_MS = 5_000;
/** How often a line that is quiet is asked whether it is still there. */
const LOOK_EVERY_MS = 500;

/**
 * Opens a serial port for this program alone.
 *
 * Control lines (DTR, RTS, CTS) are left as the system opens them: many ports do not have them and asking is
 * an error there. After a port is gone it is never opened again; every opening makes a new one.
 *
 * @source devices.md 1.1, 7; safety.md 5.15
 */
export async function openSerial({ path, baud }: SerialPlace): Promise<Opened> {
  // Thirty files: read with the first port, not with the desk.
  const serial = await import('serialport');
  const port = new serial.SerialPort({ path, baudRate: baud, autoOpen: false, lock: true });
  // Listening before opening: without a reader an unplugged port is never noticed and its descriptor leaks,
  // and an error nobody listens to ends the program.
  const link = new SerialLink(port);
  return new Promise((answered) => {
    let givenUp = false;
    const tooLate = setTimeout(() => {
      givenUp = true;
      answered({ ok: false, refusal: 'not-a-port' });
    }, OPEN_WITHIN_MS);
    port.open((failed) => {
      clearTimeout(tooLate);
      // Opened after all, and nobody would ever close it.
      if (givenUp && !failed) void link.close();
      else if (!failed) link.watch();
      answered(failed ? { ok: false, refusal: refusalOf(failed) } : { ok: true, link });
    });
  });
}

/** The binding says what is wrong in words only. */
function refusalOf({ message }: Error): OpenRefusal {
  if (/no such file|file not found|no such device/i.test(message)) return 'no-such-port';
  if (/cannot lock|resource busy|temporarily unavailable|access (is )?denied/i.test(message))
    return 'port-taken';
  if (/permission denied|operation not permitted/i.test(message)) return 'no-rights';
  return 'not-a-port';
}

interface Waiting {
  readonly give: (chunk: Uint8Array) => void;
  readonly fail: (why: Error) => void;
}

class SerialLink implements ByteLink {
  readonly gone: Promise<string>;
  readonly #port: SerialPort;
  readonly #writing = new Set<(why: Error) => void>();
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #waiting: Waiting | null = null;
  #ended: string | null = null;
  #tellGone: (reason: string) => void = () => {};

  constructor(port: SerialPort) {
    this.#port = port;
    this.gone = new Promise((tell) => {
      this.#tellGone = tell;
    });
    port.on('data', (chunk: Uint8Array) => this.#arrive(chunk));
    port.on('close', (why: unknown) => this.#end(isDisconnect(why) ? 'unplugged' : 'closed'));
    port.on('error', () => {
      if (!port.isOpen) this.#end('broken');
    });
  }

  /**
   * Looks now and then whether the line hung up.
   *
   * A cable pulled in the middle of a read makes the system answer every later read with nothing at all, and the
   * library asks again for ever without telling anybody. A hung-up line answers no question about itself (EIO).
   */
  watch(): void {
    const looking = setInterval(() => {
      void this.#port.port?.getBaudRate().catch((thrown: unknown) => {
        if (!isHungUp(thrown) || this.#ended !== null) return;
        this.#end('unplugged');
        this.#port.close(() => {});
      });
    }, LOOK_EVERY_MS);
    looking.unref();
    void this.gone.then(() => clearInterval(looking));
  }

  write(bytes: Uint8Array): Promise<void> {
    // The library would keep this and send it after the next opening, to whatever device is there then.
    if (this.#ended !== null || !this.#port.isOpen)
      return Promise.reject(new Unplugged(this.#ended ?? 'not open'));
    return new Promise((done, fail) => {
      this.#writing.add(fail);
      this.#port.write(Buffer.from(bytes), (failed: Error | null | undefined) => {
        this.#writing.delete(fail);
        if (failed) fail(new Unplugged('the write did not reach the port', { cause: failed }));
        else done();
      });
    });
  }

  nextChunk(signal: AbortSignal): Promise<Uint8Array> {
    if (signal.aborted) return Promise.reject(reasonOf(signal));
    const ready = this.#held.shift();
    if (ready) {
      this.#heldBytes -= ready.length;
      return Promise.resolve(ready);
    }
    if (this.#ended !== null) return Promise.reject(new Unplugged(this.#ended));
    if (this.#waiting) return Promise.reject(new Error('one reader at a time'));
    return new Promise((give, fail) => {
      const stopped = (): void => this.#waiting?.fail(reasonOf(signal));
      const over = (): void => {
        this.#waiting = null;
        signal.removeEventListener('abort', stopped);
      };
      signal.addEventListener('abort', stopped, { once: true });
      this.#waiting = {
        give: (chunk) => {
          over();
          give(chunk);
        },
        fail: (why) => {
          over();
          fail(why);
        },
      };
    });
  }

  async discard(): Promise<void> {
    this.#forget();
    if (this.#ended !== null || !this.#port.isOpen) return;
    // Bytes the system has and this program has not seen yet. A port that cannot is only a little less clean.
    await new Promise<void>((done) => this.#port.flush(() => done()));
    this.#forget();
  }

  async close(): Promise<void> {
    if (this.#ended !== null) return;
    this.#end('closed');
    if (!this.#port.isOpen) return;
    await new Promise<void>((done) => this.#port.close(() => done()));
  }

  #arrive(chunk: Uint8Array): void {
    if (this.#waiting) {
      this.#waiting.give(chunk);
      return;
    }
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    while (this.#heldBytes > MOST_HELD_BYTES) this.#heldBytes -= this.#held.shift()?.length ?? 0;
  }

  #forget(): void {
    this.#held = [];
    this.#heldBytes = 0;
  }

  #end(reason: string): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    this.#waiting?.fail(new Unplugged(reason));
    for (const fail of this.#writing) fail(new Unplugged(reason));
    this.#writing.clear();
    this.#tellGone(reason);
  }
}

/** The binding says what is wrong in words only; other systems cannot be asked this and say so. */
function isHungUp(thrown: unknown): boolean {
  return thrown instanceof Error && /input\/output error/i.test(thrown.message);
}

function isDisconnect(why: unknown): boolean {
  return typeof why === 'object' && why !== null && 'disconnected' in why && why.disconnected === true;
}
