import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { all } from '#native/sqlite/database.ts';
import { TRADER, FOOD, WORKER, formOf, formAfter, typeValue, held, aDraft } from '../../support/form-desk.ts';
import { sampleValue } from '../../support/form-values.ts';
import { aReadyCase, fillForm, intakeDesk, itemNamed } from '../../support/intake-desk.ts';

describe('a form', () => {
  it('has the fields of its item, section by section, and nothing in them', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    const form = await formOf(desk, id);
    expect(form.fields.map(({ meaning }) => meaning)).toEqual(
      Object.values(Object.groupBy(TRADER.form, ({ section }) => section.id)).flatMap((fields) =>
        (fields ?? []).map(({ meaning }) => meaning),
      ),
    );
    expect(form.values.every(({ value }) => value === null)).toBe(true);
    expect(form).toMatchObject({
      frozen: false,
      mayUndo: false,
      standing: { open: 9, wrong: 0, differing: 0 },
    });
  });

  it('keeps what is typed in one way of writing, and says what is wrong with it', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    const form = await typeValue(desk, id, 'legal-representative.citizen-number', ' 99010119870703012０ ');
    const number = held(form, 'legal-representative.citizen-number');
    expect(number.value).toMatchObject({ source: 'by-hand', shown: '9901**********0120', masked: true });
    expect(number.trouble).toEqual({ problem: 'wrong-check-digit', blocks: true });
    expect(form.standing).toMatchObject({ open: 8, wrong: 1 });
    expect(
      held(await typeValue(desk, id, 'premises.region', '９９０１０１'), 'premises.region').value?.shown,
    ).toBe('990101');
  });

  it('asks for what hangs on an answer only after that answer', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    const open = async (right: string) => (await typeValue(desk, id, 'premises.right', right)).standing.open;
    expect(await open('own')).toBe(8);
    expect(await open('rent')).toBe(9);
  });

  it('shows no personal value whole, until it is asked for, which is written down', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    await typeValue(desk, id, 'legal-representative.name', '赵示范');
    expect(JSON.stringify(await formOf(desk, id))).not.toContain('赵示范');
    const wish = {
      caseId: id,
      meaning: 'legal-representative.name',
      source: null,
      purpose: 'correct-a-value',
    };
    expect(await desk.ask('form.reveal', wish)).toEqual({ ok: true, value: { value: '赵示范' } });
    const entries = z
      .array(z.object({ call: z.string(), subject: z.string().nullable(), purpose: z.string().nullable() }))
      .parse(all(desk.db, 'SELECT call, subject, purpose FROM audit'));
    expect(entries.at(-1)).toEqual({
      call: 'form.reveal',
      subject: `${id} legal-representative.name`,
      purpose: 'correct-a-value',
    });
    expect(JSON.stringify(entries)).not.toContain('赵示范');
    expect(await desk.refusalOf('form.reveal', { ...wish, meaning: 'premises.region' })).toBe('empty');
  });

  it('says the applicant’s own data by itself, and sends a clerk who types over it to where they are', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk, WORKER);
    const form = await formOf(desk, id);
    expect(held(form, 'applicant.name')).toMatchObject({ readOnly: 'applicant', value: { shown: '李*' } });
    expect(held(form, 'applicant.birth-date').value).toMatchObject({ shown: '1987****', source: 'by-hand' });
    expect(held(form, 'applicant.sex').value?.shown).toBe('female');
    expect(held(form, 'applicant.phone')).toMatchObject({ readOnly: 'applicant', value: null });
    expect(held(form, 'applicant.ethnicity')).toMatchObject({ readOnly: null, value: null });
    const typed = (meaning: string) =>
      desk.refusalOf('form.save', { caseId: id, values: [{ meaning, value: '李' }] });
    expect(await typed('applicant.name')).toBe('field-read-only');
    expect(await typed('applicant.ethnicity')).toBe('ok');
    expect(await typed('child.name')).toBe('no-such-field');
  });
});

describe('one visit', () => {
  it('is asked a fact once: what one case knows fills the form of the next', async () => {
    const desk = intakeDesk();
    const first = await aDraft(desk);
    await typeValue(desk, first.id, 'enterprise.name', '示范小店');
    const second = await desk.caseFrom('intake.open', { visitId: first.visitId, itemCode: FOOD.code });
    expect(held(await formOf(desk, second.id), 'enterprise.name').value?.shown).toBe('示范小店');

    const both = await formOf(desk, second.id, 'visit');
    const meanings = both.fields.map(({ meaning }) => meaning);
    expect(new Set(meanings).size).toBe(meanings.length);
    expect(both.fields.find(({ meaning }) => meaning === 'enterprise.name')?.asks).toHaveLength(2);
    expect(meanings.length).toBeLessThan(TRADER.form.length + FOOD.form.length);
    await formAfter(desk, 'form.save', {
      caseId: second.id,
      scope: 'visit',
      values: [{ meaning: 'enterprise.staff-count', value: '3' }],
    });
    expect(held(await formOf(desk, first.id), 'enterprise.staff-count').value?.shown).toBe('3');
  });

  it('keeps the form of a decided case as it was, whatever is typed for another one', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const before = held(await formOf(desk, ready.id), 'enterprise.name').value?.shown;
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const next = await desk.caseFrom('intake.open', { visitId: ready.visitId, itemCode: FOOD.code });
    await typeValue(desk, next.id, 'enterprise.name', '另一家店');

    const kept = await formOf(desk, ready.id);
    expect(kept).toMatchObject({ frozen: true, mayUndo: false, people: [] });
    expect(held(kept, 'enterprise.name').value?.shown).toBe(before);
    const again = { caseId: ready.id, values: [{ meaning: 'enterprise.name', value: '改' }] };
    expect(await desk.refusalOf('form.save', again)).toBe('already-decided');
    expect(await desk.refusalOf('form.undo', { caseId: ready.id })).toBe('already-decided');
  });
});

describe('acceptance', () => {
  it('is closed while a required field is empty or wrong, and says so after what is missing', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const standing = async () =>
      (await desk.caseFrom('intake.look', { caseId: ready.id })).outcomes.find(
        ({ outcome }) => outcome === 'accept',
      );
    expect(await standing()).toMatchObject({ open: true });
    await typeValue(desk, ready.id, 'legal-representative.citizen-number', '123');
    expect(await standing()).toMatchObject({ because: 'form-incomplete' });
    await typeValue(desk, ready.id, 'legal-representative.citizen-number', '');
    expect(await standing()).toMatchObject({ because: 'form-incomplete' });
    await fillForm(desk, ready.id);
    expect(await standing()).toMatchObject({ open: true });
  });

  it('of every item of the demo catalogue is reached by filling its form as it is asked', async () => {
    for (const item of [FOOD, WORKER, itemNamed('企业设立登记（有限责任公司）')]) {
      const desk = intakeDesk();
      const ready = await aReadyCase(desk, item);
      const form = await formOf(desk, ready.id);
      expect(form.standing).toMatchObject({ open: 0, wrong: 0, differing: 0 });
      for (const field of form.fields) expect(sampleValue(field)).not.toBe('');
    }
  });
});
