// Bundles main, desk, preload and renderer into .out/ with electron-vite.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { giveUp, root, say } from './prepare.mjs';

/**
 * @param {string} node
 * @param {{ strict?: boolean }} [shell] strict: the shell as it ships
 */
export function bundle(node, { strict = false } = {}) {
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
  const out = path.join(root, strict ? '.out/strict' : '.out');
  for (const file of ['main/main.mjs', 'main/desk.mjs', 'preload/preload.cjs', 'renderer/index.html'])
    if (!fs.existsSync(path.join(out, file)))
      giveUp(`${file} is missing in the bundle.`, 'See build/electron.vite.config.ts.');
}
