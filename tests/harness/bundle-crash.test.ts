import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundlesCalls } from '#contract/calls/bundles.ts';
import { type BundleDesk, handOverBundle } from '../support/bundle-desk.ts';
import { Counter } from '../support/counter-clerk.ts';
import { DeskGone, DeskLine, Refused } from '../support/desk-line.ts';
import { copyOfWindow, type HallWindow, hallWindow } from '../support/hall-window.ts';
import { tempHome } from '../support/temp-home.ts';
import { type BundleKept, bundleKept } from './bundle-kept.ts';
import { countWrites, killAtWrite, type Traced, WRITES } from './tracer.ts';

/** 出生医学证明签发: given out by the hospital already, so that three cases are ready and two wait. */
const CERTIFICATE = '1199010199000003364990723001000';
const READY = 3;
/** Most writes are pages of the log, each like the one before: every sixth is enough. */
const EVERY_PAGE_WRITE = 6;
const AT_ONCE = 2;
const ON_A_SLOW_MACHINE_MS = 20 * 60_000;

const { output: Opened } = bundlesCalls['bundles.open'];
const { output: Accepted } = bundlesCalls['bundles.accept'];

interface Run {
  /** The desk answered: every case it called done is done. */
  readonly acknowledged: boolean;
  readonly ended: NodeJS.Signals | number | null;
  readonly counts: ReadonlyMap<string, number>;
}

describe(
  'a desk that is killed in the one act for all cases of a bundle',
  { timeout: ON_A_SLOW_MACHINE_MS },
  () => {
    it('has accepted each case wholly or not at all, and the same key accepts the rest, each once', async () => {
      const folder = tempHome();
      const window = hallWindow(folder, 3, null);
      const bundleId = await aReadyBundle(window);
      const before = bundleKept(window.home);
      expect(before).toMatchObject({ numbers: new Map(), slips: 0 });

      const counted = copyOfWindow(window, folder, 'counted');
      const { acknowledged, counts } = await acceptTraced(counted, bundleId, countWrites);
      expect(acknowledged).toBe(true);
      const whole = bundleKept(counted.home);
      expect([whole.numbers.size, whole.slips]).toEqual([READY, 1]);
      const points = [...counts]
        .flatMap(([call, count]) => Array.from({ length: count }, (_, place) => ({ call, nth: place + 1 })))
        .filter(({ call, nth }) => call !== 'pwrite64' || nth % EVERY_PAGE_WRITE === 0);
      expect(points.length).toBeGreaterThan(READY);

      const total = points.length;
      const between = new Set<number>();
      const wrong: unknown[] = [];
      const tryNext = async (): Promise<void> => {
        for (let point = points.shift(); point; point = points.shift()) {
          const { call, nth } = point;
          const copy = copyOfWindow(window, folder, `${call}-${nth}`);
          const run = await acceptTraced(copy, bundleId, (pid) => killAtWrite(pid, call, nth));
          const left = keptIn(copy, folder, `${call}-${nth}-left`);
          between.add(left.numbers.size);
          await pressAgain(copy, bundleId);
          const faults = faultsOf({ before, whole, left, resumed: bundleKept(copy.home) });
          if (run.acknowledged && left.numbers.size < READY) faults.push('what was acknowledged is lost');
          if (run.ended !== 'SIGKILL' || faults.length > 0) wrong.push({ point, ended: run.ended, faults });
          copy.remove();
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, tryNext));
      process.stdout.write(
        `bundle: killed at ${total} writes (${WRITES.map((call) => `${call} ${counts.get(call) ?? 0}`).join(', ')}), ` +
          `${wrong.length} wrong\n`,
      );
      expect(wrong).toEqual([]);
      // Killed before the first, between each two, and after the last.
      expect([...between].toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3]);
    });

    it('(control) is seen to have lost its cases when its write-ahead log is taken away', async () => {
      const folder = tempHome();
      const window = hallWindow(folder, 3, null);
      const bundleId = await aReadyBundle(window);
      const before = keptIn(window, folder, 'before');
      await acceptTraced(window, bundleId, countWrites);
      const whole = keptIn(window, folder, 'whole');
      rmSync(join(window.home, 'desk.db-wal'), { force: true });
      const resumed = bundleKept(window.home);
      expect(faultsOf({ before, whole, left: whole, resumed })).toEqual([
        'the resumed act is not the whole one',
        ...Array<string>(READY).fill('a number changed'),
        'the slip was made 0 times',
      ]);
    });
  },
);

/** Read from a copy: the desk that starts next finds its log as the kill left it. */
function keptIn(window: HallWindow, folder: string, name: string): BundleKept {
  const copy = copyOfWindow(window, folder, name);
  const kept = bundleKept(copy.home);
  copy.remove();
  return kept;
}

function faultsOf({
  before,
  whole,
  left,
  resumed,
}: Readonly<Record<'before' | 'whole' | 'left' | 'resumed', BundleKept>>): string[] {
  const known = new Set([...before.cases, ...whole.cases]);
  const faults = left.cases.filter((line) => !known.has(line)).map((line) => `half: ${line}`);
  if (resumed.cases.join('\n') !== whole.cases.join('\n'))
    faults.push('the resumed act is not the whole one');
  for (const [itemCode, number] of left.numbers) {
    if (resumed.numbers.get(itemCode) !== number) faults.push('a number changed');
  }
  if (new Set(resumed.numbers.values()).size !== resumed.numbers.size)
    faults.push('a number was given twice');
  if (resumed.slips !== 1) faults.push(`the slip was made ${resumed.slips} times`);
  return faults;
}

/** A birth with everything handed over; the desk that made it has ended in order. */
async function aReadyBundle({ home, site }: HallWindow): Promise<string> {
  const line = new DeskLine(home, site);
  const counter = new Counter(line);
  await counter.signIn();
  const { id: visitId } = await counter.receiveCitizen(1);
  await line.ask('identity.set-field', { visitId, role: 'applicant', field: 'phone', value: '13800001234' });
  const opened = Opened.parse(
    await line.ask('bundles.open', {
      visitId,
      catalogueId: 'newborn',
      without: [{ itemCode: CERTIFICATE, say: '助产机构已签发' }],
    }),
  );
  const ready = await handOverBundle(overLine(line), opened);
  expect(ready.steps.filter(({ case: one }) => one?.act)).toHaveLength(READY);
  expect(await line.end()).toBe(0);
  return opened.id;
}

function overLine(line: DeskLine): BundleDesk {
  return { ask: async (name, input) => ({ ok: true, value: await line.ask(name, input) }) };
}

async function acceptTraced(
  { home, site }: HallWindow,
  bundleId: string,
  trace: (pid: number) => Promise<Traced>,
): Promise<Run> {
  const line = new DeskLine(home, site);
  await new Counter(line).signIn();
  const tracer = await trace(line.child.pid ?? 0);
  let acknowledged = false;
  try {
    Accepted.parse(await line.ask('bundles.accept', { bundleId }));
    acknowledged = true;
  } catch (thrown) {
    if (!(thrown instanceof DeskGone)) throw thrown;
  }
  const counts = await tracer.stop();
  line.kill();
  return { acknowledged, ended: await line.ended, counts };
}

/** The clerk signs in again and presses the same key. */
async function pressAgain({ home, site }: HallWindow, bundleId: string): Promise<void> {
  const line = new DeskLine(home, site);
  await new Counter(line).signIn();
  try {
    Accepted.parse(await line.ask('bundles.accept', { bundleId }));
  } catch (thrown) {
    if (!(thrown instanceof Refused && thrown.refusal === 'nothing-ready')) throw thrown;
  }
  expect(await line.end()).toBe(0);
}
