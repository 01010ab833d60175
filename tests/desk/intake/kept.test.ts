import { describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/shapes/case.ts';
import { caseById } from '#desk/store/cases.ts';
import { run } from '#native/sqlite/database.ts';
import { aReadyCase, citizenNumber, intakeDesk, typeApplicant } from '../../support/intake-desk.ts';

describe('what was done stays done', () => {
  it.each([
    ['the receipt number', "receipt_number = 'W990101-03-000199-X'"],
    ['the time of receipt', 'received_at_ms = received_at_ms + 1'],
    ['the day of receipt', "received_on = '2026-11-20'"],
    ['the five-day date', "notice_due_on = '2026-12-24'"],
    ['the time of acceptance', 'accepted_at_ms = accepted_at_ms - 1'],
    ['the day of acceptance', "accepted_on = '2026-11-20'"],
    ['the people of the case', "parties = '{}'"],
  ])('%s is never rewritten', async (_, change) => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    expect(() => run(desk.db, `UPDATE case_file SET ${change} WHERE id = @id`, { id: ready.id })).toThrow(
      'an act is never rewritten',
    );
  });

  it('a case cannot be half decided: state, numbers and days go together', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    for (const state of ['received', 'accepted', 'awaiting-correction', 'refused']) {
      expect(() =>
        run(desk.db, 'UPDATE case_file SET state = @state WHERE id = @id', { id: ready.id, state }),
      ).toThrow('CHECK constraint failed');
    }
    expect(caseById(desk.db, ready.id)?.state).toBe('draft');
  });

  it('a received case keeps its people when the visit goes on with another applicant', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const received = await desk.caseFrom('intake.receive', { caseId: ready.id });
    await typeApplicant(desk, ready.visitId, { name: '王示范', number: citizenNumber(13) });
    const later = await desk.caseFrom('intake.look', { caseId: ready.id });
    expect(later.applicant).toEqual(received.applicant);
    expect(later.applicant?.name).toBe('李*');
  });

  it('an objection that was no objection on the day is none later', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
    desk.clock.move(-400 * 86_400_000 * 40);
    const look: CaseView = await desk.caseFrom('intake.look', { caseId: ready.id });
    expect(look.applicant?.objections).toEqual(accepted.applicant?.objections);
  });
});
