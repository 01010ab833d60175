import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import type { Input, Output } from '#contract/calls.ts';
import { practiceCalls } from '#contract/calls/practice.ts';

/**
 * The control line of the stand-ins: JSON lines over a local socket. Exists in practice only.
 *
 * We ask `{"id":1,"do":"state"}`, or an act: `place-card` + `file`, `lift-card`, `scan` + `text`, `line` + `up`,
 * `plug` + `device` + `in`. The tray answers `{"id":1,"ok":true,"state":{…}}`.
 */
export interface PracticeLine {
  /** Null when the tray is not there. */
  readonly state: () => Promise<Output<'practice.state'> | null>;
  /** False when the tray is not there, or could not do it. */
  readonly act: (wish: Input<'practice.do'>) => Promise<boolean>;
  readonly close: () => void;
}

const ANSWER_WITHIN_MS = 5_000;
const LONGEST_LINE = 256 * 1024;

const Answer = z.object({ id: z.int(), ok: z.boolean(), state: z.unknown() });
type Answer = z.output<typeof Answer>;

/** @param control a socket file, or `127.0.0.1:port` */
export function openPracticeLine(control: string): PracticeLine {
  const waiting = new Map<number, (answer: Answer | null) => void>();
  let socket: Socket | null = null;
  let asked = 0;

  const drop = (): void => {
    socket?.destroy();
    socket = null;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  };

  const line = (): Socket => {
    if (socket) return socket;
    const opened = connect(placeOf(control));
    let rest = '';
    opened.setEncoding('utf8');
    opened.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const each of lines) hear(each);
      if (rest.length > LONGEST_LINE) drop();
    });
    opened.on('error', drop);
    opened.on('close', () => {
      if (socket === opened) drop();
    });
    opened.unref();
    socket = opened;
    return opened;
  };

  const hear = (text: string): void => {
    const answer = Answer.safeParse(jsonOf(text));
    if (!answer.success) return;
    waiting.get(answer.data.id)?.(answer.data);
  };

  const ask = async (wish: object): Promise<Answer | null> => {
    const id = (asked += 1);
    const answer = Promise.withResolvers<Answer | null>();
    const late = setTimeout(() => answer.resolve(null), ANSWER_WITHIN_MS);
    waiting.set(id, answer.resolve);
    try {
      line().write(`${JSON.stringify({ id, ...wish })}\n`);
      return await answer.promise;
    } finally {
      clearTimeout(late);
      waiting.delete(id);
    }
  };

  return {
    state: async () => {
      const answer = await ask({ do: 'state' });
      const tray = practiceCalls['practice.state'].output.safeParse(answer?.state);
      return answer?.ok === true && tray.success ? tray.data : null;
    },
    act: async ({ act, ...rest }) => (await ask({ do: act, ...rest }))?.ok === true,
    close: drop,
  };
}

function placeOf(
  control: string,
): { readonly path: string } | { readonly host: string; readonly port: number } {
  const tcp = /^(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})$/.exec(control);
  return tcp ? { host: (tcp[1] ?? '').replaceAll(/[[\]]/g, ''), port: Number(tcp[2]) } : { path: control };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
