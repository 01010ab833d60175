import { networkCode } from '../network-codes.ts';
import type { StandIn } from './id-card-reader.ts';
import { type Line, sendNoise } from './line.ts';

const TERMINATORS: Readonly<Record<string, string>> = { cr: '\r', lf: '\n', crlf: '\r\n', none: '' };

/**
 * A bar and QR code scanner: sends what it sees and a terminator, and is asked nothing.
 *
 * Lines: `scan TEXT`, `show WHAT` (a fresh code of a network certificate on a telephone), `scan-hex BYTES`, `terminator cr|lf|crlf|none`, `prefix ]Q1`,
 * `noise BYTES`.
 */
export function scanner(line: Line, say: (act: string) => void): StandIn {
  let terminator = '\r';
  let prefix = '';
  let turn = Promise.resolve();

  const send = (bytes: Uint8Array): void => {
    const before = turn;
    turn = (async () => {
      await before;
      await line.send(bytes);
      say(`scanned ${bytes.length} bytes`);
    })();
  };

  return {
    bytes: () => {},
    obey: (told) => {
      const space = told.indexOf(' ');
      const word = space < 0 ? told : told.slice(0, space);
      const more = space < 0 ? '' : told.slice(space + 1);
      if (word === 'scan') send(Buffer.from(prefix + more + terminator, 'utf8'));
      else if (word === 'show')
        send(Buffer.from(prefix + networkCode(more, Date.now()) + terminator, 'utf8'));
      else if (word === 'scan-hex') send(Buffer.from(more, 'hex'));
      else if (word === 'noise') turn = turn.then(() => sendNoise(line, Number(more), say));
      else if (word === 'prefix') prefix = more;
      else if (word === 'terminator') terminator = TERMINATORS[more] ?? '\r';
      else throw new Error(`not understood: ${told}`);
    },
  };
}
