import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronArguments, electronEnvironment } from '../display.mjs';
import { findElectron } from '../electron-runtime.mjs';
import { onTray, type TrayWish } from './tray-line.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The practice app, opened by a program: the real window, the stand-ins, the platform. */
export interface Stage {
  readonly app: ElectronApplication;
  /** The clerk's window. */
  readonly window: Page;
  /** The public display. */
  readonly display: Page;
  readonly home: string;
  readonly site: string;
  readonly provinceUrl: string;
  readonly tray: (wish: TrayWish) => Promise<void>;
  /** Kills the desk process as a crash would. */
  readonly killDesk: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the practice app on the display of this environment. The bundle must have been made.
 *
 * @param settings changes to the practice site, e.g. `{ language: 'en' }`
 */
export async function openStage(
  home: string,
  settings: Readonly<Record<string, unknown>> = {},
  size: { readonly width: number; readonly height: number } = { width: 1366, height: 768 },
): Promise<Stage> {
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  const tray = await openTray(home);
  const site = withSettings(tray.site, settings);
  const { provinceUrl, control } = whereabouts(site);
  const app = await _electron.launch({
    executablePath: path.join(await findElectron(), 'electron'),
    args: [...electronArguments(), '.', '--home', home, '--site', site],
    cwd: ROOT,
    env: electronEnvironment(),
  });
  const [window, display] = await windowsOf(app);
  await app.evaluate(({ BrowserWindow }, wanted) => {
    for (const one of BrowserWindow.getAllWindows())
      if (one.webContents.getURL().endsWith('#desk')) one.setContentSize(wanted.width, wanted.height);
  }, size);
  return {
    app,
    window,
    display,
    home,
    site,
    provinceUrl,
    tray: (wish) => onTray(control, wish),
    killDesk: () => killDesk(app),
    close: async () => {
      await app.close();
      await tray.close();
    },
  };
}

export async function openTray(home: string): Promise<{ site: string; close: () => Promise<void> }> {
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(ROOT, 'build/practice/tray.ts'), '--home', home],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const exited = new Promise<void>((done) => void child.once('exit', () => done()));
  const site = await new Promise<string>((said, failed) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const line = /^site (.+)$/m.exec(text)?.[1];
      if (line) said(line);
    });
    child.once('exit', (code) => failed(new Error(`the stand-ins ended with ${code}`)));
  });
  return {
    site,
    close: async () => {
      child.stdin?.end();
      await exited;
    },
  };
}

function withSettings(site: string, settings: Readonly<Record<string, unknown>>): string {
  const changed = { ...JSON.parse(fs.readFileSync(site, 'utf8')), ...settings };
  fs.writeFileSync(site, JSON.stringify(changed, null, 2));
  return site;
}

function whereabouts(site: string): { provinceUrl: string; control: string } {
  const { province, practice } = JSON.parse(fs.readFileSync(site, 'utf8'));
  return { provinceUrl: String(province.url), control: String(practice.control) };
}

async function windowsOf(app: ElectronApplication): Promise<[Page, Page]> {
  const find = (kind: string): Page | undefined =>
    app.windows().find((page) => page.url().endsWith(`#${kind}`));
  await app.firstWindow();
  for (let tries = 0; tries < 200; tries += 1) {
    const [window, display] = [find('desk'), find('display')];
    if (window && display) return [window, display];
    await new Promise<void>((later) => void setTimeout(later, 25));
  }
  throw new Error('the two windows did not open');
}

/** The desk is the only child of the shell that runs the desk's script. */
async function killDesk(app: ElectronApplication): Promise<void> {
  const shell = app.process().pid;
  const children = fs.readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ');
  const desk = children.find((pid) => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('desk.mjs'));
  if (desk === undefined) throw new Error('there is no desk process');
  process.kill(Number(desk), 'SIGKILL');
}
