import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CaseId, CaseLine } from '#contract/shapes/case.ts';
import { ClockLists, VoucherId } from '#contract/shapes/progress.ts';
import { keepSharedQueries } from '#desk/store/shared-queries.ts';
import { standingDebts } from '#desk/store/outbox-view.ts';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { all } from '#native/sqlite/database.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';
import { layCard, TRADER } from '../../support/form-desk.ts';
import { type IntakeDesk, readyCaseIn } from '../../support/intake-desk.ts';
import { acceptedOffline, aRecheckRound } from '../../support/offline-desk.ts';
import { aManager, progressOf, refusalOfStep, stepOn, vouched } from '../../support/progress-desk.ts';
import { provinceOf } from '../../support/source-desk.ts';

const Owed = z.array(z.object({ event: z.string().transform((text) => CaseEvent.parse(JSON.parse(text))) }));

const MINUTE_MS = 60_000;

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

const answering = (kind: string) =>
  sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: { kind } }] });

/** What the case waits for, as its page, the lists of cases and the debts say it. */
async function waits(desk: IntakeDesk, caseId: CaseId): Promise<readonly (string | null | undefined)[]> {
  const { identityWait, receiptNumber } = await desk.caseFrom('intake.look', { caseId });
  const found = await desk.ask('intake.find-cases', { text: receiptNumber });
  const lines = CaseLine.array().parse(found.ok ? found.value : null);
  const debts = standingDebts(desk.db, 'ok', { sinceMs: 0, holdUntilMs: null });
  expect(debts.length).toBeGreaterThan(0);
  return [identityWait, ...lines.map((one) => one.identityWait), ...debts.map((one) => one.identityWait)];
}

/** Every place says the same. */
async function waitOf(desk: IntakeDesk, caseId: CaseId): Promise<unknown> {
  const said = new Set(await waits(desk, caseId));
  expect(said.size).toBe(1);
  return [...said][0];
}

async function listWith(desk: IntakeDesk, connected: boolean): Promise<void> {
  const province = provinceOf(sandbox);
  const list = await province.listQueries();
  await province.close();
  if (list.answer !== 'listed') throw new Error(list.answer);
  const queries = list.queries.map((one) => (one.code === 'population.basic' ? { ...one, connected } : one));
  desk.db.transaction(() => keepSharedQueries(desk.db, queries))();
}

const rechecks = ({ db }: IntakeDesk) =>
  all(db, 'SELECT role, answer, answered_by AS by FROM identity_recheck ORDER BY asked_at_ms');

async function alarms(desk: IntakeDesk): Promise<readonly string[]> {
  const reply = await desk.ask('progress.lists', { list: 'alarms' });
  return ClockLists.parse(reply.ok ? reply.value : null).lines.map(({ caseId }) => caseId);
}

describe('F16: whoever was identified by the chip without a line', () => {
  it('is asked about when the line is back, once, and a yes leaves everything as it is', async () => {
    const { desk, id } = await acceptedOffline(sandbox);
    await aRecheckRound(desk);
    expect(rechecks(desk)).toEqual([]);
    desk.province.line = 'ok';
    await aRecheckRound(desk);
    const yes = [{ role: 'applicant', answer: 'same-person', by: '示范省公安厅' }];
    expect(rechecks(desk)).toEqual(yes);
    await answering('no-record');
    await aRecheckRound(desk);
    expect(rechecks(desk)).toEqual(yes);
    const view = await desk.caseFrom('intake.look', { caseId: id });
    expect([view.state, view.flags, await alarms(desk)]).toEqual(['accepted', [], []]);
  });

  it('and is not known: the case says so, the manager sees it and settles it, and the acceptance stands', async () => {
    const { desk, id } = await acceptedOffline(sandbox);
    desk.province.line = 'ok';
    await answering('no-record');
    await aRecheckRound(desk);
    const accepted = await desk.caseFrom('intake.look', { caseId: id });
    expect(accepted).toMatchObject({
      state: 'accepted',
      flags: [{ kind: 'identity-unconfirmed', caseId: id, say: '示范省公安厅' }],
    });
    expect(await alarms(desk)).toEqual([id]);
    expect(all(desk.db, `SELECT outcome FROM audit WHERE call = 'identity.recheck'`)).toEqual([
      { outcome: 'other-person' },
    ]);
    await aManager(desk);
    const settle = { act: 'settle-flag', flag: 'identity-unconfirmed', reason: '到派出所核过' } as const;
    const voucher = await vouched(desk);
    const view = await stepOn(desk, id, { ...settle, voucher });
    expect(view.timeline.at(-1)).toMatchObject({ event: 'settle-flag', supervisor: '0901' });
    expect((await progressOf(desk, id)).flags).toEqual([]);
    expect(await refusalOfStep(desk, id, { ...settle, voucher: await vouched(desk) })).toBe(
      'not-in-this-state',
    );
  });

  it('and is not known: every case of theirs shows it until a supervisor settles it, and the province is told', async () => {
    const { desk, id } = await acceptedOffline(sandbox);
    desk.province.line = 'ok';
    await answering('no-record');
    await aRecheckRound(desk);
    const visitId = desk.aVisit();
    const other = await readyCaseIn(desk, visitId, TRADER);
    await layCard(desk, visitId);
    const flagsThere = async () => (await desk.caseFrom('intake.look', { caseId: other.id })).flags;
    expect(await flagsThere()).toMatchObject([{ kind: 'identity-unconfirmed', caseId: id }]);

    await aManager(desk);
    const settle = { act: 'settle-flag', flag: 'identity-unconfirmed', reason: '到派出所核过' } as const;
    const forged = VoucherId.parse('018f0000-0000-4000-8000-000000000001');
    expect(await refusalOfStep(desk, id, { ...settle, voucher: forged })).toBe('voucher-not-good');
    expect(await flagsThere()).toHaveLength(1);
    await stepOn(desk, id, { ...settle, voucher: await vouched(desk) });
    expect(await flagsThere()).toEqual([]);
    const told = all(desk.db, 'SELECT event_json AS event FROM outbox WHERE case_id = @id ORDER BY step', {
      id,
    });
    expect(Owed.parse(told).at(-1)?.event).toMatchObject({
      kind: 'case.flag-settled',
      flags: [{ kind: 'identity-unconfirmed', cleared: { result: 'settled' } }],
    });
  });

  it('and whose number is another’s is not known either', async () => {
    const { desk, id } = await acceptedOffline(sandbox);
    desk.province.line = 'ok';
    await answering('other-holder');
    await aRecheckRound(desk);
    expect((await desk.caseFrom('intake.look', { caseId: id })).flags).toHaveLength(1);
  });

  it('is asked about again after a while when nobody answered', async () => {
    const { desk } = await acceptedOffline(sandbox);
    desk.province.line = 'ok';
    await answering('reset');
    await aRecheckRound(desk);
    expect(rechecks(desk)).toEqual([{ role: 'applicant', answer: 'away', by: null }]);
    await sandbox.faults({ rules: [] });
    await aRecheckRound(desk);
    expect(rechecks(desk)).toMatchObject([{ answer: 'away' }]);
    desk.clock.move(11 * MINUTE_MS);
    await aRecheckRound(desk);
    expect(rechecks(desk)).toMatchObject([{ answer: 'away' }, { answer: 'same-person' }]);
  });

  it('by a clerk’s hand is nobody to ask about: the document was seen', async () => {
    const { desk } = await acceptedOffline(sandbox, { by: 'hand' });
    desk.province.line = 'ok';
    await answering('no-record');
    await aRecheckRound(desk);
    expect(rechecks(desk)).toEqual([{ role: null, answer: 'nobody-to-ask', by: null }]);
  });

  it('bears a mark while it waits, which says what for and goes with the answer', async () => {
    const { desk, id } = await acceptedOffline(sandbox);
    expect(await waitOf(desk, id)).toBe('to-ask');
    desk.province.line = 'ok';
    await answering('reset');
    await aRecheckRound(desk);
    expect(await waitOf(desk, id)).toBe('unanswered');
    await sandbox.faults({ rules: [] });
    desk.clock.move(11 * MINUTE_MS);
    await aRecheckRound(desk);
    expect(await waitOf(desk, id)).toBeNull();
  });

  it('bears no mark where a clerk saw the document, and none once the answer was a no: then it is a flag', async () => {
    const byHand = await acceptedOffline(sandbox, { by: 'hand' });
    expect(await waitOf(byHand.desk, byHand.id)).toBeNull();
    const { desk, id } = await acceptedOffline(sandbox);
    desk.province.line = 'ok';
    await answering('no-record');
    await aRecheckRound(desk);
    expect(await waitOf(desk, id)).toBeNull();
  });

  it('is not asked about where the register is not connected, and the case says so until it is', async () => {
    const { desk, id } = await acceptedOffline(sandbox);
    desk.province.line = 'ok';
    await listWith(desk, false);
    const before = (await sandbox.queries()).length;
    await aRecheckRound(desk);
    await aRecheckRound(desk);
    expect(await waitOf(desk, id)).toBe('not-connected');
    expect(rechecks(desk)).toEqual([{ role: 'applicant', answer: 'away', by: null }]);
    expect(await sandbox.queries()).toHaveLength(before);

    await listWith(desk, true);
    desk.clock.move(11 * MINUTE_MS);
    await aRecheckRound(desk);
    expect(await waitOf(desk, id)).toBeNull();
    expect(await sandbox.queries()).toHaveLength(before + 1);
  });

  it('waits while nobody has said yet what may be asked', async () => {
    const { desk, id } = await acceptedOffline(sandbox, { listed: false });
    desk.province.line = 'ok';
    await aRecheckRound(desk);
    expect(await waitOf(desk, id)).toBe('to-ask');
    expect(rechecks(desk)).toEqual([]);
  });
});
