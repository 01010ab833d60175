import fs from 'node:fs';
import path from 'node:path';
import { bundle } from '../bundle.mjs';
import { ROOT } from '../stage/stage.ts';

const SOURCES = ['electron', 'native', 'renderer', 'build/electron.vite.config.ts', 'package.json'];
const MADE = [
  '.out/main/main.mjs',
  '.out/main/desk.mjs',
  '.out/preload/preload.cjs',
  '.out/renderer/index.html',
];

/** Bundles when something of the program is newer than the bundle. */
export function bundleWhenOlder(): void {
  const made = MADE.map((file) => path.join(ROOT, file));
  const isThere = made.every((file) => fs.existsSync(file));
  const madeAtMs = isThere ? Math.min(...made.map((file) => fs.statSync(file).mtimeMs)) : 0;
  if (SOURCES.some((source) => changedAtMs(path.join(ROOT, source)) > madeAtMs)) bundle(process.execPath);
}

function changedAtMs(place: string): number {
  const standing = fs.statSync(place);
  if (!standing.isDirectory()) return standing.mtimeMs;
  return fs
    .readdirSync(place)
    .filter((name) => name !== 'node_modules')
    .reduce((newest, name) => Math.max(newest, changedAtMs(path.join(place, name))), 0);
}
