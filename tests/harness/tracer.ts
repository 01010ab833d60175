import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Every system call by which SQLite changes a file. */
export const WRITES = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink'] as const;

/** A tracer that has attached to a process. */
export interface Traced {
  /** Lets go (when the process is still there) and says how often each call was made since. */
  readonly stop: () => Promise<ReadonlyMap<string, number>>;
}

/** Counts the writes of a running process from now on. */
export function countWrites(pid: number): Promise<Traced> {
  return attach(pid, []);
}

/** Kills a running process as it begins its `nth` (from 1) call of this name. */
export function killAtWrite(pid: number, call: string, nth: number): Promise<Traced> {
  return attach(pid, ['-e', `inject=${call}:signal=SIGKILL:when=${nth}`]);
}

/** @throws Error with what to do when the system does not let one process trace another */
async function attach(pid: number, wishes: readonly string[]): Promise<Traced> {
  const wanted = ['-f', '-e', `trace=${WRITES.join(',')}`, ...wishes, '-p', String(pid)];
  const tracer = spawn('strace', wanted, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const attached = Promise.withResolvers<void>();
  tracer.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (/^strace: Process \d+ attached/m.test(said)) attached.resolve();
  });
  const over = once(tracer, 'close');
  tracer.once('error', (why) => attached.reject(refused(why.message)));
  void over.then(() => attached.reject(refused(said.trim())), attached.reject);
  await attached.promise;
  return {
    stop: async () => {
      tracer.kill('SIGINT');
      await over;
      return countsIn(said);
    },
  };
}

function refused(why: string): Error {
  return new Error(
    `strace could not attach to the desk (${why}). Install strace and run the tests as root, or allow ptrace ` +
      '(sysctl kernel.yama.ptrace_scope=0; in a container: --cap-add SYS_PTRACE).',
  );
}

function countsIn(said: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, call = ''] of said.matchAll(/^(?:\[pid +\d+\] )?(\w+)\(/gm)) {
    counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}
