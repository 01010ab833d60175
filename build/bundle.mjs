// Bundles main, desk, preload and renderer into .out/ with electron-vite; does nothing when no source is newer.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
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

/**
 * @param {string} node
 * @param {{ strict?: boolean }} [shell] strict: the shell as it ships
 */
export function bundle(node, { strict = false } = {}) {
  const out = path.join(root, strict ? '.out/strict' : '.out');
  if (isFresh(out)) return;
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
