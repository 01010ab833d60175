import fs from 'node:fs';
import net from 'node:net';
import readline from 'node:readline';
import type { StandIn } from './stand-in.ts';
import { cardFile, ON_TELEPHONE, type Thing } from './things.ts';

export interface TrayParts {
  readonly reader: StandIn;
  readonly scanner: StandIn;
  readonly province: StandIn;
  readonly cards: readonly (Thing & { readonly file: string })[];
  readonly codes: readonly (Thing & { readonly text: string })[];
}

interface Wish {
  readonly id: number;
  readonly do: string;
  readonly file?: string;
  readonly text?: string;
  readonly up?: boolean;
  readonly device?: string;
  readonly in?: boolean;
  /** Out only in the middle of the next card: after so many bytes of it. */
  readonly afterBytes?: number;
}

/** What lies on the reader and what is plugged in, as the tray last did it. */
class Tray {
  readonly #parts: TrayParts;
  #placed: string | null = null;
  #readerPlugged = true;
  #scannerPlugged = true;

  constructor(parts: TrayParts) {
    this.#parts = parts;
  }

  async act(wish: Wish): Promise<boolean> {
    const { reader, scanner, province } = this.#parts;
    switch (wish.do) {
      case 'state':
        return true;
      case 'place-card':
        reader.say(`place ${cardFile(wish.file ?? '')}`);
        this.#placed = wish.file ?? null;
        return true;
      case 'lift-card':
        reader.say('lift');
        this.#placed = null;
        return true;
      case 'scan':
        scanner.say(scanLine(wish.text ?? ''));
        return true;
      case 'line':
        if (wish.up === province.isRunning) return true;
        await (wish.up ? province.start() : province.stop());
        return true;
      case 'plug':
        if (wish.device === 'scanner') this.#scannerPlugged = wish.in ?? true;
        else this.#readerPlugged = wish.in ?? true;
        (wish.device === 'scanner' ? scanner : reader).say(plugLine(wish));
        return true;
      default:
        return false;
    }
  }

  state() {
    return {
      cards: this.#parts.cards,
      codes: this.#parts.codes,
      placed: this.#placed,
      readerPlugged: this.#readerPlugged,
      scannerPlugged: this.#scannerPlugged,
      line: this.#parts.province.isRunning ? 'up' : 'down',
    };
  }
}

function scanLine(text: string): string {
  return text.startsWith(ON_TELEPHONE) ? `show ${text.slice(ON_TELEPHONE.length)}` : `scan ${text}`;
}

function plugLine(wish: Wish): string {
  if (wish.in) return 'plug';
  return wish.afterBytes === undefined ? 'unplug' : `pull-after ${wish.afterBytes}`;
}

/**
 * Listens on a local socket for JSON lines: `{"id":1,"do":"place-card","file":"…"}` gives
 * `{"id":1,"ok":true,"state":{…}}`.
 */
export async function openControl(
  socketFile: string,
  parts: TrayParts,
): Promise<{ close: () => Promise<void> }> {
  const tray = new Tray(parts);
  fs.rmSync(socketFile, { force: true });
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    readline.createInterface({ input: socket }).on('line', (line) => {
      const wish: Wish = JSON.parse(line);
      void tray
        .act(wish)
        .catch((thrown: unknown) => {
          process.stderr.write(`tray: ${thrown instanceof Error ? thrown.message : 'failed'}\n`);
          return false;
        })
        .then((ok) => socket.write(`${JSON.stringify({ id: wish.id, ok, state: tray.state() })}\n`));
    });
  });
  await new Promise<void>((listening) => void server.listen(socketFile, listening));
  fs.chmodSync(socketFile, 0o600);
  return { close: () => new Promise((closed) => void server.close(() => closed())) };
}
