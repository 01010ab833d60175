import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ByteLink, Unplugged } from '#native/transport/byte-link.ts';
import { openSerial } from '#native/transport/serial-link.ts';
import { type RunningDevice, startDevice } from '../../stand-ins/devices/start.ts';

const FIND = Buffer.from('aaaaaa96690003200122', 'hex');
const SELECT = Buffer.from('aaaaaa96690003200221', 'hex');
const READ = Buffer.from('aaaaaa96690003300132', 'hex');

let folder = '';
let device: RunningDevice;
const portOf = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serial-link-'));
});
afterEach(async () => {
  await device?.stop();
  rmSync(folder, { recursive: true });
});

async function opened(path: string, baud = 115_200): Promise<ByteLink> {
  const answer = await openSerial({ path, baud });
  if (!answer.ok) throw new Error(`not opened: ${answer.refusal}`);
  return answer.link;
}

/** Everything that arrives until `bytes` are there. */
async function received(link: ByteLink, bytes: number): Promise<{ whole: Buffer; chunks: number }> {
  const chunks: Uint8Array[] = [];
  const inTime = AbortSignal.timeout(5_000);
  while (Buffer.concat(chunks).length < bytes) chunks.push(await link.nextChunk(inTime));
  return { whole: Buffer.concat(chunks), chunks: chunks.length };
}

/** Finds, selects and asks for the text of the card that lies there. */
async function askForText(link: ByteLink): Promise<void> {
  await link.write(FIND);
  await received(link, 15);
  await link.write(SELECT);
  await received(link, 19);
  await link.write(READ);
}

describe('a serial port', () => {
  it.each([
    [115_200, '1', 3],
    [115_200, '7', 3],
    [115_200, '64', 3],
    [115_200, '4096', 1],
    [9_600, '64', 3],
  ])('carries a whole card at %i baud in pieces of %s', async (baud, chunk, leastPieces) => {
    const port = portOf('reader');
    device = await startDevice('id-card-reader', ['--port', port, '--baud', `${baud}`, '--chunk', chunk]);
    device.tell('place resident');
    await device.heard('placed');
    const link = await opened(port, baud);
    await askForText(link);
    const { whole, chunks } = await received(link, 1295);
    expect(whole.subarray(0, 10).toString('hex')).toBe('aaaaaa96690508000090');
    expect(whole.subarray(5).reduce((sum, byte) => sum ^ byte, 0)).toBe(0);
    expect(chunks).toBeGreaterThanOrEqual(leastPieces);
    await link.close();
  });

  it('is refused with a word: no such port, port taken, not a port', async () => {
    const port = portOf('reader');
    device = await startDevice('id-card-reader', ['--port', port]);
    const link = await opened(port);
    const file = portOf('a-file');
    writeFileSync(file, '');
    symlinkSync('/dev/pts/99999', portOf('dangling'));
    const refusals = [portOf('nothing'), portOf('dangling'), port, file, folder].map(async (path) => {
      const answer = await openSerial({ path, baud: 115_200 });
      return answer.ok ? 'opened' : answer.refusal;
    });
    expect(await Promise.all(refusals)).toEqual([
      'no-such-port',
      'no-such-port',
      'port-taken',
      'not-a-port',
      'not-a-port',
    ]);
    await link.close();
  });

  it('that is pulled out ends every wait, and says so', async () => {
    const port = portOf('reader');
    device = await startDevice('id-card-reader', ['--port', port, '--baud', '9600']);
    device.tell('place resident');
    await device.heard('placed');
    const link = await opened(port, 9_600);
    await askForText(link);
    const reading = received(link, 1295);
    await link.nextChunk(AbortSignal.timeout(5_000)).catch(() => null);
    device.tell('unplug');
    await expect(reading).rejects.toBeInstanceOf(Unplugged);
    expect(await link.gone).toBe('unplugged');
    await expect(link.write(FIND)).rejects.toBeInstanceOf(Unplugged);
    await expect(link.nextChunk(AbortSignal.timeout(50))).rejects.toBeInstanceOf(Unplugged);
    await link.discard();
    await link.close();
  });

  it('that is put back gets nothing that was meant for the one before', async () => {
    const port = portOf('reader');
    device = await startDevice('id-card-reader', ['--port', port]);
    const before = await opened(port);
    device.tell('unplug');
    await before.gone;
    const stale = [before.write(FIND), before.write(FIND)].map((write) => write.catch((why: unknown) => why));
    device.tell('plug');
    await device.heard('ready');
    device.tell('place resident');
    await device.heard('placed');
    const after = await opened(port);
    expect(await Promise.all(stale)).toEqual([expect.any(Unplugged), expect.any(Unplugged)]);
    // The stand-in would answer a stale find before this one, with the same bytes: count the answers.
    await after.write(Buffer.from('aaaaaa9669000311ffed', 'hex'));
    const { whole } = await received(after, 11);
    expect(whole.toString('hex')).toBe('aaaaaa9669000400009094');
    await expect(after.nextChunk(AbortSignal.timeout(100))).rejects.toThrow('timeout');
    expect(device.said().filter((act) => act.startsWith('found'))).toEqual([]);
    await after.close();
  });

  it('would get it from the bare library, which keeps a write for the next opening: the control', async () => {
    const port = portOf('reader');
    device = await startDevice('id-card-reader', ['--port', port]);
    const bare = new SerialPort({ path: port, baudRate: 115_200, autoOpen: false });
    bare.on('data', () => {}).on('error', () => {});
    await new Promise((done) => bare.open(done));
    device.tell('unplug');
    await once(bare, 'close');
    bare.write(FIND);
    device.tell('plug');
    await device.heard('ready');
    device.tell('place resident');
    await device.heard('placed');
    const found = device.heard('found');
    await new Promise((done) => bare.open(done));
    expect(await found).toMatch(/^found/);
    await new Promise((done) => bare.close(done));
  });

  it('rejects a write that was still pending when the cable was pulled', async () => {
    const port = portOf('scanner');
    device = await startDevice('scanner', ['--port', port]);
    const link = await opened(port);
    device.tell('stop-reading');
    await device.heard('stopped reading');
    const pending = Promise.all(
      Array.from({ length: 64 }, () => link.write(Buffer.alloc(65_536, 0x41))),
    ).then(
      () => 'delivered',
      (why: unknown) => why,
    );
    device.tell('unplug');
    expect(await pending).toBeInstanceOf(Unplugged);
  });

  it('leaks no descriptor over twenty pulled cables', { timeout: 90_000 }, async () => {
    const port = portOf('reader');
    device = await startDevice('id-card-reader', ['--port', port]);
    const open = (): number => readdirSync('/proc/self/fd').length;
    const held: number[] = [];
    for (let cycle = 0; cycle < 20; cycle += 1) {
      const link = await opened(port);
      await link.write(FIND);
      await received(link, 11);
      device.tell('unplug');
      await link.gone;
      device.tell('plug');
      await device.heard('ready');
      held.push(open());
    }
    expect(held.at(-1)).toBeLessThanOrEqual(held[1] ?? 0);
    // The control: a port that is opened and kept does show.
    const kept = await opened(port);
    expect(open()).toBeGreaterThan(held.at(-1) ?? 0);
    await kept.close();
  });

  it('keeps only the newest bytes of a flood nobody reads', async () => {
    const port = portOf('scanner');
    device = await startDevice('scanner', ['--port', port, '--baud', '10000000', '--chunk', '1000']);
    const link = await opened(port);
    device.tell(`scan-hex ${'41'.repeat(40_000)}42`);
    await device.heard('scanned');
    await new Promise((done) => setTimeout(done, 100));
    let held = 0;
    for (;;) {
      const chunk = await link.nextChunk(AbortSignal.timeout(100)).catch(() => null);
      if (!chunk) break;
      held += chunk.length;
    }
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThanOrEqual(16_384);
    await link.close();
  });
});
