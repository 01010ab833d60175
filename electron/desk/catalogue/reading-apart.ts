import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { followed, type FollowingPiece } from './package-chain.ts';
import { PackageLine, packageLines, PackageWish } from './package-lines.ts';

/** Reads a package somewhere else and hands its lines over, one after the other, as they are asked for. */
export type ReadPackageApart = (
  wish: PackageWish,
  following: Iterable<FollowingPiece>,
  left: AbortSignal,
) => AsyncIterable<PackageLine>;

/** The process that read the package ended before it was through. */
export class PackageReaderGone extends Error {
  override name = 'PackageReaderGone';
}

/** Reads a package in a process of its own; it waits while its lines are not taken, and ends when they are left. */
export async function* readInOwnProcess(
  wish: PackageWish,
  following: Iterable<FollowingPiece>,
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
    // One piece after another, as the reader takes them: an older state may be ten megabytes.
    Readable.from(written(wish, following)).pipe(child.stdin);
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

function* written(wish: PackageWish, following: Iterable<FollowingPiece>): Generator<string> {
  yield `${JSON.stringify(wish)}\n`;
  for (const { hash, bytes } of following) {
    yield `${JSON.stringify({ hash, base64: Buffer.from(bytes).toString('base64') })}\n`;
  }
}

const PieceLine = z.strictObject({ hash: z.string().nullable(), base64: z.string() });

function* piecesIn(lines: readonly string[]): Generator<FollowingPiece> {
  for (const line of lines) {
    const { hash, base64 } = PieceLine.parse(JSON.parse(line));
    yield { hash, bytes: Buffer.from(base64, 'base64') };
  }
}

/** The other side of it: reads the wish and what follows it, writes the lines, waits while they are not taken. */
export async function readPackageFromInput(): Promise<void> {
  const [first = '', ...lines] = (await text(process.stdin)).split('\n').filter(Boolean);
  const wish = PackageWish.parse(JSON.parse(first));
  for (const line of packageLines(wish, followed(piecesIn(lines)))) {
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
}
