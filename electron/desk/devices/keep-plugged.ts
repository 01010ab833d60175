import type { DeviceState } from '#contract/shapes/device.ts';
import { type ByteLink, Unplugged } from '#native/transport/byte-link.ts';
import {
  type Opened,
  openSerial,
  type OpenRefusal,
  type SerialPlace,
} from '#native/transport/serial-link.ts';
import { type Log, traceOf } from '../log.ts';
import type { HealthBook } from './device-health.ts';

export interface KeepTerms {
  readonly place: SerialPlace;
  readonly book: HealthBook;
  readonly log: Log;
  readonly stop: AbortSignal;
  /** Milliseconds before the first try to open. */
  readonly firstInMs: number;
  /** Milliseconds between two tries to open. */
  readonly retryMs: number;
  /** Works with the open device; the state it returns is what it ended as. Throws Unplugged when it is gone. */
  readonly work: (link: ByteLink) => Promise<DeviceState>;
  /** The device can no longer be used, for whatever reason but that the desk stops. */
  readonly lost: () => void;
  readonly open?: (place: SerialPlace) => Promise<Opened>;
}

const STATE_OF_REFUSAL: Readonly<Record<OpenRefusal, DeviceState>> = {
  'no-such-port': 'unplugged',
  'not-a-port': 'unplugged',
  'port-taken': 'port-taken',
  'no-rights': 'no-rights',
};

/**
 * Opens a device, works with it, and when it is gone opens it again every two seconds, until it is stopped.
 * Every opening is a new link: nothing meant for the old one can reach the new one.
 *
 * @source devices.md 7, reconnect rule
 */
export async function keepPlugged(terms: KeepTerms): Promise<void> {
  const { stop } = terms;
  if (terms.firstInMs > 0) await waited(terms.firstInMs, stop);
  while (!stop.aborted) {
    const ended = await oneRound(terms);
    if (!stop.aborted) terms.book.become(ended);
    await waited(terms.retryMs, stop);
  }
}

/** One opening and everything until it is over. What breaks in it is logged and ends the round, not the watch. */
async function oneRound(terms: KeepTerms): Promise<DeviceState> {
  const { place, book, log, open = openSerial } = terms;
  const device = book.health().kind;
  try {
    const opened = await open(place);
    if (opened.ok) return await workedWith(opened.link, terms);
    const state = STATE_OF_REFUSAL[opened.refusal];
    if (state !== book.state) log('warn', 'device-not-opened', { device, word: opened.refusal });
    return state;
  } catch (thrown) {
    book.wentWrong();
    log('error', 'device-broke', { device, ...traceOf(thrown) });
    return 'silent';
  }
}

async function workedWith(link: ByteLink, { book, log, stop, work, lost }: KeepTerms): Promise<DeviceState> {
  try {
    return await work(link);
  } catch (thrown) {
    if (stop.aborted) return book.state;
    if (!(thrown instanceof Unplugged)) throw thrown;
    book.wentWrong();
    log('warn', 'device-unplugged', { device: book.health().kind, word: await link.gone });
    return 'unplugged';
  } finally {
    await link.close();
    if (!stop.aborted) lost();
  }
}

function waited(ms: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((done) => {
    const over = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', over);
      done();
    };
    const timer = setTimeout(over, ms);
    stop.addEventListener('abort', over, { once: true });
  });
}
