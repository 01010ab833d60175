import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type * as Shapes from '#contract/shell.ts';
import type { ToDesk, ToShell } from '#contract/shell.ts';

/** What is needed to run the desk on its own Node. */
export interface DeskProgram {
  readonly node: string;
  readonly script: string;
  readonly home: string;
  readonly site: string | null;
  /** The database key, or null when the desk keeps its own key file. The desk reads its code until it is known. */
  readonly keyHex: Promise<string | null>;
}

export interface DeskListener {
  readonly ready: () => void;
  readonly said: (message: ToShell) => void;
  /** The desk is not there any more; `why` is for the log. It is started again after `againInMs`. */
  readonly gone: (why: string, againInMs: number) => void;
  /** The desk said it cannot start at all (a newer file, a wrong key): trying again would not help. */
  readonly refused: (code: string, message: string) => void;
}

const BACK_OFF_MS = [500, 1_000, 2_000, 5_000] as const;
const STEADY_AFTER_MS = 60_000;
const STOP_WITHIN_MS = 5_000;

/**
 * A desk does each thing a few dozen times a day, at moments when somebody waits. Room for new objects is there from
 * the first moment, not after five collections; and what a function meets is noted from its first call, so that it is
 * compiled while it is still the same morning.
 */
const FROM_THE_FIRST_CALL = ['--min-semi-space-size=16', '--no-lazy-feedback-allocation'];

/** Variables the desk may see. Everything else of our environment stays here. */
const PASSED_ON = [
  'PATH',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'SystemRoot',
  'APPDATA',
  'LOCALAPPDATA',
] as const;

/**
 * Starts the desk and keeps it running: restarts it with back-off, stops it in two steps.
 *
 * @source safety.md 3.9
 */
export class DeskProcess {
  readonly #program: DeskProgram;
  readonly #listener: DeskListener;
  #child: ChildProcess | null = null;
  #ready = false;
  #stopping = false;
  #failures = 0;
  #again: NodeJS.Timeout | null = null;
  #shapes: Promise<typeof Shapes> | null = null;

  constructor(program: DeskProgram, listener: DeskListener) {
    this.#program = program;
    this.#listener = listener;
  }

  get isReady(): boolean {
    return this.#ready;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  start(): void {
    const { node, script, home } = this.#program;
    const child = fork(script, ['--home', home], {
      execPath: node,
      execArgv: FROM_THE_FIRST_CALL,
      serialization: 'advanced',
      env: { ...cleanEnvironment(), ...compiledBefore(script) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    const startedAtMs = performance.now();
    let over = false;
    const end = (why: string): void => {
      if (over) return;
      over = true;
      this.#ended(child, why, performance.now() - startedAtMs);
    };
    child.on('message', (message) => void this.#heard(message));
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal ?? `exit ${code}`));
    void this.#begin(child);
  }

  /** False when there is nobody to hear it. */
  say(message: ToDesk): boolean {
    if (!this.#child?.connected) return false;
    this.#child.send(message);
    return true;
  }

  /** Asks, waits a bounded time, kills. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#again) clearTimeout(this.#again);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise<void>((done) => void child.once('exit', () => done()));
    this.say({ shell: 'stop' });
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await exited;
    clearTimeout(late);
  }

  async #begin(child: ChildProcess): Promise<void> {
    const { home, site, keyHex } = this.#program;
    const start = { shell: 'start', home, site, keyHex: await keyHex } satisfies ToDesk;
    if (child.connected) child.send(start);
    void this.#readShapes();
  }

  /** The contract is read when the windows are on their way: a desk says nothing before it is started. */
  #readShapes(): Promise<typeof Shapes> {
    return (this.#shapes ??= import('#contract/shell.ts'));
  }

  async #heard(message: unknown): Promise<void> {
    const shapes = await this.#readShapes();
    const read = shapes.ToShell.safeParse(message);
    if (!read.success) {
      process.stderr.write('the desk said something this shell does not know\n');
      return;
    }
    const said = read.data;
    if (said.desk === 'refused-to-start') {
      this.#stopping = true;
      this.#listener.refused(said.code, said.message);
      return;
    }
    if (said.desk === 'ready') {
      this.#ready = true;
      this.#listener.ready();
      return;
    }
    this.#listener.said(said);
  }

  #ended(child: ChildProcess, why: string, livedMs: number): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#ready = false;
    if (this.#stopping) return;
    this.#failures = livedMs > STEADY_AFTER_MS ? 0 : this.#failures;
    const againInMs = BACK_OFF_MS[Math.min(this.#failures, BACK_OFF_MS.length - 1)] ?? 5_000;
    this.#failures += 1;
    this.#listener.gone(why, againInMs);
    this.#again = setTimeout(() => this.start(), againInMs);
  }
}

/**
 * Node keeps what it compiled beside the script, told apart by the hash of each file, and compiles what it does not find
 * there. Bundling runs the desk once, so that it is there from the first start; a folder that cannot be written stays
 * as it is.
 */
function compiledBefore(script: string): Record<string, string> {
  return {
    NODE_COMPILE_CACHE: path.join(path.dirname(script), 'compiled'),
    NODE_COMPILE_CACHE_PORTABLE: '1',
  };
}

function cleanEnvironment(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
