import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;

describe('a program that npm started', { timeout: 60_000 }, () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'goes when npm goes by %s, and gives its port back',
    async (signal) => {
      const npm = spawn('npm', ['run', 'province', '--', '--port', '0'], {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      onTestFinished(() => void npm.kill('SIGKILL'));
      const port = await portSaid(npm.stdout);
      expect(await isOpen(port)).toBe(true);
      npm.kill(signal);
      await expect.poll(() => isOpen(port), { timeout: 20_000, interval: 100 }).toBe(false);
    },
  );

  it('(control) goes on while npm is there', async () => {
    const npm = spawn('npm', ['run', 'province', '--', '--port', '0'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void npm.kill('SIGTERM'));
    const port = await portSaid(npm.stdout);
    await later(1_000);
    expect(await isOpen(port)).toBe(true);
  });
});

async function portSaid(output: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: output })) {
    const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('the program ended without a word');
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((known) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      known(true);
    });
    socket.once('error', () => known(false));
  });
}
