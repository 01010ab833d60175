import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeskGone, DeskLine } from '../support/desk-line.ts';
import { tempHome } from '../support/temp-home.ts';
import { type Acknowledged, Counter } from '../support/counter-clerk.ts';
import { copyOfWindow, type HallWindow, hallWindow } from '../support/hall-window.ts';
import { whatIsKept } from './kept.ts';
import { countWrites, killAtWrite, type Traced, WRITES } from './tracer.ts';

const ACCEPTS = 3;
const AT_ONCE = 2;
const ON_A_SLOW_MACHINE_MS = 20 * 60_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface KillPoint {
  readonly call: string;
  /** The how manieth of its kind, from 1. */
  readonly nth: number;
}

describe('a desk that is killed at a write of the disk', { timeout: ON_A_SLOW_MACHINE_MS }, () => {
  it(`loses nothing and leaves nothing half at any write of ${ACCEPTS} acceptances`, async () => {
    const folder = tempHome();
    const window = hallWindow(folder, 3, null);
    const ready = await readyCases(window);

    const counted = copyOfWindow(window, folder, 'counted');
    const { acknowledged: all, traced } = await acceptTraced(counted, ready, countWrites);
    expect(all).toHaveLength(ACCEPTS);
    expect(whatIsKept(counted.home, all)).toMatchObject({ lost: [], half: [] });
    const points = pointsOf(traced.counts);
    say(
      `kill points: ${points.length} (${WRITES.map((call) => `${call} ${traced.counts.get(call) ?? 0}`).join(', ')})`,
    );
    expect(points.length).toBeGreaterThan(20);

    const totals = { killed: 0, acknowledged: 0, notAcknowledged: 0 };
    const wrong: unknown[] = [];
    const tryNext = async (): Promise<void> => {
      for (let point = points.shift(); point; point = points.shift()) {
        const { call, nth } = point;
        const copy = copyOfWindow(window, folder, `${call}-${nth}`);
        const run = await acceptTraced(copy, ready, (pid) => killAtWrite(pid, call, nth));
        if (run.ended === 'SIGKILL') totals.killed += 1;
        const kept = whatIsKept(copy.home, run.acknowledged);
        totals.acknowledged += run.acknowledged.length;
        totals.notAcknowledged += kept.accepted.length - run.acknowledged.length;
        if (run.ended !== 'SIGKILL' || kept.lost.length > 0 || kept.half.length > 0) {
          wrong.push({ point, ended: run.ended, lost: kept.lost, half: kept.half });
        }
        copy.remove();
      }
    };
    const total = points.length;
    await Promise.all(Array.from({ length: AT_ONCE }, tryNext));
    say(
      `killed at ${totals.killed} of ${total}; acknowledged ${totals.acknowledged}, ` +
        `${totals.notAcknowledged} on disk and not yet acknowledged; ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
    expect(totals.killed).toBe(total);
  });

  it('(control) is seen to lose every acceptance when its write-ahead log is taken away', async () => {
    const window = hallWindow(tempHome(), 3, null);
    const { acknowledged, ended } = await acceptTraced(window, await readyCases(window), countWrites);
    expect([acknowledged.length, ended]).toEqual([ACCEPTS, 'SIGKILL']);
    rmSync(join(window.home, 'desk.db-wal'));
    expect(whatIsKept(window.home, acknowledged).lost).toHaveLength(ACCEPTS);
  });
});

/** Three drafts with all their papers; the desk that made them has ended in order. */
async function readyCases({ home, site }: HallWindow): Promise<string[]> {
  const line = new DeskLine(home, site);
  const counter = new Counter(line);
  await counter.signIn();
  const visit = await counter.receiveCitizen(1);
  const ids: string[] = [];
  for (let made = 0; made < ACCEPTS; made += 1) ids.push((await counter.openReadyCase(visit)).id);
  expect(await line.end()).toBe(0);
  return ids;
}

interface Run {
  readonly acknowledged: readonly Acknowledged[];
  readonly ended: NodeJS.Signals | number | null;
  readonly traced: { readonly counts: ReadonlyMap<string, number> };
}

/** Accepts the drafts one after another under a tracer, until all are accepted or the desk is dead. */
async function acceptTraced(
  { home, site }: HallWindow,
  ready: readonly string[],
  trace: (pid: number) => Promise<Traced>,
): Promise<Run> {
  const line = new DeskLine(home, site);
  const counter = new Counter(line);
  await counter.signIn();
  const tracer = await trace(line.child.pid ?? 0);
  const acknowledged: Acknowledged[] = [];
  try {
    for (const caseId of ready) acknowledged.push(await counter.accept(caseId));
  } catch (thrown) {
    if (!(thrown instanceof DeskGone)) throw thrown;
  }
  const counts = await tracer.stop();
  line.kill();
  return { acknowledged, ended: await line.ended, traced: { counts } };
}

function pointsOf(counts: ReadonlyMap<string, number>): KillPoint[] {
  return Array.from(counts).flatMap(([call, count]) =>
    Array.from({ length: count }, (_, place) => ({ call, nth: place + 1 })),
  );
}
