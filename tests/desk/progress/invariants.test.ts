import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import { mismatchedCases } from '#desk/progress/recount.ts';
import { caseById } from '#desk/store/cases.ts';
import { all, one, run } from '#native/sqlite/database.ts';
import { Staff } from '#contract/shapes/person.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { asker } from '../../support/desk-parts.ts';
import {
  aReadyCase,
  citizenNumber,
  handOverAll,
  intakeDesk,
  typeApplicant,
} from '../../support/intake-desk.ts';
import { movedClock } from '../../support/moved-clock.ts';
import { aManager, DAY_MS, decider, progressOf, refusalOfStep, stepOn } from '../../support/progress-desk.ts';
import { correctedCase, foodPermit, received } from './cases.ts';

describe('the invariants of intake (domain.md 13.3)', () => {
  it('1: a case keeps the version of its item through every act', async () => {
    const desk = intakeDesk();
    const { id } = await received(desk);
    desk.shelf.items = desk.shelf.items.map((item) => ({ ...item, version: item.version + 1 }));
    await desk.caseFrom('intake.accept', { caseId: id });
    await stepOn(desk, id, { act: 'withdraw', signed: { how: 'on-paper', reason: '不办了' } });
    expect(caseById(desk.db, id)?.item.version).toBe(foodPermit.version);
  });

  it('2: whatever is accepted, by a clerk or by law, has its notice with number, day and seal place', async () => {
    const desk = intakeDesk();
    const { id } = await received(desk);
    desk.clock.move(8 * DAY_MS);
    desk.runClocks();
    const notice = one(
      desk.db,
      `SELECT document_number <> '' AS number, content ->> '$.sealPlace' IS NOT NULL AS seal
       FROM notice WHERE case_id = @id AND kind = 'acceptance'`,
      { id },
    );
    expect(notice).toEqual({ number: 1, seal: 1 });
  });

  it('3: a second correction list is refused without a supervisor, who cannot be the clerk', async () => {
    const desk = intakeDesk();
    const corrected = await correctedCase(desk);
    const list = [{ materialId: null, say: '再补一张' }];
    expect(await desk.refusalOf('intake.correct', { caseId: corrected.id, list })).toBe(
      'notice-already-given',
    );
    await aManager(desk);
    const own = asker({
      staff: Staff.parse({ number: '0901', name: '值班长', roles: ['clerk', 'manager'] }),
    });
    const wish = { number: '0901', password: 'a-manager-s-word-1' };
    expect(await desk.refusalOf('access.vouch', wish, own)).toBe('same-person-twice');
  });

  it('4: five working days out, one acceptance by law, dated the receipt day, over restarts and clock jumps', async () => {
    const clock = movedClock();
    const db = aCaseFile();
    const desk = intakeDesk({}, { db, clock });
    const { id } = await received(desk);
    expect(caseById(db, id)?.noticeDueOn).toBe('2026-12-01');
    clock.move(7 * DAY_MS);
    desk.runClocks();
    expect(caseById(db, id)?.state).toBe('received');
    clock.move(-30 * DAY_MS);
    desk.runClocks();
    expect(caseById(db, id)?.state).toBe('received');
    clock.move(60 * DAY_MS);
    desk.runClocks();
    const again = intakeDesk({}, { db, clock });
    again.runClocks();
    desk.runClocks();
    expect(caseById(db, id)).toMatchObject({ state: 'deemed-accepted', acceptedOn: '2026-11-24' });
    expect(all(db, `SELECT clerk FROM case_act WHERE event = 'deem-accepted'`)).toEqual([{ clerk: 'desk' }]);
    expect(all(db, `SELECT kind FROM outbox WHERE kind = 'case.deemed-accepted'`)).toHaveLength(1);
    const lists = await desk.ask('progress.lists', { list: 'alarms' });
    expect(lists).toMatchObject({ ok: true, value: { counts: { alarms: 1 } } });
    await desk.ask('progress.seen', { caseId: id });
    expect(await desk.ask('progress.lists', { list: 'alarms' })).toMatchObject({
      value: { counts: { alarms: 0 } },
    });
  });

  it('4: the list warns two working days before', async () => {
    const desk = intakeDesk();
    await received(desk);
    expect(await desk.ask('progress.lists', { list: 'notice' })).toMatchObject({ value: { lines: [] } });
    desk.clock.move(3 * DAY_MS);
    expect(await desk.ask('progress.lists', { list: 'notice' })).toMatchObject({
      value: { counts: { notice: 1 }, lines: [{ dueOn: '2026-12-01' }] },
    });
  });

  it('5: nothing is accepted while a paper that may not come later is missing, received again or not', async () => {
    const desk = intakeDesk();
    const corrected = await correctedCase(desk);
    const [materialId = ''] = corrected.missing;
    await handOverAll(desk, corrected);
    await stepOn(desk, corrected.id, { act: 'all-in' });
    await desk.caseFrom('intake.provide', { caseId: corrected.id, materialId, route: null });
    expect(await desk.refusalOf('intake.accept', { caseId: corrected.id })).toBe('materials-missing');
  });

  it('7: a stored due day that is not what the rules give is found', async () => {
    const desk = intakeDesk();
    const { id } = await received(desk);
    await desk.caseFrom('intake.accept', { caseId: id });
    expect(mismatchedCases(desk)).toEqual([]);
    run(desk.db, `UPDATE case_file SET promised_due_on = '2026-12-25' WHERE id = @id`, { id });
    expect(mismatchedCases(desk)).toEqual([id]);
    expect(await desk.ask('progress.lists', { list: 'mismatch' })).toMatchObject({
      value: { counts: { mismatch: 1 } },
    });
  });

  it('8: pauses never overlap, not even in the file, and each has a reason and a paper', async () => {
    const desk = intakeDesk();
    const { id } = await received(desk);
    await desk.caseFrom('intake.accept', { caseId: id });
    const expectedEndOn = Day.parse('2026-11-30');
    const pause = { act: 'start-special', procedureId: null, reason: '检验', expectedEndOn } as const;
    await stepOn(desk, id, pause);
    expect(await refusalOfStep(desk, id, pause)).toBe('not-in-this-state');
    expect(await refusalOfStep(desk, id, { ...pause, procedureId: 'no-such' })).toBe('not-in-this-state');
    const add = `INSERT INTO case_pause SELECT 'x', case_id, kind, name_zh, reason, started_on, expected_end_on,
      '2026-11-25', notice FROM case_pause`;
    expect(() => run(desk.db, add)).toThrow('pauses of a case do not overlap');
    expect(all(desk.db, `SELECT count(*) AS n FROM notice WHERE kind = 'special-procedure'`)).toEqual([
      { n: 1 },
    ]);
    desk.clock.move(2 * DAY_MS);
    await stepOn(desk, id, { act: 'end-special', result: '合格' });
    expect(() => run(desk.db, `UPDATE case_pause SET ended_on = '2026-11-30'`)).toThrow('never rewritten');
  });

  it('9: a case that ended takes no paper and no answer', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    await desk.caseFrom('intake.receive', { caseId: ready.id });
    await stepOn(desk, ready.id, { act: 'withdraw', signed: { how: 'on-paper', reason: '不办了' } });
    const [paper] = ready.materials;
    const wish = { caseId: ready.id, materialId: paper?.id ?? '', route: 'paper', originalsTaken: 1 };
    expect(await desk.refusalOf('intake.provide', wish)).toBe('already-decided');
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id })).toBe('already-decided');
  });

  it('10: no number is given twice, by a clerk or by a clock', async () => {
    const desk = intakeDesk();
    for (let n = 0; n < 3; n += 1) await received(desk);
    desk.clock.move(20 * DAY_MS);
    desk.runClocks();
    const numbers = all(desk.db, 'SELECT organ, document_number AS n FROM notice').map((row) =>
      JSON.stringify(row),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBe(6);
  });

  it('11: an act keeps its moment, clerk and window: nothing rewrites or forgets it', async () => {
    const desk = intakeDesk();
    const { id } = await received(desk);
    expect((await progressOf(desk, id)).timeline).toMatchObject([
      { event: 'receive', atMs: desk.clock.nowMs(), clerk: '0317', window: desk.parts.site.window },
    ]);
    expect(() => run(desk.db, 'UPDATE case_act SET at_ms = 1')).toThrow('never rewritten');
    expect(() => run(desk.db, 'DELETE FROM case_act')).toThrow('never forgotten');
  });

  it('14: a handler without an authorisation keeps the case a draft', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    const field = { visitId: ready.visitId, role: 'handler' };
    await desk.visitFrom('identity.set-field', { ...field, field: 'name', value: '赵示范' });
    const number = citizenNumber(13);
    await desk.visitFrom('identity.set-field', { ...field, field: 'certificateNumber', value: number });
    for (const call of ['intake.receive', 'intake.accept'] as const) {
      expect(await desk.refusalOf(call, { caseId: ready.id })).toBe('authorisation-missing');
    }
    expect(caseById(desk.db, ready.id)?.state).toBe('draft');
  });

  it('15: a number that fails its check bars every act until somebody gives a reason', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    await typeApplicant(desk, ready.visitId, { number: '990101198707030127' });
    expect(await desk.refusalOf('intake.receive', { caseId: ready.id })).toBe('identity-objection');
    const told = { act: 'not-needed', say: '不需要办' } as const;
    expect(await refusalOfStep(desk, ready.id, told)).toBe('identity-objection');
  });

  it('20: offline, only an item that may be is accepted, and only with a fresh catalogue', async () => {
    const desk = intakeDesk();
    const { id } = await received(desk);
    desk.province.line = 'away';
    desk.shelf.freshAtMs = desk.clock.nowMs() - 8 * DAY_MS;
    const word = foodPermit.offlineAccept ? 'catalogue-too-old' : 'offline-not-allowed';
    expect(await desk.refusalOf('intake.accept', { caseId: id })).toBe(word);
  });

  it('22: a step that waits for another runs no clock and cannot be accepted', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    run(desk.db, `UPDATE case_file SET state = 'blocked' WHERE id = @id`, { id: ready.id });
    desk.clock.move(100 * DAY_MS);
    desk.runClocks();
    const blocked = await progressOf(desk, ready.id);
    expect(blocked).toMatchObject({ state: 'blocked', clocks: [] });
    expect(blocked.acts.filter(({ open }) => open)).toEqual([]);
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id })).toBe('waits-for-step');
  });

  it('24: whoever accepted does not decide where the item splits the duties', async () => {
    const desk = intakeDesk();
    const { id } = await received(desk);
    await desk.caseFrom('intake.accept', { caseId: id });
    const deny = { act: 'deny', reason: '不符合条件' } as const;
    expect(await refusalOfStep(desk, id, deny)).toBe('same-person-twice');
    expect((await stepOn(desk, id, deny, decider)).state).toBe('decided-denied');
  });
});
