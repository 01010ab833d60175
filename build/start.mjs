// npm start: the practice app, with nothing to plug in. npm start -- --home DIR --site FILE: a real site.
// Installs what is missing first. On a machine without a display it uses a virtual one and says where it
// put a picture of the window.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.mjs';
import { electronArguments, electronEnvironment, openDisplay } from './display.mjs';
import { giveUp, prepare, root, say } from './prepare.mjs';
import { whenLeftAlone } from './when-left-alone.mjs';

const { values } = parseArgs({ options: { home: { type: 'string' }, site: { type: 'string' } } });
const from = process.env['INIT_CWD'] ?? process.cwd();
if ((values.home === undefined) !== (values.site === undefined))
  giveUp(
    'A real site needs both: --home DIR and --site FILE.',
    'Without them, npm start opens the practice app.',
  );

const { node } = prepare('window');
const { findElectron } = await import('./electron-runtime.mjs');
say('making the Electron runtime ready');
const electron = await findElectron();
bundle(node);

const practice = values.home === undefined;
const home = practice ? path.join(root, '.out/practice/home') : path.resolve(from, values.home ?? '');
fs.mkdirSync(home, { recursive: true, mode: 0o700 });

const display = await openDisplay();
const tray = practice ? await openTray(node, home) : null;
const site = tray?.site ?? path.resolve(from, values.site ?? '');
const shot = display.isVirtual ? ['--shot', path.join(root, '.out/practice/window.png')] : [];

say(practice ? 'opening the practice app; sign in as 0317 with yichuang-demo' : `opening ${site}`);
if (display.isVirtual) say('there is no display here: a virtual one is used');
const window = spawn(
  path.join(electron, 'electron'),
  [...electronArguments(), '.', '--home', home, '--site', site, ...shot],
  { cwd: root, stdio: 'inherit', env: electronEnvironment(display.env) },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void window.kill(signal));
whenLeftAlone(() => void window.kill('SIGTERM'));
window.once('exit', (code) => {
  tray?.close();
  display.close();
  process.exit(code ?? 0);
});

/**
 * Starts the stand-ins and waits until they say where the practice site is.
 *
 * @param {string} program
 * @param {string} folder
 * @returns {Promise<{ site: string, close: () => void }>}
 */
async function openTray(program, folder) {
  say('starting the stand-ins: card reader, scanner, provincial platform');
  const child = spawn(program, [path.join(root, 'build/practice/tray.ts'), '--home', folder], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await new Promise((said, failed) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += String(chunk);
      const found = /^site (.+)$/m.exec(text);
      if (found) said(found[1]);
    });
    child.once('exit', (code) => failed(new Error(`the stand-ins ended with ${code}`)));
  });
  return { site: line, close: () => child.stdin.end() };
}
