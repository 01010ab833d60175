import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { electronArguments, electronEnvironment } from '../display.mjs';
import { findElectron } from '../electron-runtime.mjs';
import { openTray, ROOT } from '../stage/stage.ts';
import { type Figure, figure, inMs, median } from './figure.ts';

const PAIRS = 5;
const BARE = path.join(ROOT, 'build/bench/bare');

/**
 * From the start of the program until somebody can sign in, against a bare window of the same Electron. The stand-ins
 * run before; the first start of a new home is not counted.
 */
export async function windowUsable(home: string): Promise<Figure> {
  const tray = await openTray(home);
  const ours = ['.', '--home', home, '--site', tray.site];
  try {
    await untilFocus(ours, '#desk', '.people [data-row]');
    await untilFocus([BARE], '', 'button');
    const oursMs: number[] = [];
    const bareMs: number[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      oursMs.push(await untilFocus(ours, '#desk', '.people [data-row]'));
      bareMs.push(await untilFocus([BARE], '', 'button'));
    }
    return figure(
      'window-usable',
      median(oursMs) / median(bareMs),
      { goal: 1.5, better: 'lower' },
      `sign-in after ${inMs(median(oursMs))}, bare window after ${inMs(median(bareMs))}`,
    );
  } finally {
    await tray.close();
  }
}

/** Milliseconds from the start of the program until the named thing has the focus and was painted. */
async function untilFocus(args: readonly string[], hash: string, selector: string): Promise<number> {
  const executablePath = path.join(await findElectron(), 'electron');
  const startedAtMs = Date.now();
  const app = await _electron.launch({
    executablePath,
    args: [...electronArguments(), ...args],
    cwd: ROOT,
    env: electronEnvironment(),
  });
  try {
    const page = await pageAt(app.windows.bind(app), hash, app.firstWindow.bind(app));
    const handle = await page.waitForFunction(paintedAtMs, selector, { polling: 'raf' });
    return Number(await handle.jsonValue()) - startedAtMs;
  } finally {
    await app.close();
  }
}

/** Runs in the page. False until the thing has the focus. */
function paintedAtMs(selector: string): number | false {
  const isThere = document.activeElement?.matches(selector) === true;
  return isThere ? performance.timeOrigin + performance.now() : false;
}

async function pageAt(windows: () => Page[], hash: string, first: () => Promise<Page>): Promise<Page> {
  await first();
  for (;;) {
    const page = windows().find((one) => one.url() !== 'about:blank' && one.url().endsWith(hash));
    if (page) return page;
    await new Promise<void>((later) => void setTimeout(later, 5));
  }
}
