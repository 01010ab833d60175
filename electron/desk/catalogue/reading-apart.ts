import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { Readable, type Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
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
  readonly code: 'not-started' | 'no-memory' | 'ended';

  constructor(code: PackageReaderGone['code']) {
    super(`the reader of a package: ${code}`);
    this.code = code;
  }
}

/** A province takes 1.2 GB; without a word a small computer gives a process less than that, whatever is free. */
const READER_ROOM_MB = 3_072;

/**
 * Reads a package in a process of its own; it waits while its lines are not taken, and ends when they are left.
 *
 * @throws PackageReaderGone when it ended before it was through
 */
export async function* readInOwnProcess(
  wish: PackageWish,
  following: Iterable<FollowingPiece>,
  left: AbortSignal,
): AsyncGenerator<PackageLine> {
  const [node, program = ''] = process.argv;
  const child = spawn(
    node ?? process.execPath,
    [`--max-old-space-size=${READER_ROOM_MB}`, program, '--read-package'],
    { stdio: ['pipe', 'pipe', 'ignore'], env: {}, signal: left },
  );
  const over = endOf(child);
  const notTold: unknown[] = [];
  try {
    // The window and its desk come first.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    // One piece after another, as the reader takes them: an older state may be ten megabytes.
    const pieces = Readable.from(caught(written(wish, following), notTold));
    // Why it is not read to its end is seen by how the reader ended.
    pipeline(pieces, child.stdin).catch(() => child.kill());
    let isThrough = false;
    for await (const line of linesIn(child.stdout)) {
      const read = PackageLine.parse(JSON.parse(line));
      isThrough = read.line !== 'package' && read.line !== 'items' && read.line !== 'text';
      yield read;
    }
    if (isThrough) return;
    const how = await over;
    throw notTold[0] ?? new PackageReaderGone(how);
  } finally {
    child.kill();
  }
}

/** The lines of a generator; what it throws is put aside, because a stream would only say that it broke. */
function* caught(lines: Iterable<string>, thrown: unknown[]): Generator<string> {
  try {
    yield* lines;
  } catch (what) {
    thrown.push(what);
    throw what;
  }
}

/** How the reader ended. A computer without room kills it, or it ends itself by an abort. */
function endOf(child: ChildProcess): Promise<PackageReaderGone['code']> {
  return new Promise((done) => {
    child.once('error', () => {
      child.kill();
      done('not-started');
    });
    child.once('close', (code, signal) =>
      done(code === ABORTED || signal === 'SIGKILL' || signal === 'SIGABRT' ? 'no-memory' : 'ended'),
    );
  });
}
const ABORTED = 134;

/**
 * The lines of a stream, each taken from it only when it is asked for: whoever writes waits meanwhile. Only a line feed
 * ends a line, because the text of a package may hold every other sign.
 */
async function* linesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  for await (const piece of stream) {
    let from = 0;
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, from)) {
      begun.push(piece.subarray(from, at));
      yield Buffer.concat(begun).toString('utf8');
      begun = [];
      from = at + 1;
    }
    if (from < piece.length) begun.push(piece.subarray(from));
  }
}
const LINE_FEED = 0x0a;

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
  await sayLines(packageLines(wish, followed(piecesIn(lines))), process.stdout);
}

/**
 * Writes the lines, waits while they are not taken, and is done when the last one has left. Whoever ends a process takes
 * with it what still waits for a full pipe: the last lines, when the desk is busy.
 */
export async function sayLines(lines: Iterable<PackageLine>, out: Writable): Promise<void> {
  for (const line of lines) {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  }
  await new Promise<void>((gone) => void out.write('', () => gone()));
}
