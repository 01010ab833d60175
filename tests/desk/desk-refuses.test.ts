import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#native/sqlite/open-database.ts';
import { runDesk } from '../support/running-desk.ts';
import { tempHome } from '../support/temp-home.ts';

const KEY = '1f'.repeat(32);

const SITE = {
  site: '990101',
  hallName: 'x',
  hallNameEn: 'x',
  window: 1,
  queues: [{ code: 'A', nameZh: 'x', nameEn: 'x' }],
  served: ['A'],
  devices: {},
  hall: {},
  province: {},
  numbers: { from: 1, to: 2 },
};

describe('a desk that cannot start', { timeout: 60_000 }, () => {
  it.each<readonly [string, string, (home: string) => void]>([
    [
      'a key that others may read',
      'may be read by others',
      (home) => writeFileSync(join(home, 'desk.key'), KEY, { mode: 0o644 }),
    ],
    [
      'a key that is none',
      'does not hold a key',
      (home) => writeFileSync(join(home, 'desk.key'), 'secret', { mode: 0o600 }),
    ],
    [
      'another key',
      'was made with another key',
      (home) => {
        openDatabase({ file: join(home, 'desk.db'), keyHex: 'ab'.repeat(32) }).close();
        writeFileSync(join(home, 'desk.key'), KEY, { mode: 0o600 });
      },
    ],
    [
      'a case file without its key',
      'Put the key back',
      (home) => openDatabase({ file: join(home, 'desk.db'), keyHex: KEY }).close(),
    ],
    [
      'a site that contradicts itself',
      'served: Z is not one of the queues',
      (home) => writeFileSync(join(home, 'site.json'), JSON.stringify({ ...SITE, served: ['Z'] })),
    ],
    [
      'a site with a wrong field',
      'window: ',
      (home) => writeFileSync(join(home, 'site.json'), JSON.stringify({ ...SITE, window: 'three' })),
    ],
    [
      'a site with fields nobody knows',
      'devices.printer: there is no such field; colour: there is no such field',
      (home) =>
        writeFileSync(
          join(home, 'site.json'),
          JSON.stringify({ ...SITE, colour: 'red', devices: { printer: {} } }),
        ),
    ],
    [
      'a hall database, which this version does not have',
      'hall.url: this version has only the board of its own window',
      (home) =>
        writeFileSync(
          join(home, 'site.json'),
          JSON.stringify({ ...SITE, hall: { url: 'postgres://hall/board' } }),
        ),
    ],
    [
      'a certificate authority that is not there',
      'province.certificateAuthority: ',
      (home) =>
        writeFileSync(
          join(home, 'site.json'),
          JSON.stringify({
            ...SITE,
            province: { url: 'https://province.invalid', certificateAuthority: 'ca.pem' },
          }),
        ),
    ],
    ['a site that is not JSON', 'is not JSON', (home) => writeFileSync(join(home, 'site.json'), '{')],
    [
      'a catalogue that is not there',
      'catalogue: ',
      (home) =>
        writeFileSync(join(home, 'site.json'), JSON.stringify({ ...SITE, catalogue: '/no/such/file' })),
    ],
  ])('because of %s says so in one sentence', async (_, sentence, spoil) => {
    const home = tempHome();
    spoil(home);
    const desk = runDesk(['--home', home, '--stdio']);
    expect(await desk.exited).toBe(78);
    const said = await desk.complaints;
    expect(said).toContain(sentence);
    expect(said).not.toContain('secret');
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('because its numbers run into those it has already says so, and goes on with the old ones', async () => {
    const home = tempHome();
    const write = (from: number, to: number): void =>
      writeFileSync(join(home, 'site.json'), JSON.stringify({ ...SITE, numbers: { from, to } }));
    write(101, 110);
    await runDesk(['--home', home, '--stdio']).end();
    write(105, 300);
    const overlapping = runDesk(['--home', home, '--stdio']);
    expect(await overlapping.exited).toBe(78);
    expect(await overlapping.complaints).toContain('numbers: 105 to 300 runs into numbers this window has');
    write(101, 120);
    const again = runDesk(['--home', home, '--stdio']);
    expect(await again.ask('desk.status')).toMatchObject({ value: { numbersLeft: 20 } });
    await again.end();
  });

  it('because of a file of a newer program leaves it byte for byte as it was', async () => {
    const home = tempHome();
    const file = join(home, 'desk.db');
    const newer = openDatabase({ file, keyHex: KEY });
    newer.pragma('user_version = 9990');
    newer.close();
    writeFileSync(join(home, 'desk.key'), KEY, { mode: 0o600 });
    const before = readFileSync(file);
    const desk = runDesk(['--home', home, '--stdio']);
    expect(await desk.exited).toBe(78);
    expect(await desk.complaints).toContain('it was left untouched');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('because another desk is on the same folder says so in one sentence', async () => {
    const home = tempHome();
    const first = runDesk(['--home', home, '--stdio']);
    await first.ask('desk.site');
    const second = runDesk(['--home', home, '--stdio']);
    expect(await second.exited).toBe(78);
    const said = await second.complaints;
    expect(said).toContain('only one desk may hold it');
    expect(said.trim().split('\n')).toHaveLength(1);
    expect((await first.ask('desk.site')).ok).toBe(true);
    await first.end();
  });
});
