// Runs one program of Node to its end.
import { spawn } from 'node:child_process';
import { root } from './prepare.mjs';

/**
 * @param {string} node
 * @param {readonly string[]} command
 * @param {{ output?: 'inherit' | 'pipe', env?: Readonly<Record<string, string | undefined>> }} [how] pipe: kept until it is over
 * @returns {Promise<{ status: number, told: string }>} status 1 also when a signal ended it
 */
export async function runProgram(node, command, { output = 'pipe', env = {} } = {}) {
  const child = spawn(node, command, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env, NO_COLOR: '1' },
  });
  /** @type {Buffer[]} */
  const told = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => told.push(chunk));
  const status = await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  return { status, told: Buffer.concat(told).toString('utf8') };
}
