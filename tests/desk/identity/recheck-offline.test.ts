import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ClockLists } from '#contract/shapes/progress.ts';
import { recheckOffline } from '#desk/identity/recheck-offline.ts';
import { all } from '#native/sqlite/database.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';
import { deskOver } from '../../support/desk-parts.ts';
import { layCard, TRADER } from '../../support/form-desk.ts';
import { type IntakeDesk, readyCaseIn } from '../../support/intake-desk.ts';
import { aManager, progressOf, stepOn, vouched } from '../../support/progress-desk.ts';
import { sourceDesk } from '../../support/source-desk.ts';

const MINUTE_MS = 60_000;

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

const answering = (kind: string) =>
  sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: { kind } }] });

/** Accepted with the line down; the applicant's chip was read unless it was typed. */
async function acceptedOffline(by: 'chip' | 'hand' = 'chip') {
  const desk = await sourceDesk(sandbox);
  const visitId = desk.aVisit();
  const { id } = await readyCaseIn(desk, visitId, TRADER);
  if (by === 'chip') await layCard(desk, visitId);
  desk.province.line = 'away';
  const accepted = await desk.caseFrom('intake.accept', { caseId: id });
  expect(accepted.acceptedOffline).toBe(true);
  return { desk, id };
}

async function aRound(desk: IntakeDesk): Promise<void> {
  await recheckOffline(deskOver(desk.db, desk.parts, desk.clock.nowMs));
}

const rechecks = ({ db }: IntakeDesk) =>
  all(db, 'SELECT role, answer, answered_by AS by FROM identity_recheck');

async function alarms(desk: IntakeDesk): Promise<readonly string[]> {
  const reply = await desk.ask('progress.lists', { list: 'alarms' });
  return ClockLists.parse(reply.ok ? reply.value : null).lines.map(({ caseId }) => caseId);
}

describe('F16: whoever was identified by the chip without a line', () => {
  it('is asked about when the line is back, once, and a yes leaves everything as it is', async () => {
    const { desk, id } = await acceptedOffline();
    await aRound(desk);
    expect(rechecks(desk)).toEqual([]);
    desk.province.line = 'ok';
    await aRound(desk);
    const yes = [{ role: 'applicant', answer: 'same-person', by: '示范省公安厅' }];
    expect(rechecks(desk)).toEqual(yes);
    await answering('no-record');
    await aRound(desk);
    expect(rechecks(desk)).toEqual(yes);
    const view = await desk.caseFrom('intake.look', { caseId: id });
    expect([view.state, view.flags, await alarms(desk)]).toEqual(['accepted', [], []]);
  });

  it('and is not known: the case says so, the manager sees it and settles it, and the acceptance stands', async () => {
    const { desk, id } = await acceptedOffline();
    desk.province.line = 'ok';
    await answering('no-record');
    await aRound(desk);
    const view = await desk.caseFrom('intake.look', { caseId: id });
    expect(view).toMatchObject({
      state: 'accepted',
      flags: [{ kind: 'identity-unconfirmed', caseId: id, say: '示范省公安厅' }],
    });
    expect(await alarms(desk)).toEqual([id]);
    expect(all(desk.db, `SELECT outcome FROM audit WHERE call = 'identity.recheck'`)).toEqual([
      { outcome: 'other-person' },
    ]);
    await aManager(desk);
    const flag = 'identity-unconfirmed' as const;
    const voucher = await vouched(desk);
    await stepOn(desk, id, { act: 'settle-flag', flag, reason: '到派出所核过', voucher });
    expect((await progressOf(desk, id)).flags).toEqual([]);
  });

  it('and whose number is another’s is not known either', async () => {
    const { desk, id } = await acceptedOffline();
    desk.province.line = 'ok';
    await answering('other-holder');
    await aRound(desk);
    expect((await desk.caseFrom('intake.look', { caseId: id })).flags).toHaveLength(1);
  });

  it('is asked about again after a while when nobody answered', async () => {
    const { desk } = await acceptedOffline();
    desk.province.line = 'ok';
    await answering('reset');
    await aRound(desk);
    expect(rechecks(desk)).toEqual([{ role: 'applicant', answer: 'away', by: null }]);
    await sandbox.faults({ rules: [] });
    await aRound(desk);
    expect(rechecks(desk)).toMatchObject([{ answer: 'away' }]);
    desk.clock.move(11 * MINUTE_MS);
    await aRound(desk);
    expect(rechecks(desk)).toMatchObject([{ answer: 'same-person' }]);
  });

  it('by a clerk’s hand is nobody to ask about: the document was seen', async () => {
    const { desk } = await acceptedOffline('hand');
    desk.province.line = 'ok';
    await answering('no-record');
    await aRound(desk);
    expect(rechecks(desk)).toEqual([{ role: null, answer: 'nobody-to-ask', by: null }]);
  });
});
