import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, clipboard, powerMonitor, screen, session } from 'electron';
import type { ToShell } from '#contract/shell.ts';
import { registerAppScheme, serveWindowFiles } from './app-scheme.ts';
import { deskProgram } from './desk-program.ts';
import { DeskProcess } from './desk-process.ts';
import { type HeldCopies, holdCopies } from './held-copies.ts';
import { hardenPages, hardenSession } from './hardening.ts';
import { databaseKey } from './key-store.ts';
import { pressPaper } from './paper-press.ts';
import { plainPage } from './plain-page.ts';
import { Relay } from './relay.ts';
import type { StartOptions } from './start-options.ts';
import { openWindow, type WindowKind } from './windows.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const RENDERER = path.resolve(HERE, '../renderer');
const PRELOAD = path.resolve(HERE, '../preload/preload.cjs');

const CRASHES_FORGIVEN = 3;
const CRASHES_WITHIN_MS = 5 * 60_000;
const SHOT_AFTER_MS = 1_500;
/** The clerk's window has drawn what it was answered first. */
const DISPLAY_AFTER_MS = 500;

/** Runs the shell: one program per home, its windows, the desk behind them. */
export async function runShell(options: StartOptions): Promise<void> {
  // Root has no sandbox at all (tests and practice only: the shell that ships refuses both).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.setPath('userData', path.join(options.home, 'shell'));
  app.setPath('crashDumps', path.join(options.home, 'shell', 'no-dumps'));
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-breakpad');
  // What the browser itself draws, such as the parts of a date field, follows the country: year, month, day.
  app.commandLine.appendSwitch('lang', 'zh-CN');
  registerAppScheme();
  hardenPages(app);

  if (!app.requestSingleInstanceLock()) {
    process.stdout.write('Yichuang is open already; its window comes to the front.\n');
    app.exit(0);
    return;
  }
  const key = Promise.withResolvers<string | null>();
  const relay = new Relay(() => desk);
  const copies = holdCopies(clipboard);
  const desk: DeskProcess = new DeskProcess(
    {
      ...deskProgram(app.isPackaged, process.resourcesPath),
      home: options.home,
      site: options.site,
      keyHex: key.promise,
    },
    {
      ready: () => relay.deskReady(),
      said: (message) =>
        message.desk === 'show' ? windows.showCitizen() : void heard(message, relay, desk, copies),
      gone: (why, againInMs) => {
        process.stderr.write(`desk gone: ${why}; again in ${againInMs} ms\n`);
        relay.deskGone();
      },
      refused: (code, message) => relay.deskRefused(code, message),
    },
  );
  // Its code is read while the windows' own machinery starts; its files wait for the key.
  desk.start();
  await app.whenReady();
  key.resolve(databaseKey(options.home));

  const memory = session.fromPartition('yichuang', { cache: false });
  hardenSession(session.defaultSession);
  hardenSession(memory);
  serveWindowFiles(memory, RENDERER);

  const windows = openWindows(options, memory, relay);
  powerMonitor.on('lock-screen', () => {
    void copies.clear();
    relay.lockFromSystem();
  });
  app.on('second-instance', () => {
    windows.desk().restore();
    windows.desk().focus();
  });
  quitInOrder(desk, copies.clear);
  if (options.shot) void takeShot(windows.desk(), options.shot);
}

async function heard(message: ToShell, relay: Relay, desk: DeskProcess, copies: HeldCopies): Promise<void> {
  if (message.desk === 'told') relay.told(message);
  if (message.desk === 'copy') copies.hold(message.text, message.forMs);
  if (message.desk !== 'press') return;
  const { job, html, paper } = message;
  try {
    desk.say({ shell: 'pressed', job, pdf: await pressPaper({ html, paper }), why: '' });
  } catch (thrown) {
    desk.say({
      shell: 'pressed',
      job,
      pdf: null,
      why: thrown instanceof Error ? thrown.message : 'not drawn',
    });
  }
}

function openWindows(options: StartOptions, memory: Electron.Session, relay: Relay) {
  const open = (kind: WindowKind): BrowserWindow => {
    const window = openWindow(kind, memory, PRELOAD);
    relay.add(kind, window);
    recreateAfterCrash(window);
    return window;
  };
  let citizen: BrowserWindow | null = null;
  const showCitizen = (): void => {
    if (citizen && !citizen.isDestroyed()) {
      citizen.restore();
      citizen.moveTop();
      return;
    }
    citizen = open('citizen');
    const screenOfCitizen = otherScreens().at(options.display ? -1 : 0);
    if (!screenOfCitizen) return;
    citizen.setBounds(screenOfCitizen.bounds);
    citizen.setFullScreen(true);
    // The clerk types on.
    main.focus();
  };
  const main = open('desk');
  if (options.display) void openDisplay(open, main, relay);
  main.once('closed', () => app.quit());
  return { desk: () => main, showCitizen };
}

/** The clerk begins first: two windows that start at once keep each other waiting. */
async function openDisplay(
  open: (kind: WindowKind) => BrowserWindow,
  main: BrowserWindow,
  relay: Relay,
): Promise<void> {
  await relay.firstWord;
  await new Promise<void>((later) => void setTimeout(later, DISPLAY_AFTER_MS));
  if (!main.isDestroyed()) placeDisplay(open('display'), main);
}

/** The public display goes to the second screen where there is one, and stays behind otherwise. */
function placeDisplay(display: BrowserWindow, main: BrowserWindow): void {
  const [second] = otherScreens();
  if (second) display.setBounds(second.bounds);
  display.showInactive();
  if (second) display.setFullScreen(true);
  else {
    display.minimize();
    main.moveTop();
  }
}

/** Screens beside the clerk's own, in the order the system gives them. */
function otherScreens(): Electron.Display[] {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().filter(({ id }) => id !== primary);
}

/** A crashed page comes back from what the desk holds; after three times in five minutes it says so instead. */
function recreateAfterCrash(window: BrowserWindow): void {
  const crashedAtMs: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const nowMs = Date.now();
    crashedAtMs.push(nowMs);
    const lately = crashedAtMs.filter((atMs) => nowMs - atMs < CRASHES_WITHIN_MS);
    if (lately.length <= CRASHES_FORGIVEN) window.webContents.reload();
    else void window.loadURL(plainPage(details.reason));
  });
}

/** Quitting waits for the desk to put down its pen. */
function quitInOrder(desk: DeskProcess, clear: () => Promise<void>): void {
  let stopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    stopped = true;
    void Promise.all([desk.stop(), clear()]).then(() => app.quit());
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

/** Practice on a virtual display: nobody sees the window, so a picture of it is kept. */
async function takeShot(window: BrowserWindow, file: string): Promise<void> {
  if (window.webContents.isLoading())
    await new Promise<void>((loaded) => void window.webContents.once('did-finish-load', () => loaded()));
  await new Promise<void>((later) => void setTimeout(later, SHOT_AFTER_MS));
  const picture = await window.webContents.capturePage();
  await writeFile(file, picture.toPNG());
  process.stdout.write(`A picture of the window is in ${file}\n`);
}
