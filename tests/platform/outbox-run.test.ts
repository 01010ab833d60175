import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { all, run } from '#native/sqlite/database.ts';
import { officialNumberOf } from '#desk/store/official-numbers.ts';
import { sendAgain, syncStateOf } from '#desk/store/outbox.ts';
import type { CaseEvent } from '#desk/platform/case-event.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { expectNothingLost } from './invariants.ts';
import { anEvent, itsAcceptance, openWindow, type ReportingWindow, until } from './reporting-window.ts';

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

describe('what is owed to the province', () => {
  it('arrives in order, with the official number kept beside the receipt number', async () => {
    window = openWindow({ url: province.url });
    const received = nextEvent();
    window.owe(received, itsAcceptance(received));
    await settled();

    const held = await heldOf(received);
    expect(held?.events.map((event) => event.step)).toEqual([1, 2]);
    expect(held?.receiptNo).toBe(received.receiptNumber);
    expect(officialNumberOf(window.db, received.caseId)).toBe(held?.projectNo);
    expect(syncStateOf(window.db, received.caseId)).toBe('done');
    expect(window.view()).toMatchObject({ line: 'ok', doneToday: 2, needsClerk: 0, owedCases: 0 });
    expect(window.view().lastAckAtMs).not.toBeNull();
  });

  it('stays owed without any traffic where no province is configured', async () => {
    window = openWindow({ url: null });
    window.owe(nextEvent());
    await window.sync.tryNow();
    expect(window.view()).toMatchObject({ line: 'not-configured', owed: 1, lastTryAtMs: null });
    expect(window.view().debts).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  it('is never deleted, and neither its words nor its key ever change', () => {
    window = openWindow({ url: null });
    window.owe(nextEvent());
    expect(() => run(window.db, 'DELETE FROM outbox')).toThrow(/never deleted/);
    expect(() => run(window.db, "UPDATE outbox SET idempotency_key = 'x'")).toThrow(/keeps what it owes/);
    expect(() => run(window.db, "UPDATE outbox SET event_json = '{}'")).toThrow(/keeps what it owes/);
  });

  it('is sent within the round when a person tries now, however long it would have waited', async () => {
    await province.faults({
      rules: [
        {
          fault: { kind: 'status', status: 503, headers: { 'retry-after': '500' } },
          match: { operation: 'sendEvent' },
        },
      ],
    });
    window = openWindow({ url: province.url });
    window.owe(nextEvent());
    await until(
      () => window.view().debts[0]?.because === 'gateway-trouble',
      () => 'the platform asks for patience',
    );
    const waitMs = (window.view().debts[0]?.nextTryAtMs ?? 0) - Date.now();
    expect(waitMs).toBeGreaterThan(400_000);
    await province.faults({ rules: [] });
    await window.sync.tryNow();
    expect(window.view().owed).toBe(0);
  });

  it('never waits longer than ten minutes, whatever a platform asks', async () => {
    await province.faults({
      rules: [
        {
          fault: { kind: 'status', status: 429, headers: { 'retry-after': '86400' } },
          match: { operation: 'sendEvent' },
        },
      ],
    });
    window = openWindow({ url: province.url });
    window.owe(nextEvent(), nextEvent());
    await until(
      () => window.view().debts.some((debt) => debt.because === 'busy'),
      () => 'the platform is busy',
    );
    const { debts } = window.view();
    const waits = debts.map((debt) => (debt.nextTryAtMs ?? 0) - Date.now());
    expect(Math.max(...waits)).toBeLessThanOrEqual(600_000);
    expect(Math.min(...waits), 'the whole queue waits').toBeGreaterThan(590_000);
  });
});

describe('a platform that repeats an old failure', () => {
  it('is asked what it holds after five times, and what it kept is settled', async () => {
    await province.faults({
      rules: [{ match: { operation: 'sendEvent' }, fault: { kind: 'status', status: 500, after: true } }],
    });
    window = openWindow({ url: province.url });
    const event = nextEvent();
    window.owe(event);
    await settled();
    expect((await heldOf(event))?.events).toMatchObject([{ arrivals: 5 }]);
    expect(window.debtsOf(event.caseId)[0]?.attempts).toBe(6);
    const acts = all(window.db, 'SELECT act FROM outbox_attempt ORDER BY seq');
    expect(acts.at(-1)).toEqual({ act: 'ask' });
  });
});

describe('a returned step', () => {
  const returning = (caseGuid: string) => ({
    rules: [
      {
        match: { operation: 'sendEvent', caseGuid },
        fault: {
          kind: 'return',
          message: '证件号码与登记信息不一致，请核实后重新报送。',
          field_errors: [{ field: 'accept.applyer_page_code', message: '不一致' }],
        },
      },
    ],
  });

  it('carries the platform’s own sentence and waits for a clerk, who sends it again with a new key', async () => {
    const event = nextEvent();
    await province.faults(returning(event.caseId));
    window = openWindow({ url: province.url });
    window.owe(event, itsAcceptance(event));
    await until(
      () => window.view().needsClerk === 1,
      () => 'it is returned',
    );
    const [returned] = window.debtsOf(event.caseId);
    expect(returned).toMatchObject({
      state: 'returned',
      platformWords: '证件号码与登记信息不一致，请核实后重新报送。',
      fieldErrors: [{ field: 'accept.applyer_page_code', say: '不一致' }],
      offers: ['send-again', 'call-technician'],
      nextTryAtMs: null,
    });
    expect(syncStateOf(window.db, event.caseId)).toBe('returned');

    await province.faults({ rules: [] });
    const id = returned?.id ?? '';
    expect(window.db.transaction(() => sendAgain(window.db, id, Date.now()))()).toBe('again');
    expect(sendAgain(window.db, id, Date.now()), 'only once').toBe('not-returned');
    window.sync.wake();
    await settled();
    await expectNothingLost(window, province);

    const Story = z.object({ key: z.string(), state: z.string(), round: z.int() });
    const story = Story.array().parse(
      all(window.db, 'SELECT idempotency_key AS key, state, round FROM outbox WHERE step = 1 ORDER BY round'),
    );
    expect(story.map(({ state, round }) => [state, round])).toEqual([
      ['returned', 1],
      ['done', 2],
    ]);
    const held = await heldOf(event);
    expect(held?.events.map((one) => one.key)[0]).toBe(story[1]?.key);
  });

  it('is the only thing that can be sent again', () => {
    window = openWindow({ url: null });
    window.owe(nextEvent());
    const [debt] = window.view().debts;
    expect(sendAgain(window.db, debt?.id ?? '', 1)).toBe('not-returned');
    expect(sendAgain(window.db, '0193a2f0-5d00-7000-8000-000000000001', 1)).toBe('no-such-debt');
  });
});

describe('an answer that cannot be believed', () => {
  it('is an official number that is another case’s', async () => {
    window = openWindow({ url: province.url });
    const one = nextEvent();
    window.owe(one);
    await settled();
    const number = officialNumberOf(window.db, one.caseId) ?? '';
    await province.faults({
      rules: [{ match: { operation: 'sendEvent' }, fault: { kind: 'wrong-number', number } }],
    });
    const other = nextEvent();
    window.owe(other);
    await until(
      () => window.debtsOf(other.caseId)[0]?.because === 'number-clash',
      () => 'the clash is seen',
    );
    expect(officialNumberOf(window.db, other.caseId)).toBeNull();
    expect(window.view()).toMatchObject({ needsClerk: 1, owed: 1 });
  });
});
