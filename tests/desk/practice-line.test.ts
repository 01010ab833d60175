import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { practiceAnswers } from '#desk/handlers/practice.ts';
import { openPracticeLine } from '#desk/practice/practice-line.ts';
import { aCaseFile } from '../support/case-file.ts';
import { asker, deskOver, deskParts } from '../support/desk-parts.ts';
import { tempHome } from '../support/temp-home.ts';

const TRAY = {
  cards: [{ file: 'resident.json', label: 'resident' }],
  codes: [],
  placed: null,
  readerPlugged: true,
  scannerPlugged: true,
  line: 'up',
};

describe('the practice tray', () => {
  it.each([
    [
      { act: 'place-card', file: 'resident.json' },
      { do: 'place-card', file: 'resident.json' },
    ],
    [{ act: 'lift-card' }, { do: 'lift-card' }],
    [
      { act: 'scan', text: 'W990101-03-000127-K' },
      { do: 'scan', text: 'W990101-03-000127-K' },
    ],
    [
      { act: 'line', up: false },
      { do: 'line', up: false },
    ],
    [
      { act: 'plug', device: 'scanner', in: false },
      { do: 'plug', device: 'scanner', in: false },
    ],
  ])('is asked to %j over its line', async (wish, asked) => {
    const tray = await trayAt(join(tempHome(), 'tray.sock'));
    const { ask } = desk(tray.control);
    expect(await ask('practice.do', wish)).toEqual({ ok: true, value: { done: true } });
    expect(tray.asked).toEqual([{ id: 1, ...asked }]);
  });

  it('says how it stands', async () => {
    const tray = await trayAt(join(tempHome(), 'tray.sock'));
    expect(await desk(tray.control).ask('practice.state', {})).toEqual({ ok: true, value: TRAY });
  });

  it('is away when nobody listens, and there again when somebody does', async () => {
    const control = join(tempHome(), 'tray.sock');
    const { ask } = desk(control);
    expect(await ask('practice.state', {})).toEqual({ ok: false, refusal: 'tray-away' });
    await trayAt(control);
    expect((await ask('practice.state', {})).ok).toBe(true);
  });

  it('is away when it dies in the middle of an answer', async () => {
    const tray = await trayAt(join(tempHome(), 'tray.sock'), (socket) => {
      socket.write('{"id":1,"ok"');
      socket.destroy();
    });
    expect(await desk(tray.control).ask('practice.do', { act: 'lift-card' })).toEqual({
      ok: false,
      refusal: 'tray-away',
    });
  });

  it('pairs answers that come in another order and in pieces', async () => {
    const late: (() => void)[] = [];
    const tray = await trayAt(join(tempHome(), 'tray.sock'), (socket, { id }) => {
      late.push(() => {
        const text = `${JSON.stringify({ id, ok: id === 1, state: TRAY })}\n`;
        socket.write(text.slice(0, 9));
        socket.write(text.slice(9));
      });
      if (late.length === 2) for (const send of late.toReversed()) send();
    });
    const { ask } = desk(tray.control);
    const answers = await Promise.all([
      ask('practice.do', { act: 'lift-card' }),
      ask('practice.do', { act: 'lift-card' }),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('speaks over a loopback port as well', async () => {
    const tray = await trayAt(0);
    expect((await desk(tray.control).ask('practice.state', {})).ok).toBe(true);
  });

  it('does not exist in a real hall', async () => {
    const { ask } = desk(null);
    for (const [name, input] of [
      ['practice.state', {}],
      ['practice.do', { act: 'lift-card' }],
    ] as const) {
      expect(await ask(name, input)).toEqual({ ok: false, refusal: 'not-practice' });
    }
  });
});

function desk(control: string | null) {
  const db = aCaseFile();
  const practice = control === null ? null : openPracticeLine(control);
  onTestFinished(() => practice?.close());
  const made = deskOver(db, deskParts(db, { practice }));
  return {
    ask: (name: keyof typeof practiceAnswers, input: unknown) =>
      practiceAnswers[name].answer(name, input, asker({ staff: null }), made),
  };
}

const Asked = z.looseObject({ id: z.int(), do: z.string() });

/** A tray as the practice hall runs it: answers every line with yes. */
async function trayAt(
  place: string | number,
  answer: (socket: Socket, asked: z.output<typeof Asked>) => void = (socket, { id }) => {
    socket.write(`${JSON.stringify({ id, ok: true, state: TRAY })}\n`);
  },
) {
  const asked: unknown[] = [];
  const server: Server = createServer((socket) => {
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      for (const line of text.split('\n').filter(Boolean)) {
        const wish = Asked.parse(JSON.parse(line));
        asked.push(wish);
        answer(socket, wish);
      }
    });
    socket.on('error', () => socket.destroy());
    onTestFinished(() => {
      socket.destroy();
    });
  });
  await new Promise<void>((done) => {
    if (typeof place === 'string') server.listen(place, done);
    else server.listen(place, '127.0.0.1', done);
  });
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const control = typeof address === 'string' ? address : `127.0.0.1:${address?.port ?? 0}`;
  return { control, asked };
}
