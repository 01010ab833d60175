import type { DeviceHealth } from '#contract/shapes/device.ts';
import type { Site } from '#contract/shapes/site.ts';
import type { CardReading } from '#desk/devices/card-desk.ts';
import { type DeviceShelf, startDevices } from '#desk/devices/shelf.ts';
import type { Log } from '#desk/log.ts';

type Devices = Site['devices'];

/** A shelf whose news are collected as words. */
export interface ShelfOnAPty {
  readonly shelf: DeviceShelf;
  readonly told: readonly string[];
  readonly readings: readonly CardReading[];
  readonly log: readonly string[];
  /** Resolves when the words were told in this order; looks from where the last call ended. */
  readonly until: (...words: readonly string[]) => Promise<void>;
}

export function readerAt(
  port: string,
  wish: Partial<NonNullable<Devices['idCardReader']>> = {},
): NonNullable<Devices['idCardReader']> {
  return { port, baud: 115_200, samId: null, ...wish };
}

export function scannerAt(
  port: string,
  wish: Partial<NonNullable<Devices['scanner']>> = {},
): NonNullable<Devices['scanner']> {
  return { port, baud: 9_600, encoding: 'detect', gapOnly: false, ...wish };
}

export function shelfWith(devices: Partial<Devices>, nowMs: () => number = Date.now): ShelfOnAPty {
  const told: string[] = [];
  const readings: CardReading[] = [];
  const log: string[] = [];
  let seen = 0;
  let heard: () => void = () => {};
  const say = (word: string): void => {
    told.push(word);
    heard();
  };
  const logged: Log = (level, event, fields) => {
    log.push(`${level} ${event} ${JSON.stringify(fields ?? {})}`);
  };
  const shelf = startDevices({
    site: { timeZone: 'Asia/Shanghai', devices: { idCardReader: null, scanner: null, ...devices } },
    nowMs,
    retryMs: 50,
    log: logged,
    watcher: {
      reading: () => say('reading'),
      read: (reading) => {
        readings.push(reading);
        say('read');
      },
      newAddress: (_, address) => say(`address ${address.slice(-3)}`),
      confirmed: () => say('confirmed'),
      differs: () => say('differs'),
      lifted: () => say('lifted'),
      trouble: (tries) => say(`trouble ${tries}`),
    },
    onCode: (text) => say(`code ${text}`),
    onCodeTrouble: (trouble) => say(`no code ${trouble}`),
    onHealth: (health: DeviceHealth) => say(`${health.kind} ${health.state}`),
  });
  return {
    shelf,
    told,
    readings,
    log,
    until: async (...words) => {
      for (const word of words) {
        while (!told.slice(seen).includes(word)) {
          await new Promise<void>((done) => {
            heard = done;
          });
        }
        seen = told.indexOf(word, seen) + 1;
      }
    },
  };
}
