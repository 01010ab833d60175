import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '#desk/platform/case-event.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { expectNothingLost } from './invariants.ts';
import { anEvent, openWindow, type ReportingWindow, until } from './reporting-window.ts';

let province: RunningProvince;
let window: ReportingWindow;

let serial = 100;

beforeAll(async () => {
  province = await startProvince();
});
afterAll(() => province.stop());
afterEach(async () => {
  await window.remove();
  await province.faults({ rules: [] });
});

const nextEvent = () => anEvent((serial += 1));
const heldOf = async (event: CaseEvent) =>
  (await province.cases()).find((one) => one.caseGuid === event.caseId);

const settled = () =>
  until(
    () => window.view().owed === 0,
    () => 'everything is settled',
  );

describe('a window that stops', () => {
  it('and starts again between the platform’s yes and its own mark has one case there, settled', async () => {
    await province.faults({
      rules: [{ match: { operation: 'sendEvent' }, fault: { kind: 'slow-answer', ms: 5_000 } }],
    });
    const event = nextEvent();
    window = openWindow({
      url: province.url,
      limits: { connectMs: 200, wholeMs: 60_000, replyBytes: 1_000, headBytes: 16_000 },
    });
    window.owe(event);
    let held = false;
    await until(
      () => {
        void heldOf(event).then((found) => (held = found !== undefined));
        return held;
      },
      () => 'the platform has kept it',
    );
    const { folder } = window;
    await window.close();
    await province.faults({ rules: [] });

    window = openWindow({ url: province.url, folder });
    expect(window.debtsOf(event.caseId)[0]).toMatchObject({ state: 'unknown', doneAtMs: null });
    await settled();
    const there = await heldOf(event);
    expect(there?.events.map((one) => one.arrivals)).toEqual([2]);
    await expectNothingLost(window, province);
  });

  it('finds a province that was gone, without being told', async () => {
    window = openWindow({ url: province.url });
    const before = nextEvent();
    window.owe(before);
    await settled();
    await province.kill();
    const event = nextEvent();
    window.owe(event);
    await until(
      () => window.debtsOf(event.caseId)[0]?.because === 'away',
      () => 'nobody is there',
    );
    expect(window.view()).toMatchObject({ line: 'away', owed: 1 });
    province = await startProvince({ port: province.port });
    await settled();
    expect((await province.cases()).map((one) => one.receiptNo)).toEqual([event.receiptNumber]);
    expect(window.view().line).toBe('ok');
  });

  it('says the line is good again even when nothing is owed any more', async () => {
    const event = nextEvent();
    await province.faults({
      rules: [
        { match: { operation: 'health' }, times: 1, fault: { kind: 'reset' } },
        { match: { operation: 'sendEvent' }, fault: { kind: 'other-body' } },
      ],
    });
    window = openWindow({ url: province.url });
    window.owe(event);
    await until(
      () => window.view().needsClerk === 1,
      () => 'it is put aside',
    );
    await until(
      () => window.view().line === 'ok',
      () => 'the line is good',
    );
    expect(window.view().lastAckAtMs, 'a knock is no acknowledged write').toBeNull();
  });
});
