import { describe, expect, it } from 'vitest';
import { aReadyCase, intakeDesk, itemNamed, typeApplicant } from '../../support/intake-desk.ts';

describe('a case that a screen looked at before it is decided', () => {
  it('is decided by what was changed since then', async () => {
    const desk = intakeDesk();
    const { id: caseId, materials } = await aReadyCase(desk);
    expect((await desk.caseFrom('intake.look', { caseId })).missing).toEqual([]);
    const paper = materials.find(({ mandatory, asked }) => mandatory && asked);
    await desk.caseFrom('intake.provide', { caseId, materialId: paper?.id, route: null });
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('materials-missing');
  });

  it('is not decided by what another case says', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const code = itemNamed('个体工商户设立登记').code;
    const empty = await desk.caseFrom('intake.open', { visitId, itemCode: code });
    await desk.caseFrom('intake.look', { caseId: ready.id });
    expect(await desk.refusalOf('intake.accept', { caseId: empty.id })).not.toBe('ok');
    await desk.caseFrom('intake.look', { caseId: empty.id });
    expect(await desk.refusalOf('intake.accept', { caseId: ready.id })).toBe('ok');
  });

  it('is decided by what the file says when a change was taken back in between', async () => {
    const desk = intakeDesk();
    const { id: caseId, state } = await aReadyCase(desk);
    await desk.caseFrom('intake.look', { caseId });
    desk.db.exec(`CREATE TRIGGER no_room BEFORE INSERT ON outbox WHEN NEW.kind = 'case.accepted'
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    await expect(desk.ask('intake.accept', { caseId })).rejects.toThrow('no room');
    desk.db.exec('DROP TRIGGER no_room');
    expect((await desk.caseFrom('intake.look', { caseId })).state).toBe(state);
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('ok');
    expect(await desk.refusalOf('intake.accept', { caseId })).toBe('already-decided');
  });

  it('is decided by the day of the act, not by the day somebody looked', async () => {
    const desk = intakeDesk();
    const { id: caseId } = await aReadyCase(desk);
    const seen = await desk.caseFrom('intake.look', { caseId });
    desk.clock.move(24 * 60 * 60 * 1000);
    const accepted = await desk.caseFrom('intake.accept', { caseId });
    expect(accepted.acceptedOn).toBe('2026-11-25');
    expect(accepted.promisedDueOn).not.toBe(seen.ifAcceptedToday?.promisedDueOn);
  });
});
