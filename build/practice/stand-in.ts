import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 15_000;
const STOP_WITHIN_MS = 2_000;

/** One stand-in in its own process, driven by lines on its input. */
export class StandIn {
  readonly #script: string;
  readonly #readyLine: RegExp;
  #args: readonly string[];
  #child: ChildProcess | null = null;

  constructor(script: string, args: readonly string[], readyLine: RegExp) {
    this.#script = script;
    this.#args = args;
    this.#readyLine = readyLine;
  }

  get isRunning(): boolean {
    return this.#child !== null;
  }

  /** Resolves with the match of the line by which it says that it is ready. */
  start(): Promise<RegExpExecArray> {
    const child = spawn(process.execPath, [path.join(ROOT, this.#script), ...this.#args], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child = child;
    return new Promise((ready, failed) => {
      let said = '';
      const late = setTimeout(() => failed(new Error(`${this.#script} did not get ready`)), READY_WITHIN_MS);
      child.stdout.on('data', (chunk: Buffer) => {
        if (said.length > 4_000) return;
        said += chunk.toString('utf8');
        const match = this.#readyLine.exec(said);
        if (!match) return;
        clearTimeout(late);
        said = said.padEnd(4_001);
        ready(match);
      });
      child.once('exit', (code) => {
        clearTimeout(late);
        if (this.#child === child) this.#child = null;
        failed(new Error(`${this.#script} ended with ${code}`));
      });
    });
  }

  /** The platform keeps its address when it comes back. */
  fixPort(port: string): void {
    this.#args = this.#args.map((arg, at) => (this.#args[at - 1] === '--port' ? port : arg));
  }

  say(line: string): void {
    this.#child?.stdin?.write(`${line}\n`);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    const exited = new Promise<void>((done) => void child.once('exit', () => done()));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await exited;
    clearTimeout(late);
  }
}
