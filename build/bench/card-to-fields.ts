import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Page } from '@playwright/test';
import { callNext, markArrived, signIn, takeTicket } from '../demo/hands.ts';
import { openStage, ROOT } from '../stage/stage.ts';
import { type Figure, figure, inMs, median } from './figure.ts';

const BAUD = 115_200;
/** 8N1: eight bits of data, one to begin and one to end. */
const BITS_PER_BYTE = 10;
/** The answer to find; select and its answer; read and its answer. @source devices.md 1.3 */
const EXCHANGE_BYTES = 15 + 10 + 19 + 10 + 1295;
const FRAME_MS = 1000 / 60;
const CARDS = ['resident', 'resident-second', 'resident-long-term'];
const READS = 9;

/**
 * From the moment the reader answers that it found a card until the citizen's name is painted on the form of the real
 * window, less one frame of painting, against the time the bytes need on the wire.
 */
export async function cardToFields(home: string): Promise<Figure> {
  const port = path.join(home, 'bench-reader');
  const reader = openReader(port);
  await reader.heard('ready');
  const stage = await openStage(home, {
    devices: { idCardReader: { port, baud: BAUD }, scanner: null },
  });
  try {
    const { window } = stage;
    await signIn(window);
    await takeTicket(window, { queue: 'A' });
    await callNext(window);
    await markArrived(window);
    await waitForReader(window);
    const tookMs: number[] = [];
    for (let read = 0; read < READS; read += 1) {
      tookMs.push(await readOnce(window, reader, CARDS[read % CARDS.length] ?? ''));
    }
    const wireMs = (EXCHANGE_BYTES * BITS_PER_BYTE * 1000) / BAUD;
    return figure(
      'card-to-fields',
      (median(tookMs) - FRAME_MS) / wireMs,
      { goal: 1.05, better: 'lower' },
      `name painted ${inMs(median(tookMs))} after the card was found (fastest ${inMs(Math.min(...tookMs))}), ` +
        `the wire alone ${inMs(wireMs)}`,
    );
  } finally {
    await stage.close();
    await reader.close();
  }
}

/** Milliseconds from found to painted. Leaves the form empty again. */
async function readOnce(window: Page, reader: Reader, card: string): Promise<number> {
  await watchName(window);
  const found = reader.heard('found');
  reader.tell(`place ${card}`);
  const foundAtMs = momentOf(await found);
  const paintedAtMs = await window.evaluate(() => Reflect.get(globalThis, 'namePainted'));
  if (typeof paintedAtMs !== 'number') throw new Error('the name was not seen');
  await window.locator('.card-place[data-look="proved"]').waitFor();
  reader.tell('lift');
  await window.keyboard.press('Alt+Delete');
  await window.locator('.card-place[data-look="proved"]').waitFor({ state: 'detached' });
  // Three looks without a card, then it may be found again.
  await new Promise<void>((later) => void setTimeout(later, 2_000));
  return paintedAtMs - foundAtMs;
}

/** In the page: the moment the name stands in its field and a frame with it was drawn. */
async function watchName(window: Page): Promise<void> {
  await window.evaluate(() => {
    const painted = new Promise<number>((seen) => {
      const look = (): void => {
        const name = document.querySelector<HTMLInputElement>('.party-form .draft-field input');
        if (!name || name.value === '') return;
        observer.disconnect();
        // After the callbacks of a frame it is painted; the next message is read when that is done.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => seen(performance.timeOrigin + performance.now()));
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      look();
    });
    Reflect.set(globalThis, 'namePainted', painted);
  });
}

async function waitForReader(window: Page): Promise<void> {
  await window.locator('.card-place').waitFor();
}

/** The stand-in says when it acted, in milliseconds since 1970: `found @1764000000000.0`. */
function momentOf(line: string): number {
  const moment = Number(/@(\d+\.\d)$/.exec(line)?.[1]);
  if (!Number.isFinite(moment)) throw new Error(`when was this? ${line}`);
  return moment;
}

interface Reader {
  readonly tell: (line: string) => void;
  readonly heard: (act: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

function openReader(port: string): Reader {
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(ROOT, 'tests/stand-ins/devices/device.ts'), 'id-card-reader', '--port', port],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  if (!child.stdout) throw new Error('the stand-in says nothing');
  const lines: Interface = createInterface({ input: child.stdout });
  return {
    tell: (line) => void child.stdin?.write(`${line}\n`),
    heard: (act) =>
      new Promise((told) => {
        const hear = (line: string): void => {
          if (!line.startsWith(act)) return;
          lines.off('line', hear);
          told(line);
        };
        lines.on('line', hear);
      }),
    close: async () => {
      const gone = new Promise<void>((over) => void child.once('exit', () => over()));
      child.stdin?.end();
      await gone;
    },
  };
}
