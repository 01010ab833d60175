import { randomUUID } from 'node:crypto';
import type { DeviceHealth, DeviceKind, DeviceState } from '#contract/shapes/device.ts';
import type { ScanTrouble } from '#contract/shapes/scan.ts';
import type { Site } from '#contract/shapes/site.ts';
import { Nudge } from '#native/id-card-reader/nudge.ts';
import { readerPace, runReaderCycle } from '#native/id-card-reader/reader-cycle.ts';
import { SamReader } from '#native/id-card-reader/reader.ts';
import { runScanner } from '#native/scanner/code-scanner.ts';
import type { ByteLink } from '#native/transport/byte-link.ts';
import { hallClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { CardDesk, CardWatcher } from './card-desk.ts';
import { CardReadings } from './card-reading.ts';
import { HealthBook } from './device-health.ts';
import { keepPlugged } from './keep-plugged.ts';

export interface ShelfTerms {
  readonly site: Pick<Site, 'devices' | 'timeZone'>;
  readonly nowMs: () => number;
  readonly watcher: CardWatcher;
  readonly onCode: (text: string) => void;
  readonly onCodeTrouble: (trouble: ScanTrouble) => void;
  readonly onHealth: (health: DeviceHealth) => void;
  readonly log: Log;
  /** How long the devices wait at the start. */
  readonly firstInMs?: number;
  /** Between two tries to open a device that is gone. */
  readonly retryMs?: number;
  readonly newId?: () => string;
}

export interface DeviceShelf {
  readonly cards: CardDesk;
  readonly health: () => readonly DeviceHealth[];
  /** Closes every port. Resolves when they are closed. */
  readonly stop: () => Promise<void>;
}

/** @source devices.md 7, reconnect rule */
const RETRY_MS = 2_000;

/**
 * Starts every device of this window: one link each, connected, watched and connected again.
 *
 * A device that is not in `site.json` is `not-configured`. Nothing here throws when a device is missing or
 * broken: its health says so, and the window works without it.
 */
export function startDevices(terms: ShelfTerms): DeviceShelf {
  const stopping = new AbortController();
  const stop = stopping.signal;
  const clock = hallClock(terms.site.timeZone, terms.nowMs);
  const { idCardReader, scanner } = terms.site.devices;
  const bookOf = (kind: DeviceKind, port: string | null): HealthBook =>
    new HealthBook({ kind, port, nowMs: clock.nowMs, dayOf: clock.todayAt, changed: terms.onHealth });
  const readerBook = bookOf('id-card-reader', idCardReader?.port ?? null);
  const scannerBook = bookOf('scanner', scanner?.port ?? null);
  const nudge = new Nudge();
  const readings = new CardReadings({
    watcher: terms.watcher,
    nowMs: clock.nowMs,
    newId: terms.newId ?? randomUUID,
    samId: () => readerBook.identity,
  });
  const retryMs = terms.retryMs ?? RETRY_MS;
  const firstInMs = terms.firstInMs ?? 0;
  const running: Promise<void>[] = [];

  if (idCardReader) {
    running.push(
      keepPlugged({
        place: { path: idCardReader.port, baud: idCardReader.baud },
        book: readerBook,
        log: terms.log,
        stop,
        firstInMs,
        retryMs,
        work: (link) =>
          readCards(link, { expected: idCardReader.samId, book: readerBook, readings, nudge, stop }),
        lost: () => readings.cardGone(),
      }),
    );
  }
  if (scanner) {
    const rules = { encoding: scanner.encoding, gapOnly: scanner.gapOnly };
    running.push(
      keepPlugged({
        place: { path: scanner.port, baud: scanner.baud },
        book: scannerBook,
        log: terms.log,
        stop,
        firstInMs,
        retryMs,
        work: (link) => {
          scannerBook.become('ready');
          return runScanner({
            link,
            rules,
            nowMs: clock.nowMs,
            stop,
            scanned: (scanned) => {
              scannerBook.good();
              if (scanned.kind === 'code') terms.onCode(scanned.text);
              else terms.onCodeTrouble(scanned.trouble);
            },
          });
        },
        lost: () => {},
      }),
    );
  }

  return {
    cards: {
      reading: (id) => readings.usable(id),
      readAgain: () => {
        const isThere = readerBook.state === 'ready' || readerBook.state === 'busy';
        if (isThere) nudge.ask();
        return isThere;
      },
    },
    health: () => [readerBook.health(), scannerBook.health()],
    stop: async () => {
      stopping.abort(new Error('the desk stops'));
      await Promise.all(running);
    },
  };
}

interface ReaderWork {
  /** The module this window was commissioned with; null accepts any. */
  readonly expected: string | null;
  readonly book: HealthBook;
  readonly readings: CardReadings;
  readonly nudge: Nudge;
  readonly stop: AbortSignal;
}

/** Greets the module, makes sure that it is ours, and reads cards until it no longer can. */
async function readCards(link: ByteLink, work: ReaderWork): Promise<DeviceState> {
  const { expected, book, readings, nudge, stop } = work;
  const reader = new SamReader(link, stop);
  const greeting = await reader.greet();
  if (!greeting.ok) {
    book.wentWrong();
    return greeting.because;
  }
  book.good();
  if (expected !== null && greeting.samId !== expected) {
    book.become('wrong-device', greeting.samId);
    return 'wrong-device';
  }
  book.become('ready', greeting.samId);
  const told = readings.happenings();
  const end = await runReaderCycle({
    reader,
    nudge,
    nowMs: () => performance.now(),
    stop,
    pace: readerPace,
    happenings: {
      ...told,
      answered: () => book.good(),
      found: () => {
        book.become('busy');
        told.found();
      },
      confirmed: () => {
        book.good();
        book.become('ready');
        told.confirmed();
      },
      differs: () => {
        book.wentWrong();
        book.become('ready');
        told.differs();
      },
      lifted: () => {
        book.become('ready');
        told.lifted();
      },
      trouble: (tries) => {
        book.wentWrong();
        book.become('ready');
        told.trouble(tries);
      },
    },
  });
  book.wentWrong();
  return end;
}
