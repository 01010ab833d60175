import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sendAgain } from '#desk/store/outbox.ts';
import { FAULT_KINDS, seeded } from '../stand-ins/province/faults.ts';
import type { Json } from '../stand-ins/province/json.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { expectNothingLost } from '../platform/invariants.ts';
import { anEvent, itsAcceptance, openWindow, type ReportingWindow } from '../platform/reporting-window.ts';

const STEPS = 300;
const DAY_MS = 86_400_000;
/** Too slow to be fair in a long sequence, or not a fault of one request. */
const LEFT_OUT: ReadonlySet<string> = new Set(['huge', 'forget-keys', 'wrong-number', 'task-state']);
const KINDS = FAULT_KINDS.filter((kind) => !LEFT_OUT.has(kind));

let state: string;
let province: RunningProvince;
let window: ReportingWindow;
let offMs = 0;

beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), 'yichuang-platform-'));
  province = await startProvince({ state });
});
afterEach(async () => {
  await window.remove();
  await province.stop();
  rmSync(state, { recursive: true, force: true });
});

const open = (folder?: string): void => {
  window = openWindow({ url: province.url, nowMs: () => Date.now() + offMs, ...(folder ? { folder } : {}) });
};

it.each([20_261_124, 4_711])(
  'whatever goes wrong in %i, nothing is lost and nothing is there twice',
  async (seed) => {
    const roll = seeded(seed);
    const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(roll() * list.length)];
    let serial = 100;
    open();

    const acts: readonly (readonly [number, () => Promise<void> | void])[] = [
      [0.3, () => owing(anEvent((serial += 1)), roll)],
      [0.62, () => province.faults(someFaults(roll, oneOf))],
      [0.72, () => province.faults({ rules: [] })],
      [0.8, () => void window.sync.tryNow()],
      [0.87, () => sendReturnedAgain()],
      [0.93, () => jump(roll)],
      [0.985, () => restartWindow()],
      [1, () => restartProvince()],
    ];
    for (let step = 0; step < STEPS; step += 1) {
      const at = roll();
      await acts.find(([below]) => at < below)?.[1]();
      await new Promise((later) => setTimeout(later, roll() * 15));
    }

    await province.faults({ rules: [] });
    for (let round = 0; round < 60 && stillGoing().length > 0; round += 1) {
      sendReturnedAgain();
      await window.sync.tryNow();
      await new Promise((later) => setTimeout(later, 50));
    }
    await expectNothingLost(window, province);
    expect(stillGoing(), `seed ${seed}: only a case with an untrusted answer still waits`).toEqual([]);
    expect(serial).toBeGreaterThan(150);
  },
  90_000,
);

/** What is neither settled nor behind an answer that could not be believed. */
function stillGoing() {
  const { debts } = window.view();
  const blocked = new Set(debts.filter((debt) => debt.state === 'quarantined').map((debt) => debt.caseId));
  return debts.filter((debt) => debt.state !== 'done' && !blocked.has(debt.caseId));
}

function owing(event: ReturnType<typeof anEvent>, roll: () => number): void {
  if (roll() < 0.5) window.owe(event);
  else window.owe(event, itsAcceptance(event));
}

function someFaults(roll: () => number, oneOf: <T>(list: readonly T[]) => T | undefined): Json {
  const rules = Array.from({ length: 1 + Math.floor(roll() * 3) }, () => ({
    match: {
      operation:
        oneOf(['sendEvent', 'sendEvent', 'sendEvent', 'findByKey', 'findByReceipt', 'signIn', 'health']) ??
        'sendEvent',
      probability: 0.2 + roll() * 0.6,
    },
    fault: {
      kind: oneOf(KINDS) ?? 'reset',
      after: roll() < 0.5,
      ms: Math.floor(roll() * 400),
      status: oneOf([400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504, 302]) ?? 500,
      how: oneOf(['length', 'chunked', 'none']) ?? 'none',
    },
  }));
  return { seed: Math.floor(roll() * 1_000_000), rules };
}

function sendReturnedAgain(): void {
  for (const debt of window.view().debts) {
    if (debt.state === 'returned') sendAgain(window.db, debt.id, Date.now() + offMs);
  }
  window.sync.wake();
}

function jump(roll: () => number): void {
  offMs = Math.floor((roll() - 0.5) * 800 * DAY_MS);
}

async function restartWindow(): Promise<void> {
  const { folder } = window;
  await window.close();
  open(folder);
}

async function restartProvince(): Promise<void> {
  const { port } = province;
  await province.kill();
  province = await startProvince({ port, state });
}
