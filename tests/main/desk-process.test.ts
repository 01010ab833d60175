import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DeskProcess } from '#main/desk-process.ts';

/** Small programs that behave as a desk would, well or badly. */
const DESKS = {
  good: `process.on('message', (m) => { if (m.shell === 'start') process.send({ desk: 'ready' });
    if (m.shell === 'question') process.send({ desk: 'told', window: m.window, told: { no: m.question.no, answer: process.env.NODE_OPTIONS ?? 'clean' } });
    if (m.shell === 'stop') process.exit(0); });`,
  crashing: `process.on('message', (m) => { if (m.shell === 'start') process.exit(70); });`,
  deaf: `process.on('message', (m) => { if (m.shell === 'start') process.send({ desk: 'ready' }); }); setInterval(() => {}, 1000);`,
  refusing: `process.on('message', () => { process.send({ desk: 'refused-to-start', code: 'newer-database', message: 'a newer file' }, () => process.exit(3)); });`,
} as const;

const running: DeskProcess[] = [];
afterEach(async () => {
  for (const desk of running.splice(0)) await desk.stop();
});

function aDesk(kind: keyof typeof DESKS) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-desk-'));
  const script = path.join(folder, 'desk.cjs');
  fs.writeFileSync(script, DESKS[kind]);
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  const note = (line: string): void => {
    heard.push(line);
    for (const wake of waiting) wake();
  };
  const desk = new DeskProcess(
    { node: process.execPath, script, home: folder, site: null, keyHex: Promise.resolve(null) },
    {
      ready: () => note('ready'),
      said: (message) => note(JSON.stringify(message)),
      gone: (why, againInMs) => note(`gone ${why} ${againInMs}`),
      refused: (code) => note(`refused ${code}`),
    },
  );
  running.push(desk);
  const until = (count: number): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        if (heard.length >= count) done();
      };
      waiting.add(look);
      look();
    });
  return { desk, heard, until };
}

describe('the desk as the shell keeps it', () => {
  it('starts it, passes a question on and the answer back', async () => {
    const { desk, heard, until } = aDesk('good');
    desk.start();
    await until(1);
    desk.say({ shell: 'question', window: 'desk-1', question: { no: 4, name: 'queue.view', input: {} } });
    await until(2);
    expect(heard).toEqual([
      'ready',
      JSON.stringify({ desk: 'told', window: 'desk-1', told: { no: 4, answer: 'clean' } }),
    ]);
  });

  it('says why it died and waits longer each time before it starts it again', async () => {
    const { desk, heard, until } = aDesk('crashing');
    desk.start();
    await until(3);
    expect(heard.slice(0, 3)).toEqual(['gone exit 70 500', 'gone exit 70 1000', 'gone exit 70 2000']);
  });

  it('names the signal when it was killed, and it comes back', async () => {
    const { desk, heard, until } = aDesk('good');
    desk.start();
    await until(1);
    process.kill(desk.pid ?? 0, 'SIGKILL');
    await until(3);
    expect(heard).toEqual(['ready', 'gone SIGKILL 500', 'ready']);
  });

  it('kills a desk that does not stop when asked', async () => {
    const { desk, until } = aDesk('deaf');
    desk.start();
    await until(1);
    const pid = desk.pid ?? 0;
    await desk.stop();
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });

  it('does not try again when the desk says that it cannot start', async () => {
    const { desk, heard, until } = aDesk('refusing');
    desk.start();
    await until(1);
    await desk.stop();
    expect(heard).toEqual(['refused newer-database']);
  });
});
