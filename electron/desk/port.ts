import type { Readable, Writable } from 'node:stream';
import type { Told } from '#contract/wire.ts';
import type { Channel } from './shell-channel.ts';

const LONGEST_LINE_BYTES = 16 * 1024 * 1024;
const NEWLINE = 0x0a;

/** Writes one line of JSON for each thing told. */
export function lineMouth(output: Writable): (told: Told) => void {
  return (told) => {
    output.write(`${JSON.stringify(told)}\n`);
  };
}

/**
 * Answers newline-delimited JSON until the input ends, and returns when every answer is out.
 *
 * In: `{"no":1,"name":"queue.view","input":{}}`. Out, in the order they are ready: `{"no":1,"answer":{…}}` or
 * `{"no":1,"fault":{"number":"…","message":"…"}}`; news `{"news":"queue.changed","value":{}}`. A line that is
 * not JSON, or holds no question number, gets `"no":0`. Empty lines are nothing.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  ask: (raw: unknown) => Promise<Told>,
): Promise<void> {
  const tell = lineMouth(output);
  const underWay = new Set<Promise<void>>();
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const told = ask(jsonOf(line)).then(tell);
    underWay.add(told);
    void told.finally(() => underWay.delete(told));
  }
  await Promise.all(underWay);
  await new Promise<void>((done) => output.write('', () => done()));
}

/** The message channel of this process, when a shell started it; null on a plain command line. */
export function channelOfProcess(): Channel | null {
  if (!process.send) return null;
  const send = process.send.bind(process);
  return {
    send: (message) => {
      if (process.connected) send(message, undefined, undefined, () => undefined);
    },
    hear: (heard, closed) => {
      process.on('message', heard);
      process.on('disconnect', closed);
    },
  };
}

/** A line longer than any file piece is not kept: what is left of it is answered as a bad line. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let bytes = 0;
  const taken = (): string => {
    const line = bytes > LONGEST_LINE_BYTES ? '(too long)' : Buffer.concat(parts).toString('utf8');
    parts = [];
    bytes = 0;
    return line;
  };
  for await (const chunk of input) {
    let rest: Buffer = Buffer.from(chunk);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      parts.push(rest.subarray(0, end));
      bytes += end;
      yield taken();
      rest = rest.subarray(end + 1);
    }
    bytes += rest.length;
    if (bytes <= LONGEST_LINE_BYTES) parts.push(rest);
  }
  if (bytes > 0) yield taken();
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
