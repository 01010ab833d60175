import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ROOT } from '../stage/stage.ts';

/** As the shell starts the desk (electron/main/desk-process.ts). */
const LIKE_THE_DESK = ['--min-semi-space-size=16', '--no-lazy-feedback-allocation'];

/**
 * Runs a part of the bench that needs the program's own code in a process of its own.
 *
 * @returns the line of JSON it ends with
 */
export async function measuredApart(file: string): Promise<unknown> {
  const child = spawn(process.execPath, [...LIKE_THE_DESK, file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<number | null>((over) => void child.once('exit', over));
  const lines = (await text(child.stdout)).trim().split('\n');
  const code = await exited;
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return JSON.parse(lines.at(-1) ?? '');
}
