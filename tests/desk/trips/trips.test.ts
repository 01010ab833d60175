import { describe, expect, it } from 'vitest';
import { tripsCalls } from '#contract/calls/trips.ts';
import type { CaseId, VisitId } from '#contract/shapes/case.ts';
import { all, one } from '#native/sqlite/database.ts';
import {
  aReadyCase,
  handOverAll,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
} from '../../support/intake-desk.ts';
import { DAY_MS, stepOn } from '../../support/progress-desk.ts';
import { aTolerantCase, correctedCase } from '../progress/cases.ts';

async function comeAgain(desk: IntakeDesk, caseId: CaseId, visitId: VisitId, more: object = {}) {
  return desk.caseFrom('trips.come-again', { caseId, visitId, cause: 'correction', ...more });
}

async function reportOf(desk: IntakeDesk) {
  const reply = await desk.ask('trips.report', { days: 90 });
  if (!reply.ok) throw new Error(reply.refusal);
  return tripsCalls['trips.report'].output.parse(reply.value);
}

describe('F03 trips of a case', () => {
  it('begin with the visit it was opened in, which has no cause', async () => {
    const desk = intakeDesk();
    const opened = await aReadyCase(desk);
    expect(opened.trips).toMatchObject({ planned: 1, visits: [{ no: 1, cause: null, extra: false }] });
  });

  it('grow by a later visit with its cause, once, and count what is beyond the plan', async () => {
    const desk = intakeDesk();
    const corrected = await correctedCase(desk);
    desk.clock.move(2 * DAY_MS);
    const visitId = desk.aVisit();
    const again = await comeAgain(desk, corrected.id, visitId);
    expect(again.trips.visits).toMatchObject([
      { no: 1, extra: false },
      { no: 2, cause: 'correction', clerk: '0317', window: 3, extra: true, visitId },
    ]);
    expect(
      await desk.refusalOf('trips.come-again', { caseId: corrected.id, visitId, cause: 'own-wish' }),
    ).toBe('visit-counted');
  });

  it('ask for words where the cause says nothing', async () => {
    const desk = intakeDesk();
    const corrected = await correctedCase(desk);
    const input = { caseId: corrected.id, visitId: desk.aVisit(), cause: 'other' };
    expect(await desk.refusalOf('trips.come-again', input)).toBe('say-needed');
    const again = await desk.caseFrom('trips.come-again', { ...input, say: '带错了材料' });
    expect(again.trips.visits.at(-1)?.say).toBe('带错了材料');
  });

  it('are counted by the act itself, where the case was not taken up first', async () => {
    const desk = intakeDesk();
    const corrected = await correctedCase(desk);
    const visitId = desk.aVisit();
    await handOverAll(desk, corrected);
    await stepOn(desk, corrected.id, { act: 'all-in' });
    const visits = all(
      desk.db,
      'SELECT no, cause, visit_id AS visitId FROM case_visit WHERE case_id = @id ORDER BY no',
      {
        id: corrected.id,
      },
    );
    expect(visits.at(-1)).toEqual({ no: 2, cause: 'correction', visitId });
  });

  it('are never rewritten', async () => {
    const desk = intakeDesk();
    const { id } = await aReadyCase(desk);
    expect(() => desk.db.exec(`UPDATE case_visit SET at_ms = 0 WHERE case_id = '${id}'`)).toThrow(
      /never rewritten/,
    );
  });

  it('go with a draft that is thrown away', async () => {
    const desk = intakeDesk();
    const { id } = await aReadyCase(desk);
    await desk.visitFrom('intake.discard', { caseId: id });
    expect(one(desk.db, 'SELECT count(*) AS left FROM case_visit')).toEqual({ left: 0 });
  });

  it('make the list of items with more than one trip', async () => {
    const desk = intakeDesk();
    const corrected = await correctedCase(desk);
    await aTolerantCase(desk);
    expect(await reportOf(desk)).toEqual([]);
    await comeAgain(desk, corrected.id, desk.aVisit(), { cause: 'paper-not-told' });
    await comeAgain(desk, corrected.id, desk.aVisit());
    expect(await reportOf(desk)).toMatchObject([
      {
        itemNameZh: corrected.item.nameZh,
        planned: 1,
        cases: 1,
        again: 1,
        extra: 2,
        causes: [
          { cause: 'correction', count: 1 },
          { cause: 'paper-not-told', count: 1 },
        ],
        leaving: [],
      },
    ]);
  });
});

describe('F15 nobody needs to come back', () => {
  it('is asked of every case of the visit, those taken up again too', async () => {
    const desk = intakeDesk();
    const tolerant = await aTolerantCase(desk);
    const visitId = desk.aVisit();
    await comeAgain(desk, tolerant.id, visitId, { cause: 'own-wish' });
    const reply = await desk.ask('trips.leaving', { visitId });
    expect(reply).toMatchObject({
      ok: true,
      value: [
        {
          caseId: tolerant.id,
          comeBack: [
            { reason: 'signature-missing', notice: 'tolerance' },
            { reason: 'paper-owed' },
            { reason: 'collect-result' },
          ],
        },
      ],
    });
  });

  it('is true when the result is sent with an address, which is never shown whole', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const sent = await desk.caseFrom('trips.choose-delivery', {
      caseId: ready.id,
      delivery: { way: 'express', address: '示范省示范县新光路 5 号 2 单元', phone: '13800001234' },
    });
    expect(sent.trips).toMatchObject({ comeBack: [], delivery: { way: 'express', phone: '138****1234' } });
    expect(sent.trips.delivery?.address).not.toContain('新光路');
    const reply = await desk.ask('trips.leaving', { visitId: ready.visitId });
    expect(reply).toEqual({ ok: true, value: [] });
  });

  it('says no to a way the item does not know, and to a case that ended', async () => {
    const desk = intakeDesk();
    const [first] = desk.shelf.items;
    desk.shelf.items = desk.shelf.items.map((item) => ({ ...item, delivery: ['counter'] }));
    const ready = await aReadyCase(desk, first);
    const delivery = { way: 'express', address: '示范省示范县新光路 5 号', phone: '13800001234' };
    expect(await desk.refusalOf('trips.choose-delivery', { caseId: ready.id, delivery })).toBe(
      'way-not-offered',
    );
    await desk.caseFrom('intake.refuse', { caseId: ready.id, reason: 'other', say: '不符合条件' });
    expect(
      await desk.refusalOf('trips.choose-delivery', { caseId: ready.id, delivery: { way: 'counter' } }),
    ).toBe('not-in-this-state');
  });
});

describe('the way the form names', () => {
  it('is what the citizen wants, and nobody asks them again', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, itemNamed('社会保障卡申领'));
    const { id: caseId } = ready;
    const say = async (value: string): Promise<string> =>
      desk.refusalOf('form.save', { caseId, values: [{ meaning: 'delivery.way', value }] });
    expect(await say('counter')).toBe('ok');
    const fetched = await desk.caseFrom('intake.look', { caseId });
    expect(fetched.trips).toMatchObject({ delivery: { way: 'counter' } });
    expect(fetched.trips.comeBack.every(({ wanted }) => wanted)).toBe(true);
    expect(await say('courier')).toBe('ok');
    expect((await desk.caseFrom('intake.look', { caseId })).trips.comeBack).toEqual([]);
  });
});
