import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPorts } from '#native/transport/list-ports.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ports-'));
  mkdirSync(join(folder, 'by-id'));
  for (const name of ['ttyUSB0', 'ttyACM1', 'ttyS0', 'tty1', 'null']) writeFileSync(join(folder, name), '');
  writeFileSync(join(folder, 'by-id', 'usb-maker_reader-if00'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const folders = (): readonly string[] => [join(folder, 'by-id'), folder, join(folder, 'missing')];
const files = (): readonly string[] =>
  ['by-id/usb-maker_reader-if00', 'ttyACM1', 'ttyS0', 'ttyUSB0'].map((name) => join(folder, name));

describe('the list of ports', () => {
  it('is what the system says', async () => {
    const ports = [{ path: 'COM3', maker: 'a maker' }];
    expect(
      await listPorts({ ask: () => Promise.resolve(ports), folders: folders(), withinMs: 1_000 }),
    ).toEqual(ports);
  });

  it.each([
    ['has no udev', () => Promise.reject(new Error('spawn udevadm ENOENT'))],
    ['does not answer in time', () => new Promise<never>(() => {})],
  ])('is the port files when the system %s', async (_, ask) => {
    const ports = await listPorts({ ask, folders: folders(), withinMs: 20 });
    expect(ports.map(({ path }) => path)).toEqual(files());
  });

  it('never fails on this machine', async () => {
    expect(Array.isArray(await listPorts())).toBe(true);
  });
});
