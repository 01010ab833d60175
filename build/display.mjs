// A display for the window: the real one, or a virtual one when there is none.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const SIZE = '1920x1080x24';

/**
 * @returns {Promise<{ env: Record<string, string>, isVirtual: boolean, close: () => void }>}
 */
export async function openDisplay() {
  const shown = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (process.platform !== 'linux' || shown) return { env: {}, isVirtual: false, close: () => {} };

  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SIZE, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((found, lost) => {
    let said = '';
    server.stdio[3]?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('\n')) found(said.trim());
    });
    server.once('error', lost);
    server.once('exit', (code) => lost(new Error(`Xvfb ended with ${code}`)));
  });
  const socket = `/tmp/.X11-unix/X${number}`;
  for (let tries = 0; tries < 50 && !fs.existsSync(socket); tries += 1) await sleep(20);
  return { env: { DISPLAY: `:${number}` }, isVirtual: true, close: () => void server.kill() };
}

/** Arguments that Electron needs on this machine: root has no sandbox, a virtual display no GPU. */
export function electronArguments() {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--log-level=3'];
}

const REFUSED_BY_THE_SHELL = ['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'SSLKEYLOGFILE'];
/** The shell knows itself where compiled code lies. */
const LEFT_OUT = new Set([...REFUSED_BY_THE_SHELL, 'NODE_COMPILE_CACHE']);

/**
 * This environment without the variables that the shell refuses or sets itself.
 *
 * @param {Record<string, string>} [more]
 * @returns {Record<string, string>}
 */
export function electronEnvironment(more = {}) {
  /** @type {Record<string, string>} */
  const kept = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && !LEFT_OUT.has(name) && !name.startsWith('ELECTRON_')) kept[name] = value;
  return { ...kept, ...more };
}
