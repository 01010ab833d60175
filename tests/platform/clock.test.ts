import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseEvent } from '#desk/platform/case-event.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { expectNothingLost } from './invariants.ts';
import { anEvent, itsAcceptance, openWindow, type ReportingWindow, until } from './reporting-window.ts';

const DAY_MS = 86_400_000;

let province: RunningProvince;
let window: ReportingWindow;
let offMs = 0;

let serial = 100;

beforeAll(async () => {
  province = await startProvince();
});
afterAll(() => province.stop());
afterEach(async () => {
  offMs = 0;
  await window.remove();
  await province.faults({ rules: [] });
});

const nextEvent = () => anEvent((serial += 1));
const heldOf = async (event: CaseEvent) =>
  (await province.cases()).find((one) => one.caseGuid === event.caseId);

const open = (folder?: string) => {
  window = openWindow({ url: province.url, nowMs: () => Date.now() + offMs, ...(folder ? { folder } : {}) });
};
const settled = () =>
  until(
    () => window.view().owed === 0,
    () => 'everything is settled',
  );

describe('a window with a wrong clock', () => {
  it.each([-400, -1, 1, 400])(
    'off by %i days reports once, in order, and says how far it is off',
    async (days) => {
      offMs = days * DAY_MS;
      open();
      const received = nextEvent();
      window.owe(received, itsAcceptance(received));
      await settled();
      await expectNothingLost(window, province);
      expect(Math.abs((window.view().skewMs ?? 0) + offMs)).toBeLessThan(5_000);
      expect(window.view().doneToday).toBe(2);
    },
  );

  it.each([-400, 400])(
    'that jumps by %i days while a step waits loses no order and no time',
    async (days) => {
      const received = nextEvent();
      await province.faults({
        rules: [{ match: { operation: 'sendEvent' }, fault: { kind: 'never', after: true } }],
      });
      open();
      window.owe(received, itsAcceptance(received));
      await until(
        () => window.view().debts.some((debt) => debt.state === 'unknown'),
        () => 'the first answer is missing',
      );
      offMs = days * DAY_MS;
      await province.faults({ rules: [] });
      window.owe(nextEvent());
      await settled();
      await expectNothingLost(window, province);
      expect((await heldOf(received))?.events).toHaveLength(2);
    },
  );

  it('cannot be told how old a key is: the platform is asked before anything is sent again', async () => {
    const event = nextEvent();
    await province.faults({
      rules: [{ match: { operation: 'sendEvent' }, fault: { kind: 'reset', after: true } }],
    });
    open();
    window.owe(event);
    await until(
      () => window.view().debts.some((debt) => debt.state === 'unknown'),
      () => 'the answer is missing',
    );
    const { folder } = window;
    await window.close();

    offMs = 3 * DAY_MS;
    await province.faults({
      rules: [{ match: { operation: 'findByKey' }, times: 1, fault: { kind: 'forget-keys' } }],
    });
    const before = await heldOf(event);
    open(folder);
    await settled();
    const after = await heldOf(event);
    expect(after?.events[0]?.arrivals, 'nothing was sent a second time').toBe(before?.events[0]?.arrivals);
    await expectNothingLost(window, province);
  });
});

describe('the platform’s clock', () => {
  it('is compared on every answer, and a platform without one is no trouble', async () => {
    await province.faults({ rules: [{ fault: { kind: 'skew', ms: 90_000 } }] });
    open();
    window.owe(nextEvent());
    await settled();
    expect(Math.abs((window.view().skewMs ?? 0) - 90_000)).toBeLessThan(5_000);
  });
});
