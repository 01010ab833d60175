import { describe, expect, it } from 'vitest';
import { formOf, formAfter, typeValue, held, aDraft, layCard } from '../../support/form-desk.ts';
import { intakeDesk } from '../../support/intake-desk.ts';

describe('undo', () => {
  it('takes an answer back whole, however it was typed, and the one before after it', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    for (const typed of ['示', '示范', '示范小店']) await typeValue(desk, id, 'enterprise.name', typed);
    await typeValue(desk, id, 'enterprise.business-scope', '零售');
    await typeValue(desk, id, 'enterprise.business-scope', '');
    const undo = () => formAfter(desk, 'form.undo', { caseId: id });
    expect(held(await undo(), 'enterprise.name').value?.shown).toBe('示范小店');
    const empty = await undo();
    expect(held(empty, 'enterprise.name').value).toBeNull();
    expect(empty.mayUndo).toBe(false);
    expect(await desk.refusalOf('form.undo', { caseId: id })).toBe('nothing-to-undo');
  });

  it('takes an act that filled several fields back as one', async () => {
    const desk = intakeDesk();
    const { id, visitId } = await aDraft(desk);
    await typeValue(desk, id, 'legal-representative.name', '赵示范');
    await layCard(desk, visitId);
    const taken = { caseId: id, person: 'legal-representative', role: 'applicant' };
    await formAfter(desk, 'form.take-person', taken);
    const before = await formAfter(desk, 'form.undo', { caseId: id });
    expect(held(before, 'legal-representative.name')).toMatchObject({
      value: { source: 'by-hand' },
      sources: [],
    });
    expect(held(before, 'legal-representative.citizen-number').value).toBeNull();
  });

  it('survives a restart: it is in the file', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    await typeValue(desk, id, 'enterprise.name', '示范小店');
    const again = intakeDesk({}, { db: desk.db, clock: desk.clock });
    expect((await formOf(again, id)).mayUndo).toBe(true);
    expect(held(await formAfter(again, 'form.undo', { caseId: id }), 'enterprise.name').value).toBeNull();
  });
});

describe('a person of the form who is at the window', () => {
  it('is not typed: the card fills name, number and address, and nobody else is offered', async () => {
    const desk = intakeDesk();
    const { id, visitId } = await aDraft(desk);
    expect((await formOf(desk, id)).people).toEqual(['legal-representative']);
    await layCard(desk, visitId);
    const form = await formAfter(desk, 'form.take-person', {
      caseId: id,
      person: 'legal-representative',
      role: 'applicant',
    });
    expect(held(form, 'legal-representative.name').value).toMatchObject({
      source: 'card',
      asOf: '2026-11-24',
    });
    expect(held(form, 'legal-representative.citizen-number')).toMatchObject({
      trouble: null,
      value: { source: 'card' },
    });
    const nobody = { caseId: id, person: 'legal-representative', role: 'handler' };
    expect(await desk.refusalOf('form.take-person', nobody)).toBe('no-such-person');
  });
});
