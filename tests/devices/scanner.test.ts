import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDevice, startDevice } from '../stand-ins/devices/start.ts';
import { readerAt, scannerAt, type ShelfOnAPty, shelfWith } from './shelf-on-a-pty.ts';

let folder = '';
let port = '';
const running: RunningDevice[] = [];
let there: ShelfOnAPty | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scanner-'));
  port = join(folder, 'scanner');
});
afterEach(async () => {
  await there?.shelf.stop();
  for (const device of running.splice(0)) await device.stop();
  there = null;
  rmSync(folder, { recursive: true });
});

async function plugged(
  kind: 'id-card-reader' | 'scanner',
  at: string,
  ...args: readonly string[]
): Promise<RunningDevice> {
  const device = await startDevice(kind, ['--port', at, ...args]);
  running.push(device);
  return device;
}

describe('a scanner at the window', () => {
  it.each(['1', '7', '64'])('gives every code it sees, in pieces of %s', async (chunk) => {
    const { tell } = await plugged('scanner', port, '--chunk', chunk);
    there = shelfWith({ scanner: scannerAt(port) });
    await there.until('scanner ready');
    tell('scan W990101-03-000127-K');
    tell('terminator crlf');
    tell('prefix ]Q1');
    tell('scan 综合窗口');
    tell('scan-hex d7dbbacfb4b0bfda0d');
    tell('scan-hex 411b400d');
    await there.until('code W990101-03-000127-K', 'code 综合窗口', 'no code control-characters');
    // The same text in another encoding within a second and a half is the same scan.
    expect(there.told.filter((word) => word.startsWith('code '))).toHaveLength(2);
  });

  it('ends a code by silence when it sends no terminator', async () => {
    const { tell } = await plugged('scanner', port);
    there = shelfWith({ scanner: scannerAt(port) });
    await there.until('scanner ready');
    tell('terminator none');
    tell('scan A031');
    await there.until('code A031');
    expect(there.told.at(-1)).toBe('code A031');
  });

  it('may send line breaks where only silence ends a code', async () => {
    const { tell } = await plugged('scanner', port);
    there = shelfWith({ scanner: scannerAt(port, { gapOnly: true }) });
    await there.until('scanner ready');
    tell(`scan-hex ${Buffer.from('one\r\ntwo\r\n').toString('hex')}`);
    await there.until('code one\r\ntwo');
    expect(there.told.at(-1)).toBe('code one\r\ntwo');
  });

  it('glues no half of a code it was pulled out in to the next', async () => {
    const { tell } = await plugged('scanner', port, '--baud', '9600');
    there = shelfWith({ scanner: scannerAt(port) });
    await there.until('scanner ready');
    tell(`scan ${'A'.repeat(2_000)}`);
    await new Promise((done) => setTimeout(done, 200));
    tell('unplug');
    await there.until('scanner unplugged');
    tell('plug');
    await there.until('scanner ready');
    tell('scan A031');
    await there.until('code A031');
    expect(there.told.filter((word) => word.length > 2_000)).toEqual([]);
  });

  it('works beside a card reader, and each fails alone', async () => {
    const readerPort = join(folder, 'reader');
    const reader = await plugged('id-card-reader', readerPort);
    const scanner = await plugged('scanner', port);
    there = shelfWith({ idCardReader: readerAt(readerPort), scanner: scannerAt(port) });
    await there.until('id-card-reader ready');
    scanner.tell('unplug');
    await there.until('scanner unplugged');
    reader.tell('place resident');
    await there.until('confirmed');
    scanner.tell('plug');
    await there.until('scanner ready');
    reader.tell('unplug');
    await there.until('id-card-reader unplugged');
    scanner.tell('scan A031');
    await there.until('code A031');
    expect(there.shelf.health().map(({ state }) => state)).toEqual(['unplugged', 'ready']);
  });
});
