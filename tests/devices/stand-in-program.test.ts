import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDevice } from '../stand-ins/devices/start.ts';

const PROGRAM = join(import.meta.dirname, '..', 'stand-ins', 'devices', 'device.ts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function ran(...args: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [PROGRAM, ...args], (failed, said) => {
      done({ code: typeof failed?.code === 'number' ? failed.code : 0, said });
    });
  });
}

describe('the stand-in program', () => {
  it.each([
    [['printer', '--port', 'x'], 2, 'comes in a later version'],
    [['toaster', '--port', 'x'], 2, 'No such device'],
    [['scanner'], 2, '--port PATH is missing'],
    [['scanner', '--port', 'x', '--baud', 'fast'], 2, 'numbers above 0'],
    [['scanner', '--prot', 'x'], 2, "Unknown option '--prot'"],
    [['--help'], 0, 'npm run device --'],
  ])('says what is wrong with %j', async (args, code, sentence) => {
    const answer = await ran(...args);
    expect(answer).toEqual({ code, said: expect.stringContaining(sentence) });
  });

  it('makes its port anew each time it is plugged in, and takes it away at the end', async () => {
    const port = join(folder, 'reader');
    const device = await startDevice('id-card-reader', ['--port', port, '--card', 'resident']);
    const first = readlinkSync(port);
    expect(first).toMatch(/^\/dev\//);
    device.tell('unplug');
    await device.heard('unplugged');
    expect(existsSync(port)).toBe(false);
    device.tell('plug');
    await device.heard('placed resident.json');
    expect(readlinkSync(port)).toMatch(/^\/dev\//);
    device.tell('dance');
    expect(await device.heard('refused')).toContain('not understood: dance');
    await device.stop();
    expect(existsSync(port)).toBe(false);
  });

  it('ends with whoever drives it', async () => {
    const port = join(folder, 'scanner');
    const driven = spawn(process.execPath, [PROGRAM, 'scanner', '--port', port], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(driven.stdout, 'data');
    driven.stdin.end();
    const [code] = await once(driven, 'exit');
    expect(code).toBe(0);
    expect(existsSync(port)).toBe(false);
  });
});
