import { describe, expect, it } from 'vitest';
import type { CaseId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { all, one } from '#native/sqlite/database.ts';
import { ACT_DAYS, aTolerantCase, correctedCase, foodPermit } from './cases.ts';
import {
  aReadyCase,
  handOverAll,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
} from '../../support/intake-desk.ts';
import {
  aManager,
  DAY_MS,
  decider,
  progressOf,
  refusalOfStep,
  stepOn,
  vouched,
  giveAllBack,
} from '../../support/progress-desk.ts';

const day = (text: string): Day => Day.parse(text);

describe('a correction that comes back', () => {
  it('is received again with a new slip, and accepted from the day all were in', async () => {
    const desk = intakeDesk();
    const corrected = await correctedCase(desk);
    expect(await refusalOfStep(desk, corrected.id, { act: 'all-in' })).toBe('materials-missing');
    desk.clock.move(2 * DAY_MS);
    await handOverAll(desk, corrected);
    const again = await stepOn(desk, corrected.id, { act: 'all-in' });
    expect(again.state).toBe('received-again');
    desk.clock.move(DAY_MS);
    const accepted = await desk.caseFrom('intake.accept', { caseId: corrected.id });
    expect(accepted).toMatchObject({ state: 'accepted', acceptedOn: '2026-11-26' });
    const slips = all(desk.db, `SELECT id FROM notice WHERE case_id = @id AND kind = 'receipt-slip'`, {
      id: corrected.id,
    });
    expect(slips).toHaveLength(2);
  });

  it('needs a supervisor and a reason for a second list, once for each leave', async () => {
    const desk = intakeDesk();
    await aManager(desk);
    const corrected = await correctedCase(desk);
    const [materialId = ''] = corrected.missing;
    await handOverAll(desk, corrected);
    await stepOn(desk, corrected.id, { act: 'all-in' });
    const view = await desk.caseFrom('intake.provide', { caseId: corrected.id, materialId, route: null });
    const list = view.missing.map((id) => ({ materialId: id, say: '补交这一份' }));
    expect(await desk.refusalOf('intake.correct', { caseId: corrected.id, list })).toBe('voucher-not-good');
    const voucher = await vouched(desk);
    const second = { voucher, reason: '原件与复印件不符' };
    const told = await desk.caseFrom('intake.correct', { caseId: corrected.id, list, second });
    expect(told.state).toBe('awaiting-correction');
    const { timeline } = await progressOf(desk, corrected.id);
    expect(timeline.at(-1)).toMatchObject({ event: 'correct', supervisor: '0901' });
    expect(one(desk.db, 'SELECT used_at_ms IS NOT NULL AS used FROM voucher')).toEqual({ used: 1 });
  });
});

describe('after acceptance', () => {
  it('a special procedure stops the clock and its end moves the due day by the days it stood', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
    const before = accepted.promisedDueOn;
    expect(
      await refusalOfStep(desk, ready.id, {
        act: 'start-special',
        procedureId: 'site',
        reason: '现场核查',
        expectedEndOn: day('2026-11-24'),
      }),
    ).toBe('end-not-after-today');
    const paused = await stepOn(desk, ready.id, {
      act: 'start-special',
      procedureId: 'site',
      reason: '现场核查',
      expectedEndOn: day('2026-11-30'),
    });
    expect(paused.state).toBe('suspended');
    expect(paused.clocks.every(({ running }) => !running)).toBe(true);
    desk.clock.move(3 * DAY_MS);
    const resumed = await stepOn(desk, ready.id, { act: 'end-special', result: '核查通过' });
    expect(resumed.state).toBe('in-review');
    expect(before).toBe('2026-12-01');
    expect(resumed.clocks.find(({ kind }) => kind === 'promised')?.dueOn).toBe('2026-12-04');
    expect(resumed.pauses).toMatchObject([{ workingDays: 3, endedOn: '2026-11-27' }]);
  });

  it('is extended once, with an approver, and the leave is used up', async () => {
    const desk = intakeDesk();
    await aManager(desk);
    const ready = await aReadyCase(desk, foodPermit);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const voucher = await vouched(desk);
    const extend = { act: 'extend', workingDays: 10, reason: '需要专家意见', voucher } as const;
    expect(await refusalOfStep(desk, ready.id, { ...extend, workingDays: 11 })).toBe('too-many-days');
    const extended = await stepOn(desk, ready.id, extend);
    expect(extended.clocks.find(({ kind }) => kind === 'promised')?.dueOn).toBe('2026-12-15');
    expect(await refusalOfStep(desk, ready.id, extend)).toBe('already-extended');
  });

  it('decider and clerk are two people where the item says so; the result is handed over to its owner', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const grant = { act: 'grant', reason: '符合条件' } as const;
    expect(await refusalOfStep(desk, ready.id, grant)).toBe('same-person-twice');
    const granted = await stepOn(desk, ready.id, grant, decider);
    expect(granted.state).toBe('decided-granted');
    await stepOn(desk, ready.id, { act: 'make-result', licenceNumber: 'JY-0001' });
    const wrong = { way: 'counter', readingId: null, certificateNumber: '990101198001010011' } as const;
    expect(await refusalOfStep(desk, ready.id, { act: 'deliver', to: wrong })).toBe('not-the-collector');
    const { applicant } = await desk.caseFrom('intake.look', { caseId: ready.id });
    expect(applicant).not.toBeNull();
    const delivered = await stepOn(desk, ready.id, {
      act: 'deliver',
      to: { way: 'express', waybill: 'SF0001234' },
    });
    expect(delivered.state).toBe('delivered');
    expect(await refusalOfStep(desk, ready.id, { act: 'archive' })).toBe('originals-here');
    await giveAllBack(desk);
    expect((await stepOn(desk, ready.id, { act: 'archive' })).state).toBe('archived');
    const kinds = all(desk.db, 'SELECT kind FROM outbox WHERE case_id = @id ORDER BY step', { id: ready.id });
    expect(kinds).toEqual(
      ['received', 'accepted', 'granted', 'result-made', 'delivered', 'archived'].map((kind) => ({
        kind: `case.${kind}`,
      })),
    );
  });

  it('a tolerant case is decided only when the promised papers are in', async () => {
    const desk = intakeDesk();
    const tolerant = await aTolerantCase(desk);
    const grant = { act: 'grant', reason: '符合条件' } as const;
    expect(await refusalOfStep(desk, tolerant.id, grant, decider)).toBe('papers-owed');
    const { owed } = await progressOf(desk, tolerant.id);
    for (const { materialId } of owed) {
      const bad = {
        act: 'fill-owed',
        materialId,
        originalsTaken: 0,
        copiesTaken: 0,
        checkedAgainstOriginal: false,
      } as const;
      expect(await refusalOfStep(desk, tolerant.id, bad)).toBe('materials-missing');
      await stepOn(desk, tolerant.id, {
        ...bad,
        originalsTaken: 1,
        copiesTaken: 1,
        checkedAgainstOriginal: true,
      });
    }
    expect((await stepOn(desk, tolerant.id, grant, decider)).state).toBe('decided-granted');
  });

  it('an overdue promise is for the supervisor: nothing follows without one', async () => {
    const desk = intakeDesk();
    await aManager(desk);
    const tolerant = await aTolerantCase(desk);
    const [owed] = (await progressOf(desk, tolerant.id)).owed;
    const answer = {
      act: 'answer-overdue',
      materialId: owed?.materialId ?? '',
      reason: '多次联系未补',
    } as const;
    const early = await vouched(desk);
    expect(await refusalOfStep(desk, tolerant.id, { ...answer, answer: 'end', voucher: early })).toBe(
      'nothing-overdue',
    );
    desk.clock.move(ACT_DAYS.afterEveryPromise * DAY_MS);
    desk.runClocks();
    desk.runClocks();
    expect(all(desk.db, `SELECT kind FROM case_alarm`)).toEqual([{ kind: 'tolerance-overdue' }]);
    expect(await refusalOfStep(desk, tolerant.id, { ...answer, answer: 'end', voucher: early })).toBe(
      'voucher-not-good',
    );
    const voucher = await vouched(desk);
    const ended = await stepOn(desk, tolerant.id, { ...answer, answer: 'end', voucher });
    expect(ended.state).toBe('closed-lapsed');
    expect(lastDebtOf(desk, tolerant.id)).toBe('case.lapsed');
    expect(endedWords(desk, tolerant.id)).toContain('不作出准予或者不予的决定');
    await giveAllBack(desk);
    expect((await stepOn(desk, tolerant.id, { act: 'archive' })).state).toBe('archived');
  });

  it('an overdue promise may give the case back instead: the papers go along, nothing is decided', async () => {
    const desk = intakeDesk();
    await aManager(desk);
    const tolerant = await aTolerantCase(desk);
    const [owed] = (await progressOf(desk, tolerant.id)).owed;
    desk.clock.move(ACT_DAYS.afterEveryPromise * DAY_MS);
    desk.runClocks();
    const voucher = await vouched(desk);
    const back = await stepOn(desk, tolerant.id, {
      act: 'answer-overdue',
      materialId: owed?.materialId ?? '',
      answer: 'return',
      reason: '申请人放弃补交',
      voucher,
    });
    expect(back.state).toBe('closed-returned');
    expect(back.timeline.at(-1)).toMatchObject({ event: 'give-back', supervisor: '0901' });
    expect(lastDebtOf(desk, tolerant.id)).toBe('case.given-back');
    expect(endedWords(desk, tolerant.id)).toContain('按退件处理');
    const view = await desk.caseFrom('intake.look', { caseId: tolerant.id });
    expect(view.acceptedOn).not.toBeNull();
    expect(await refusalOfStep(desk, tolerant.id, { act: 'grant', reason: '符合条件' }, decider)).toBe(
      'not-in-this-state',
    );
  });
});

function lastDebtOf({ db }: IntakeDesk, id: CaseId): unknown {
  const row = one(db, 'SELECT kind FROM outbox WHERE case_id = @id ORDER BY step DESC LIMIT 1', { id });
  return Object(row)['kind'];
}

/** The words of the paper that ends a case. */
function endedWords({ db }: IntakeDesk, id: CaseId): string {
  return String(
    Object(one(db, `SELECT content FROM notice WHERE case_id = @id AND kind = 'lapse'`, { id }))['content'],
  );
}

describe('told at once', () => {
  it('leaves a paper and no receipt slip, and nothing of the kind after the five days', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, itemNamed('社会保障卡申领'));
    const told = await stepOn(desk, ready.id, {
      act: 'wrong-organ',
      organ: '示范县医保局',
      whereTo: null,
      say: '请到医保窗口办理',
    });
    expect(told.state).toBe('closed-wrong-organ');
    expect(all(desk.db, 'SELECT kind FROM notice WHERE case_id = @id', { id: ready.id })).toEqual([
      { kind: 'wrong-organ' },
    ]);
    expect(
      await refusalOfStep(desk, ready.id, { act: 'withdraw', signed: { how: 'on-paper', reason: '不办了' } }),
    ).toBe('not-in-this-state');
  });
});
