import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSerial } from '#native/transport/serial-link.ts';
import { loadCard } from '../stand-ins/devices/card-block.ts';
import { type RunningDevice, startDevice } from '../stand-ins/devices/start.ts';
import { readerAt, type ShelfOnAPty, shelfWith } from './shelf-on-a-pty.ts';

const SAM_ID = '05.01-20190315-0001234567-4000000001';

let folder = '';
let port = '';
let device: RunningDevice | null = null;
let there: ShelfOnAPty | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'card-reader-'));
  port = join(folder, 'reader');
});
afterEach(async () => {
  await there?.shelf.stop();
  await device?.stop();
  there = null;
  device = null;
  rmSync(folder, { recursive: true });
});

async function plugged(...args: readonly string[]): Promise<RunningDevice> {
  device = await startDevice('id-card-reader', ['--port', port, ...args]);
  return device;
}

function window(...wish: Parameters<typeof readerAt> extends [string, ...infer W] ? W : never): ShelfOnAPty {
  there = shelfWith({ idCardReader: readerAt(port, ...wish) });
  return there;
}

describe('a card at the window', () => {
  it.each([
    [115_200, '1'],
    [115_200, '7'],
    [115_200, '64'],
    [115_200, '4096'],
    [9_600, '64'],
  ] as const)('is read and confirmed at %i baud in pieces of %s', async (baud, chunk) => {
    const { tell } = await plugged('--baud', `${baud}`, '--chunk', chunk);
    const { shelf, until, told, readings } = window({ baud });
    await until('id-card-reader ready');
    tell('place resident');
    await until('reading', 'read');
    const [reading] = readings;
    if (!reading) throw new Error('nothing was read');
    expect(shelf.cards.reading(reading.id)).toMatchObject({ confirmed: false });
    expect(reading).toMatchObject({
      samId: SAM_ID,
      card: { name: '李春禾', number: '990101199205174023', validTo: '20410312' },
    });
    expect(Buffer.from(reading.textBlock).equals(loadCard('resident').text)).toBe(true);
    await until('confirmed');
    expect(shelf.cards.reading(reading.id)).toMatchObject({ confirmed: true });
    expect(told.filter((word) => word === 'read')).toHaveLength(1);
  });

  it('of each kind is read as what it is', async () => {
    const { tell } = await plugged();
    const { until, readings } = window();
    const expected = {
      'hmt-residence': { kind: 'hmt-residence', travelPermit: 'H09990101', ethnicityCode: null },
      'foreigner-2017': { kind: 'foreigner-2017', number: 'PAK310080010103', nationality: 'PAK' },
      'foreigner-2023': { kind: 'foreigner-2023', number: '931586198001010028', issueCount: '01' },
      'resident-long-term': { kind: 'resident', validTo: null },
      'resident-long-fields': { kind: 'resident', ethnicityCode: '81' },
      'damaged-name': { kind: 'resident', unreadable: ['name'] },
    };
    await until('id-card-reader ready');
    for (const file of Object.keys(expected)) {
      tell(`place ${file}`);
      await until('confirmed');
      tell('lift');
      await until('lifted');
    }
    expect(readings.map(({ card }) => card)).toMatchObject(Object.values(expected));
  });

  it('with a newer address carries it before it is confirmed', async () => {
    await plugged('--card', 'resident-second');
    const { shelf, until, readings } = window();
    await until('read', 'address 01室', 'confirmed');
    const usable = shelf.cards.reading(readings[0]?.id ?? '');
    expect(usable?.reading.card.address).toBe('某省示范县东湖街道新城路9号2栋1101室');
  });

  it('that was swapped between the two reads is taken back and not usable', async () => {
    const { tell } = await plugged();
    const { shelf, until, readings } = window();
    await until('id-card-reader ready');
    tell('place resident');
    tell('swap resident-second');
    await until('read', 'differs');
    expect(shelf.cards.reading(readings[0]?.id ?? '')).toBeNull();
    tell('lift');
    await until('lifted');
  });

  it('is read again when the clerk asks', async () => {
    await plugged('--card', 'resident');
    const { shelf, until, readings } = window();
    await until('confirmed');
    expect(shelf.cards.readAgain()).toBe(true);
    await until('reading', 'read', 'confirmed');
    expect(new Set(readings.map(({ id }) => id)).size).toBe(2);
  });

  it('never has its fingerprints asked for', async () => {
    const { said } = await plugged('--card', 'resident');
    const { until } = window();
    await until('confirmed');
    expect(said()).not.toContain('fingerprint asked');
  });
});

describe('a reader at the window', () => {
  it('that is pulled out in the middle of a card says so, and reads it when it is back', async () => {
    const { tell } = await plugged('--baud', '9600');
    const { until, told, log, readings } = window({ baud: 9_600 });
    await until('id-card-reader ready');
    tell('place resident');
    await until('reading');
    tell('unplug');
    await until('lifted', 'id-card-reader unplugged');
    expect(told).not.toContain('read');
    tell('plug');
    await until('id-card-reader ready', 'reading', 'read', 'confirmed');
    expect(readings).toHaveLength(1);
    expect(log.join('\n')).not.toMatch(/李|990101/);
  });

  it('that is missing is unplugged until it appears', async () => {
    const { until, shelf } = window();
    await until('id-card-reader unplugged');
    expect(shelf.cards.readAgain()).toBe(false);
    await plugged();
    await until('id-card-reader ready');
  });

  it('that another program has open is taken until it is free', async () => {
    await plugged();
    const other = await openSerial({ path: port, baud: 115_200 });
    const { until, shelf } = window();
    await until('id-card-reader port-taken');
    if (other.ok) await other.link.close();
    await until('id-card-reader ready');
    expect(shelf.health()[0]?.state).toBe('ready');
  });

  it('with another module number reads no card', async () => {
    const { said } = await plugged('--card', 'resident');
    const { until, shelf } = window({ samId: '05.01-20200101-0000000001-0000000001' });
    await until('id-card-reader wrong-device');
    expect(shelf.health()[0]).toMatchObject({ state: 'wrong-device', identity: SAM_ID });
    await new Promise((done) => setTimeout(done, 300));
    expect(said().filter((act) => act.startsWith('found'))).toEqual([]);
    expect(shelf.cards.readAgain()).toBe(false);
  });

  it('with the module number it was commissioned with reads cards', async () => {
    await plugged('--card', 'resident');
    const { until, readings } = window({ samId: SAM_ID });
    await until('id-card-reader ready', 'confirmed');
    expect(readings).toHaveLength(1);
  });

  it.each(['60', '66'])(
    'with module status %s is a module fault, and works again when it is well',
    async (status) => {
      const { tell } = await plugged();
      const { until, told } = window();
      await until('id-card-reader ready');
      tell(`status ${status}`);
      await until('id-card-reader module-fault');
      tell('status 90');
      await until('id-card-reader ready');
      expect(told).toEqual(['id-card-reader ready', 'id-card-reader module-fault', 'id-card-reader ready']);
    },
  );

  it('that answers nothing is silent', async () => {
    const { tell } = await plugged();
    const { until, told } = window();
    await until('id-card-reader ready');
    tell('mute');
    await until('id-card-reader silent');
    expect(told).toEqual(['id-card-reader ready', 'id-card-reader silent']);
  });

  it('counts its errors of today, and has none tomorrow', async () => {
    let nowMs = Date.UTC(2026, 10, 24, 2);
    await plugged();
    there = shelfWith({ idCardReader: readerAt(port) }, () => nowMs);
    await there.until('id-card-reader ready');
    device?.tell('unplug');
    await there.until('id-card-reader unplugged');
    expect(there.shelf.health()[0]?.errorsToday).toBe(1);
    nowMs += 24 * 3_600_000;
    expect(there.shelf.health()[0]?.errorsToday).toBe(0);
  });

  it('that nobody configured is not there', async () => {
    there = shelfWith({});
    expect(there.shelf.health().map(({ kind, state, port: at }) => [kind, state, at])).toEqual([
      ['id-card-reader', 'not-configured', null],
      ['scanner', 'not-configured', null],
    ]);
    expect(there.shelf.cards.readAgain()).toBe(false);
  });
});
