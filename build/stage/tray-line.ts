import net from 'node:net';
import readline from 'node:readline';

/** What the control line of the stand-ins understands; see build/practice/control.ts. */
export interface TrayWish {
  readonly do: 'state' | 'place-card' | 'lift-card' | 'scan' | 'line' | 'plug';
  readonly file?: string;
  readonly text?: string;
  readonly up?: boolean;
  readonly device?: 'id-card-reader' | 'scanner';
  readonly in?: boolean;
  /** Out only in the middle of the next card: after so many bytes of it. */
  readonly afterBytes?: number;
}

/** Does one thing on the practice tray and resolves when it is done. */
export function onTray(socketFile: string, wish: TrayWish): Promise<void> {
  return new Promise((done, failed) => {
    const socket = net.connect(socketFile);
    socket.once('error', failed);
    socket.once('connect', () => socket.write(`${JSON.stringify({ id: 1, ...wish })}\n`));
    readline.createInterface({ input: socket }).once('line', (line) => {
      socket.end();
      if (JSON.parse(line).ok === true) done();
      else failed(new Error(`the tray could not ${wish.do}`));
    });
  });
}
