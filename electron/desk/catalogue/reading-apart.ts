import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { PackageLine, packageLines, PackageWish } from './package-lines.ts';

/** Reads a package somewhere else and hands its lines over, one after the other, as they are asked for. */
export type ReadPackageApart = (
  wish: PackageWish,
  following: string,
  left: AbortSignal,
) => AsyncIterable<PackageLine>;

/** The process that read the package ended before it was through. */
export class PackageReaderGone extends Error {
  override name = 'PackageReaderGone';
}

/** Reads a package in a process of its own; it waits while its lines are not taken, and ends when they are left. */
export async function* readInOwnProcess(
  wish: PackageWish,
  following: string,
  left: AbortSignal,
): AsyncGenerator<PackageLine> {
  const [node, program = ''] = process.argv;
  const child = spawn(node ?? process.execPath, [program, '--read-package'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
    signal: left,
  });
  // The window and its desk come first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  // What it says by ending is told by its lines.
  child.on('error', () => child.kill());
  try {
    child.stdin.on('error', () => child.kill());
    child.stdin.end(`${JSON.stringify(wish)}\n${following}`);
    let isThrough = false;
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
      const read = PackageLine.parse(JSON.parse(line));
      isThrough = read.line !== 'package' && read.line !== 'items' && read.line !== 'text';
      yield read;
    }
    if (!isThrough) throw new PackageReaderGone('the package was not read to its end');
  } finally {
    child.kill();
  }
}

/** The other side of it: reads the wish and what follows it, writes the lines, waits while they are not taken. */
export async function readPackageFromInput(): Promise<void> {
  const input = await text(process.stdin);
  const end = input.indexOf('\n');
  const wish = PackageWish.parse(JSON.parse(input.slice(0, end)));
  for (const line of packageLines(wish, input.slice(end + 1))) {
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
}
