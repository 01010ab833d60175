// Bundles main, desk, preload and renderer into .out/ with electron-vite; does nothing when no source is newer.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { giveUp, root, say } from './prepare.mjs';

const MADE = ['main/main.mjs', 'main/desk.mjs', 'preload/preload.cjs', 'renderer/index.html'];
const SOURCES = [
  'electron',
  'native',
  'renderer',
  'build/electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

const WAIT_STEP_MS = 250;
const WAIT_TRIES = 1_200;

/**
 * @param {string} node
 * @param {{ strict?: boolean }} [shell] strict: the shell as it ships
 */
export function bundle(node, { strict = false } = {}) {
  const out = path.join(root, strict ? '.out/strict' : '.out');
  if (isFresh(out)) return;
  const release = aloneAtWork();
  try {
    if (!isFresh(out)) make(node, strict, out);
  } finally {
    release();
  }
}

/**
 * @param {string} node
 * @param {boolean} strict
 * @param {string} out
 */
function make(node, strict, out) {
  say(strict ? 'bundling the shell as it ships' : 'bundling');
  const done = spawnSync(
    node,
    [
      'node_modules/electron-vite/bin/electron-vite.js',
      'build',
      '-c',
      'build/electron.vite.config.ts',
      '--logLevel',
      'error',
    ],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...(strict ? { YICHUANG_STRICT_SHELL: '1' } : {}) },
    },
  );
  if (done.status !== 0) giveUp('The program could not be bundled.', `${done.stdout}\n${done.stderr}`);
  const missing = MADE.find((file) => !fs.existsSync(path.join(out, file)));
  if (missing) giveUp(`${missing} is missing in the bundle.`, 'See build/electron.vite.config.ts.');
  compileDesk(node, path.join(out, 'main'));
}

/**
 * Runs the desk once, so that what Node compiled lies beside it and its first start is as short as the others. The
 * window looks for it there; without it everything works.
 *
 * @param {string} node
 * @param {string} folder
 */
function compileDesk(node, folder) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-compile-'));
  try {
    spawnSync(node, [path.join(folder, 'desk.mjs'), '--home', home, '--stdio'], {
      input: '{"no":1,"name":"desk.site","input":{}}\n',
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
        NODE_COMPILE_CACHE_PORTABLE: '1',
      },
    });
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}

/** Waits until no other command bundles, and keeps others waiting until released. */
function aloneAtWork() {
  const lock = path.join(root, 'node_modules/.cache/bundling');
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (let tries = 0; tries < WAIT_TRIES; tries += 1) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(lock, { force: true });
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
    }
    const holder = fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : '';
    if (holder !== '' && !isAlive(Number(holder))) fs.rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_STEP_MS);
  }
  return giveUp(
    'Another command has been bundling for minutes.',
    `If it is not running any more, delete ${lock}.`,
  );
}

/** @param {number} pid */
function isAlive(pid) {
  return pid > 0 && (process.platform !== 'linux' || fs.existsSync(`/proc/${pid}`));
}

/** @param {string} out */
function isFresh(out) {
  const made = MADE.map((file) => changedAtMs(path.join(out, file)));
  return Math.min(...made) > Math.max(...SOURCES.map((source) => newestMs(path.join(root, source))));
}

/** @param {string} place */
function newestMs(place) {
  if (!fs.statSync(place).isDirectory()) return changedAtMs(place);
  const inside = fs.readdirSync(place, { recursive: true, encoding: 'utf8' });
  return Math.max(...inside.map((name) => changedAtMs(path.join(place, name))));
}

/** @param {string} file */
function changedAtMs(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
