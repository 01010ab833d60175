import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A stand-in in its own process. */
export interface RunningDevice {
  /** One line on its stdin: `place resident`, `lift`, `scan TEXT`, `unplug`, `plug`. */
  readonly tell: (line: string) => void;
  /** Resolves with the next line it prints that begins with `act`, counted from the call. */
  readonly heard: (act: string) => Promise<string>;
  /** Everything it printed so far. */
  readonly said: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/**
 * Starts a stand-in device and waits until its port is there.
 *
 * @param args as on the command line, e.g. `['--port', path, '--baud', '9600']`
 * @throws Error with what it printed when it did not come up
 */
export async function startDevice(
  kind: 'id-card-reader' | 'scanner',
  args: readonly string[],
): Promise<RunningDevice> {
  const running = spawn(process.execPath, [join(import.meta.dirname, 'device.ts'), kind, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const waiting = new Set<{ act: string; tell: (line: string) => void; fail: (why: Error) => void }>();
  let over = false;

  createInterface({ input: running.stdout }).on('line', (line) => {
    said.push(line);
    for (const one of waiting) {
      if (!line.startsWith(one.act)) continue;
      waiting.delete(one);
      one.tell(line);
    }
  });
  running.once('exit', () => {
    over = true;
    for (const one of waiting) one.fail(new Error(`the ${kind} stand-in ended: ${said.join(' | ')}`));
    waiting.clear();
  });

  // A line told to a device that has ended is lost; who waits for its act hears that it ended.
  running.stdin.on('error', () => {});

  const heard = (act: string): Promise<string> =>
    new Promise((tell, fail) => void waiting.add({ act, tell, fail }));

  await heard('ready');
  return {
    tell: (line) => void running.stdin.write(`${line}\n`),
    heard,
    said: () => said,
    stop: async () => {
      if (over) return;
      const gone = once(running, 'exit');
      running.kill('SIGTERM');
      await gone;
    },
  };
}
