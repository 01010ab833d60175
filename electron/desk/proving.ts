import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { keyFor } from '#native/sqlite/encryption.ts';
import { DatabaseRefused, isSound, openAtRest } from '#native/sqlite/open-database.ts';
import { openAudit } from './store/audit.ts';
import type { CopyStanding } from './store/backup.ts';

const EXIT: Readonly<Record<CopyStanding, number>> = { good: 0, 'audit-not-whole': 3, unreadable: 4 };

/**
 * Proves a backup in a process of its own, because looking at every page would keep the window waiting. The key
 * goes over the pipe, never on the command line or in the environment.
 */
export function proveInOwnProcess(file: string, keyHex: string): Promise<CopyStanding> {
  const [node, program = ''] = process.argv;
  return new Promise((done) => {
    const child = spawn(node ?? process.execPath, [program, '--prove', file], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: {},
    });
    child.once('error', () => done('unreadable'));
    child.once('exit', (code) => {
      if (code === EXIT.good) done('good');
      else done(code === EXIT['audit-not-whole'] ? 'audit-not-whole' : 'unreadable');
    });
    child.stdin.on('error', () => done('unreadable'));
    child.stdin.end(`${keyHex}\n`);
  });
}

/** The other side of it: reads the key, looks at the copy, says the code to exit with. */
export async function proveFromInput(file: string): Promise<number> {
  return EXIT[standingOf(file, (await text(process.stdin)).trim())];
}

/** Every page of the copy, and every entry of its audit. */
export function standingOf(file: string, keyHex: string): CopyStanding {
  try {
    const copy = openAtRest(file, keyHex);
    try {
      if (!isSound(copy)) return 'unreadable';
      const { firstBadSeq } = openAudit(keyFor(keyHex, 'audit')).verify(copy);
      return firstBadSeq === null ? 'good' : 'audit-not-whole';
    } finally {
      copy.close();
    }
  } catch (thrown) {
    if (thrown instanceof DatabaseRefused) return 'unreadable';
    throw thrown;
  }
}
