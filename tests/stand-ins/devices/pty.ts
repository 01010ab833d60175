import { constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import * as nodePty from '@lydell/node-pty';

/** The device's end of a pseudo-terminal whose other end looks like a serial port. */
export interface Pty {
  /** Where the other end is. */
  readonly path: string;
  readonly write: (bytes: Uint8Array) => void;
  readonly onBytes: (take: (bytes: Uint8Array) => void) => void;
  /** Reads no more: what the host writes from now on stays unread in the line. */
  readonly stopReading: () => void;
}

/**
 * Opens a pseudo-terminal. It vanishes like a pulled cable only when this process dies: closing the master
 * while it is being read is noticed by nobody.
 */
export function openPty(): Pty {
  const terminal = terminalOf(opener()({ encoding: null }));
  // One end stays open and unread: with nobody on the other side the master would read errors in a loop.
  openSync(terminal.path, constants.O_RDWR | constants.O_NOCTTY);
  // Raw at once, or what is sent before the port is opened comes back as an echo.
  terminal.slave.setRawMode(true);
  terminal.slave.destroy();
  return {
    path: terminal.path,
    write: (bytes) => void terminal.master.write(bytes),
    onBytes: (take) => void terminal.master.on('data', (chunk: unknown) => take(bytesOf(chunk))),
    stopReading: () => void terminal.master.pause(),
  };
}

function terminalOf(opened: unknown) {
  if (typeof opened !== 'object' || opened === null) throw new Error('no pseudo-terminal could be opened');
  const master = 'master' in opened ? opened.master : null;
  const slave = 'slave' in opened ? opened.slave : null;
  const path = 'ptsName' in opened ? opened.ptsName : null;
  if (!(master instanceof ReadStream) || !(slave instanceof ReadStream) || typeof path !== 'string')
    throw new Error('the pseudo-terminal has not the parts it used to have');
  return { master, slave, path };
}

/** The package opens a bare pseudo-terminal too, but its types do not say so. */
function opener(): (options: { readonly encoding: null }) => unknown {
  const whole: unknown = nodePty;
  if (typeof whole !== 'object' || whole === null || !('default' in whole))
    throw new Error('the pseudo-terminal package looks different');
  const inside = whole.default;
  if (typeof inside !== 'object' || inside === null || !('open' in inside))
    throw new Error('the pseudo-terminal package cannot open one');
  const { open } = inside;
  if (typeof open !== 'function') throw new Error('the pseudo-terminal package cannot open one');
  return (options) => {
    const opened: unknown = open(options);
    return opened;
  };
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new Error('bytes were expected');
}
