import { fork } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ToDesk, ToShell } from '#contract/shell.ts';
import { tempHome } from '../support/temp-home.ts';

const PROGRAM = new URL('../../electron/desk/desk.ts', import.meta.url).pathname;
const CLERK = { number: '0317', password: 'yichuang-demo' };

describe('a desk under the shell', { timeout: 60_000 }, () => {
  it('starts on the word of the shell, answers its windows and stops when asked', async () => {
    const home = tempHome();
    const shell = forked(home);
    shell.say({ shell: 'start', home, site: null, keyHex: '3c'.repeat(32) });
    await shell.hears((said) => said.desk === 'ready');
    shell.say({ shell: 'question', window: 'w1', question: { no: 5, name: 'access.sign-in', input: CLERK } });
    await shell.hears((said) => said.desk === 'told' && said.window === 'w1');
    shell.say({ shell: 'question', window: 'w2', question: { no: 6, name: 'access.session', input: {} } });
    const other = await shell.hears((said) => said.desk === 'told' && said.window === 'w2');
    expect(JSON.stringify(other)).toContain('"staff":null');
    const news = await shell.hears((said) => said.desk === 'told' && said.window === null);
    expect(JSON.stringify(news)).toContain('session.changed');

    shell.say({ shell: 'window-gone', window: 'w1' });
    shell.say({ shell: 'question', window: 'w1', question: { no: 7, name: 'sync.view', input: {} } });
    const locked = await shell.hears((said) => JSON.stringify(said).includes('"no":7'));
    expect(JSON.stringify(locked)).toContain('"locked"');

    shell.say({ shell: 'stop' });
    await shell.hears((said) => said.desk === 'stopped');
    expect(await shell.exited).toBe(0);
    expect(existsSync(join(home, 'desk.key'))).toBe(false);
  });

  it('says why it does not start', async () => {
    const home = tempHome();
    writeFileSync(join(home, 'desk.db'), 'SQLite format 3\0 and so on');
    const shell = forked(home);
    shell.say({ shell: 'start', home, site: null, keyHex: '3c'.repeat(32) });
    expect(await shell.hears((said) => said.desk === 'refused-to-start')).toMatchObject({
      code: 'plain-file',
    });
    expect(await shell.exited).toBe(78);
  });

  it('ends in order when the shell is gone', async () => {
    const home = tempHome();
    const shell = forked(home);
    shell.say({ shell: 'start', home, site: null, keyHex: '3c'.repeat(32) });
    await shell.hears((said) => said.desk === 'ready');
    shell.disconnect();
    expect(await shell.exited).toBe(0);
    expect(existsSync(join(home, 'desk.db-wal'))).toBe(false);
  });
});

/** The shell's side of the channel. */
function forked(home: string) {
  const child = fork(PROGRAM, ['--home', home], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exited = new Promise<number | null>((done) => {
    child.once('exit', (code) => done(code));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const heard: ToShell[] = [];
  let look = (): void => {};
  child.on('message', (raw) => {
    heard.push(ToShell.parse(raw));
    look();
  });
  return {
    exited,
    disconnect: () => child.disconnect(),
    say: (message: ToDesk) => child.send(message),
    hears: (wanted: (said: ToShell) => boolean) =>
      new Promise<ToShell>((done) => {
        look = () => {
          const at = heard.findIndex(wanted);
          const [found] = at < 0 ? [] : heard.splice(at, 1);
          if (found) done(found);
        };
        look();
      }),
  };
}
