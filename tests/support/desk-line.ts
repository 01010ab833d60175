import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');
const BUNDLED = resolve(ROOT, '.out/main/desk.mjs');

/** The desk as it ships when it was bundled, else from source. */
export const DESK_PROGRAM = existsSync(BUNDLED) ? BUNDLED : resolve(ROOT, 'electron/desk/desk.ts');

/** A desk that is to live for a second need not tidy its memory while it starts. */
const ROOMY = '--min-semi-space-size=32';

/** The desk went away before it answered: what was asked may have happened. */
export class DeskGone extends Error {
  override name = 'DeskGone';
}

/** The desk said no, with its word. */
export class Refused extends Error {
  override name = 'Refused';
  readonly refusal: string;
  constructor(call: string, refusal: string) {
    super(`${call}: ${refusal}`);
    this.refusal = refusal;
  }
}

const Reply = z.union([
  z.object({ no: z.int(), answer: z.object({ ok: z.literal(true), value: z.unknown() }) }),
  z.object({ no: z.int(), answer: z.object({ ok: z.literal(false), refusal: z.string() }) }),
  z.object({ no: z.int(), fault: z.object({ number: z.string(), message: z.string() }) }),
  z.object({ news: z.string(), value: z.unknown() }),
]);
type Reply = z.output<typeof Reply>;

/**
 * A desk without a window, asked line by line as a script outside the project would
 * (`npm run desk -- --home DIR --site FILE --stdio`). Knows nothing of the product but that seam.
 */
export class DeskLine {
  readonly child: ChildProcess;
  /** The signal that ended it, or its exit code. Resolves when everything it said was heard. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
  readonly #waiting = new Map<number, PromiseWithResolvers<Reply>>();
  #asked = 0;
  #gone = false;
  #rest = '';

  constructor(home: string, site: string) {
    this.child = spawn(process.execPath, [ROOMY, DESK_PROGRAM, '--home', home, '--site', site, '--stdio'], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.ended = new Promise((over) => {
      this.child.once('close', (code, signal) => {
        this.#gone = true;
        for (const waiter of this.#waiting.values()) waiter.reject(new DeskGone('the desk is gone'));
        this.#waiting.clear();
        over(signal ?? code);
      });
    });
    this.child.stdin?.on('error', () => void (this.#gone = true));
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => this.#heard(text));
  }

  /** The answer's value. Throws Refused, DeskGone, or an Error with the fault's number. */
  async ask(name: string, input: unknown = {}): Promise<unknown> {
    if (this.#gone) throw new DeskGone('the desk is gone');
    this.#asked += 1;
    const no = this.#asked;
    const waiter = Promise.withResolvers<Reply>();
    this.#waiting.set(no, waiter);
    this.child.stdin?.write(`${JSON.stringify({ no, name, input })}\n`);
    const reply = await waiter.promise;
    if ('fault' in reply) throw new Error(`${name}: fault ${reply.fault.number} ${reply.fault.message}`);
    if ('news' in reply) throw new Error(`${name}: answered with news`);
    if (!reply.answer.ok) throw new Refused(name, reply.answer.refusal);
    return reply.answer.value;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Ends it in order: no more questions, then its own exit. */
  async end(): Promise<NodeJS.Signals | number | null> {
    this.child.stdin?.end();
    return this.ended;
  }

  /** A line the kill cut in two was never said. */
  #heard(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const reply = Reply.parse(JSON.parse(line));
      if ('news' in reply) continue;
      this.#waiting.get(reply.no)?.resolve(reply);
      this.#waiting.delete(reply.no);
    }
  }
}
