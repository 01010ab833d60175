import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { Told } from '#contract/wire.ts';

const PROGRAM = new URL('../../electron/desk/desk.ts', import.meta.url).pathname;

const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), refusal: z.string() }),
]);

/** A desk in a process of its own, asked over its standard input. */
export interface RunningDesk {
  readonly pid: number;
  /** Everything it said that answers no question of `ask`. */
  readonly unasked: Told[];
  /** Rejects with the fault's sentence, or when the desk is gone. */
  readonly ask: (name: string, input?: unknown) => Promise<z.output<typeof Answer>>;
  readonly write: (line: string) => void;
  /** Ends its input and waits for its exit code. */
  readonly end: () => Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
  readonly exited: Promise<number | null>;
  readonly complaints: Promise<string>;
}

/** Starts a desk from source; it is killed when the test is over. `env` is added to this process's own. */
export function runDesk(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningDesk {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const exited = new Promise<number | null>((done) => {
    child.once('exit', (code) => done(code));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });

  const waiting = new Map<number, PromiseWithResolvers<z.output<typeof Answer>>>();
  const unasked: Told[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = Told.parse(JSON.parse(line));
    const waiter = 'no' in told ? waiting.get(told.no) : undefined;
    if (!waiter) unasked.push(told);
    else if ('answer' in told) waiter.resolve(Answer.parse(told.answer));
    else if ('fault' in told) waiter.reject(new Error(told.fault.message));
  });
  child.once('exit', () => {
    for (const waiter of waiting.values()) waiter.reject(new Error('the desk is gone'));
  });
  child.stdin.on('error', () => {});

  let asked = 0;
  return {
    pid: child.pid ?? 0,
    unasked,
    exited,
    complaints: text(child.stderr),
    ask: (name, input = {}) => {
      const no = (asked += 1);
      const waiter = Promise.withResolvers<z.output<typeof Answer>>();
      waiting.set(no, waiter);
      child.stdin.write(`${JSON.stringify({ no, name, input })}\n`);
      return waiter.promise;
    },
    write: (line) => {
      child.stdin.write(`${line}\n`);
    },
    end: () => {
      child.stdin.end();
      return exited;
    },
    kill: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}
