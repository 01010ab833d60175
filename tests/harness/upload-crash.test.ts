import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { intakeCalls } from '#contract/calls/intake.ts';
import { pagesCalls } from '#contract/calls/pages.ts';
import { openFileBox } from '#desk/store/file-box.ts';
import { Counter } from '../support/counter-clerk.ts';
import { DeskGone, DeskLine, Refused } from '../support/desk-line.ts';
import { filesBelow } from '../support/files-below.ts';
import { copyOfWindow, type HallWindow, hallWindow } from '../support/hall-window.ts';
import { aPng } from '../support/made-files.ts';
import { tempHome } from '../support/temp-home.ts';
import { countWrites, killAtWrite, type Traced } from './tracer.ts';

const PIECE_BYTES = 46_080;
const AT_ONCE = 2;
/** Most writes are pages of the log, each like the one before: every second is enough. */
const EVERY_PAGE_WRITE = 2;
const ON_A_SLOW_MACHINE_MS = 15 * 60_000;
const PNG = aPng(190);
const HASH = createHash('sha256').update(PNG).digest('hex');

const Progress = intakeCalls['intake.add-file-piece'].output;
const Pages = pagesCalls['pages.list'].output;

interface Draft {
  readonly caseId: string;
  readonly materialId: string;
  readonly uploadId: string;
}

describe('a desk that is killed in the middle of an upload', { timeout: ON_A_SLOW_MACHINE_MS }, () => {
  it('has every piece it acknowledged, and half a file never', async () => {
    const folder = tempHome();
    const window = hallWindow(folder, 3, null);
    const draft = await aDraft(window);
    expect(PNG.length / PIECE_BYTES).toBeGreaterThan(2);

    const counted = copyOfWindow(window, folder, 'counted');
    const all = await uploadTraced(counted, draft, countWrites);
    expect(all.acknowledged).toBe(PNG.length);
    const points = pointsOf(all.counts);
    expect(points.length).toBeGreaterThan(10);

    const wrong: unknown[] = [];
    let killed = 0;
    const total = points.length;
    const tryNext = async (): Promise<void> => {
      for (let point = points.shift(); point; point = points.shift()) {
        const { call, nth } = point;
        const copy = copyOfWindow(window, folder, `${call}-${nth}`);
        const run = await uploadTraced(copy, draft, (pid) => killAtWrite(pid, call, nth));
        if (run.ended === 'SIGKILL') killed += 1;
        const found = await goOn(copy, draft, run.acknowledged);
        if (run.ended !== 'SIGKILL' || found !== 'whole') wrong.push({ point, ended: run.ended, found });
        copy.remove();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, tryNext));
    process.stdout.write(`upload: killed at ${killed} of ${total}, ${wrong.length} wrong\n`);
    expect(wrong).toEqual([]);
    expect(killed).toBe(total);
  });

  it('(control) is seen to have lost its pieces when its write-ahead log is taken away', async () => {
    const window = hallWindow(tempHome(), 3, null);
    const draft = await aDraft(window);
    const line = await atWork(window);
    await line.ask('intake.add-file-piece', pieceAt(draft, 0));
    line.kill();
    await line.ended;
    rmSync(join(window.home, 'desk.db-wal'));
    expect(await goOn(window, draft, PIECE_BYTES)).toBe('out-of-order');
  });
});

/** A case at its papers; the desk that made it has ended in order. */
async function aDraft({ home, site }: HallWindow): Promise<Draft> {
  const line = new DeskLine(home, site);
  const counter = new Counter(line);
  await counter.signIn();
  const { id, materials } = await counter.openReadyCase(await counter.receiveCitizen(1));
  const paper = materials.find(({ asked }) => asked);
  expect(await line.end()).toBe(0);
  return { caseId: id, materialId: paper?.id ?? '', uploadId: randomUUID() };
}

async function atWork({ home, site }: HallWindow): Promise<DeskLine> {
  const line = new DeskLine(home, site);
  await new Counter(line).signIn();
  return line;
}

function pieceAt(draft: Draft, offset: number) {
  const base64 = PNG.subarray(offset, offset + PIECE_BYTES).toString('base64');
  return { ...draft, name: '扫描.png', offset, totalBytes: PNG.length, base64 };
}

/** Sends piece after piece under a tracer until the file is whole or the desk is dead. */
async function uploadTraced(window: HallWindow, draft: Draft, trace: (pid: number) => Promise<Traced>) {
  const line = await atWork(window);
  const tracer = await trace(line.child.pid ?? 0);
  let acknowledged = 0;
  try {
    while (acknowledged < PNG.length) {
      const told = await line.ask('intake.add-file-piece', pieceAt(draft, acknowledged));
      acknowledged = Progress.parse(told).received;
    }
  } catch (thrown) {
    if (!(thrown instanceof DeskGone)) throw thrown;
  }
  const counts = await tracer.stop();
  line.kill();
  return { acknowledged, counts, ended: await line.ended };
}

/** Goes on from what was acknowledged; `whole` when one page with all its bytes came of it, else what was wrong. */
async function goOn(window: HallWindow, draft: Draft, acknowledged: number): Promise<string> {
  const line = await atWork(window);
  try {
    let had = Math.min(acknowledged, PNG.length - 1);
    if (acknowledged === PNG.length) had = Math.floor((PNG.length - 1) / PIECE_BYTES) * PIECE_BYTES;
    while (had < PNG.length) {
      had = Progress.parse(await line.ask('intake.add-file-piece', pieceAt(draft, had))).received;
    }
    const pages = Pages.parse(await line.ask('pages.list', { caseId: draft.caseId }));
    if (pages.length !== 1 || pages[0]?.file.hash !== HASH) return `${pages.length} pages`;
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.refusal;
    throw thrown;
  } finally {
    await line.end();
  }
  const box = openFileBox(
    join(window.home, 'files'),
    readFileSync(join(window.home, 'desk.key'), 'utf8').trim(),
  );
  const whole = filesBelow(box.folder).filter((file) => !file.endsWith('.half'));
  return whole.length === 1 && box.isWhole(HASH) ? 'whole' : 'half a file';
}

function pointsOf(counts: ReadonlyMap<string, number>): { readonly call: string; readonly nth: number }[] {
  return Array.from(counts)
    .flatMap(([call, count]) => Array.from({ length: count }, (_, place) => ({ call, nth: place + 1 })))
    .filter(({ call, nth }) => call !== 'pwrite64' || nth % EVERY_PAGE_WRITE === 0);
}
