import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');

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

interface Reply {
  readonly no?: number;
  readonly answer?: { readonly ok: boolean; readonly value?: unknown; readonly refusal?: string };
  readonly fault?: { readonly number: string; readonly message: string };
}

/**
 * A desk without a window, asked line by line as a script outside the project would
 * (`npm run desk -- --home DIR --site FILE --stdio`). Knows nothing of the product but that seam.
 */
export class DeskLine {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly #waiting = new Map<number, { done: (reply: Reply) => void; failed: (why: Error) => void }>();
  #asked = 0;
  #gone = false;

  /** @param before a program that runs the desk's Node, e.g. a tracer with its arguments */
  constructor(home: string, site: string, script = 'electron/desk/desk.ts', before: readonly string[] = []) {
    const [program, ...rest] = [...before, process.execPath];
    this.child = spawn(
      program ?? process.execPath,
      [...rest, script, '--home', home, '--site', site, '--stdio'],
      {
        cwd: ROOT,
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    this.exited = new Promise((ended) => {
      this.child.once('exit', (code) => {
        this.#gone = true;
        for (const { failed } of this.#waiting.values()) failed(new DeskGone('the desk is gone'));
        this.#waiting.clear();
        ended(code);
      });
    });
    this.child.stdin?.on('error', () => void (this.#gone = true));
    if (this.child.stdout)
      readline
        .createInterface({ input: this.child.stdout })
        .on('line', (line) => this.#heard(JSON.parse(line)));
  }

  /** The answer's value. Throws Refused, DeskGone, or an Error with the fault's number. */
  async ask(name: string, input: unknown = {}): Promise<unknown> {
    if (this.#gone) throw new DeskGone('the desk is gone');
    this.#asked += 1;
    const no = this.#asked;
    const reply = await new Promise<Reply>((done, failed) => {
      this.#waiting.set(no, { done, failed });
      this.child.stdin?.write(`${JSON.stringify({ no, name, input })}\n`);
    });
    if (reply.fault) throw new Error(`${name}: fault ${reply.fault.number} ${reply.fault.message}`);
    if (reply.answer?.ok !== true) throw new Refused(name, reply.answer?.refusal ?? 'no answer');
    return reply.answer.value;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Ends it in order: no more questions, then its own exit. */
  async end(): Promise<number | null> {
    this.child.stdin?.end();
    return this.exited;
  }

  #heard(reply: Reply): void {
    if (reply.no === undefined) return;
    const waiter = this.#waiting.get(reply.no);
    this.#waiting.delete(reply.no);
    waiter?.done(reply);
  }
}
