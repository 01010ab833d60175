import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { isGoodCopy } from './store/backup.ts';

/**
 * Proves a backup in a process of its own, because looking at every page would keep the window waiting. The key
 * goes over the pipe, never on the command line or in the environment.
 */
export function proveInOwnProcess(file: string, keyHex: string): Promise<boolean> {
  const [node, program = ''] = process.argv;
  return new Promise((done) => {
    const child = spawn(node ?? process.execPath, [program, '--prove', file], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {},
    });
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
    child.stdin.on('error', () => done(false));
    child.stdin.end(`${keyHex}\n`);
  });
}

/** The other side of it: reads the key, looks at the copy. */
export async function proveFromInput(file: string): Promise<boolean> {
  return isGoodCopy(file, (await text(process.stdin)).trim());
}
