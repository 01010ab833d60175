import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Province } from '#desk/platform/province.ts';
import type { Json } from '../stand-ins/province/json.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { expectNothingLost } from './invariants.ts';
import { naiveProvince } from './naive-province.ts';
import { anEvent, openWindow, type ReportingWindow, until } from './reporting-window.ts';

let province: RunningProvince;
let window: ReportingWindow;

let serial = 100;

beforeAll(async () => {
  province = await startProvince();
});
afterAll(() => province.stop());
afterEach(() => window.remove());

const CASES = 12;

async function reportThrough(faults: Json, openProvince?: () => Province): Promise<void> {
  await province.faults(faults);
  window = openWindow({ url: province.url, ...(openProvince ? { openProvince } : {}) });
  window.owe(...Array.from({ length: CASES }, () => anEvent((serial += 1))));
  await until(
    () => window.view().owed === 0,
    () => `all are settled, ${window.view().owed} are owed`,
    12_000,
  );
}

/** The cases of this test's window, as the platform holds them. */
const held = async () => {
  const mine = new Set(window.view().debts.map((debt) => debt.caseId));
  return (await province.cases()).filter((one) => mine.has(one.caseGuid));
};
const doubled = async () => (await held()).filter((one) => one.events.length > 1).length;

describe('a platform that loses a third of its replies and only knows keys', () => {
  const losing: Json = {
    seed: 7,
    lenient: true,
    rules: [
      {
        match: { operation: 'sendEvent', probability: 0.35 },
        times: 30,
        fault: { kind: 'reset', after: true },
      },
    ],
  };

  it('holds every case once', async () => {
    await reportThrough(losing);
    expect(await held()).toHaveLength(CASES);
    expect(await doubled()).toBe(0);
    await expectNothingLost(window, province);
  });

  it('(control) holds some twice when every sending has a new key', async () => {
    await reportThrough(losing, () => naiveProvince(province.url, { freshKeys: true }));
    expect(await doubled()).toBeGreaterThan(0);
    await expect(expectNothingLost(window, province)).rejects.toThrow(/once, under our key/);
  });
});

describe('a receipt for other bytes than were sent', () => {
  const lying: Json = { rules: [{ match: { operation: 'sendEvent' }, fault: { kind: 'wrong-hash' } }] };

  it('(control) is believed by a client that compares nothing', async () => {
    await reportThrough(lying, () => naiveProvince(province.url, { freshKeys: false }));
    expect(window.view()).toMatchObject({ needsClerk: 0, doneToday: CASES });
  });

  it('settles nothing at this window', async () => {
    await province.faults(lying);
    window = openWindow({ url: province.url });
    window.owe(anEvent((serial += 1)));
    await until(
      () => window.view().needsClerk === 1,
      () => 'it is put aside',
    );
    expect(window.view()).toMatchObject({ doneToday: 0, owed: 1 });
  });
});
