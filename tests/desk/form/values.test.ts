import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { VisitId } from '#contract/shapes/case.ts';
import { FormValues, FormView } from '#contract/shapes/form-view.ts';
import type { FieldValue } from '#contract/shapes/form-value.ts';
import { all } from '#native/sqlite/database.ts';
import { sampleValue } from '../../support/form-values.ts';
import {
  aCard,
  aReading,
  aReadyCase,
  citizenNumber,
  fillForm,
  handOverAll,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  typeApplicant,
} from '../../support/intake-desk.ts';

const TRADER = itemNamed('个体工商户设立登记');
const FOOD = itemNamed('食品经营许可（新办）');
const WORKER = itemNamed('灵活就业人员企业职工养老保险参保登记');
const DAY_MS = 86_400_000;

async function look(desk: IntakeDesk, caseId: string, scope = 'case'): Promise<FormView> {
  const reply = await desk.ask('form.look', { caseId, scope });
  if (!reply.ok) throw new Error(reply.refusal);
  return FormView.parse(reply.value);
}

async function changed(
  desk: IntakeDesk,
  name: 'form.save' | 'form.undo' | 'form.pick' | 'form.take-person' | 'form.take-earlier',
  input: object,
) {
  const reply = await desk.ask(name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.refusal}`);
  return FormValues.parse(reply.value);
}

const save = (desk: IntakeDesk, caseId: string, meaning: string, value: string) =>
  changed(desk, 'form.save', { caseId, values: [{ meaning, value }] });

function held(form: { readonly values: readonly FieldValue[] }, meaning: string): FieldValue {
  const found = form.values.find((one) => one.meaning === meaning);
  if (!found) throw new Error(`no ${meaning}`);
  return found;
}

async function aDraft(desk: IntakeDesk, item = TRADER, visitId: VisitId = desk.aVisit()) {
  await typeApplicant(desk, visitId);
  return desk.caseFrom('intake.open', { visitId, itemCode: item.code });
}

async function layCard(desk: IntakeDesk, visitId: VisitId, role = 'applicant', number = citizenNumber()) {
  const readingId = randomUUID();
  const reading = aReading({ id: readingId, readAtMs: desk.clock.nowMs(), card: aCard({ number }) });
  desk.readings.set(readingId, { reading, confirmed: true });
  await desk.visitFrom('identity.use-card', { visitId, role, readingId });
}

describe('a form', () => {
  it('has the fields of its item, section by section, and nothing in them', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    const form = await look(desk, id);
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
    const form = await save(desk, id, 'legal-representative.citizen-number', ' 99010119870703012０ ');
    const number = held(form, 'legal-representative.citizen-number');
    expect(number.value).toMatchObject({ source: 'by-hand', shown: '9901**********0120', masked: true });
    expect(number.trouble).toEqual({ problem: 'wrong-check-digit', blocks: true });
    expect(form.standing).toMatchObject({ open: 8, wrong: 1 });
    expect(
      held(await save(desk, id, 'premises.region', '９９０１０１'), 'premises.region').value?.shown,
    ).toBe('990101');
  });

  it('asks for what hangs on an answer only after that answer', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    const open = async (right: string) => (await save(desk, id, 'premises.right', right)).standing.open;
    expect(await open('own')).toBe(8);
    expect(await open('rent')).toBe(9);
  });

  it('shows no personal value whole, until it is asked for, which is written down', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    await save(desk, id, 'legal-representative.name', '赵示范');
    expect(JSON.stringify(await look(desk, id))).not.toContain('赵示范');
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
    const form = await look(desk, id);
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
    await save(desk, first.id, 'enterprise.name', '示范小店');
    const second = await desk.caseFrom('intake.open', { visitId: first.visitId, itemCode: FOOD.code });
    expect(held(await look(desk, second.id), 'enterprise.name').value?.shown).toBe('示范小店');

    const both = await look(desk, second.id, 'visit');
    const meanings = both.fields.map(({ meaning }) => meaning);
    expect(new Set(meanings).size).toBe(meanings.length);
    expect(both.fields.find(({ meaning }) => meaning === 'enterprise.name')?.asks).toHaveLength(2);
    expect(meanings.length).toBeLessThan(TRADER.form.length + FOOD.form.length);
    await changed(desk, 'form.save', {
      caseId: second.id,
      scope: 'visit',
      values: [{ meaning: 'enterprise.staff-count', value: '3' }],
    });
    expect(held(await look(desk, first.id), 'enterprise.staff-count').value?.shown).toBe('3');
  });

  it('keeps the form of a decided case as it was, whatever is typed for another one', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const before = held(await look(desk, ready.id), 'enterprise.name').value?.shown;
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const next = await desk.caseFrom('intake.open', { visitId: ready.visitId, itemCode: FOOD.code });
    await save(desk, next.id, 'enterprise.name', '另一家店');

    const kept = await look(desk, ready.id);
    expect(kept).toMatchObject({ frozen: true, mayUndo: false, people: [] });
    expect(held(kept, 'enterprise.name').value?.shown).toBe(before);
    const again = { caseId: ready.id, values: [{ meaning: 'enterprise.name', value: '改' }] };
    expect(await desk.refusalOf('form.save', again)).toBe('already-decided');
    expect(await desk.refusalOf('form.undo', { caseId: ready.id })).toBe('already-decided');
  });
});

describe('undo', () => {
  it('takes an answer back whole, however it was typed, and the one before after it', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    for (const typed of ['示', '示范', '示范小店']) await save(desk, id, 'enterprise.name', typed);
    await save(desk, id, 'enterprise.business-scope', '零售');
    await save(desk, id, 'enterprise.business-scope', '');
    const undo = () => changed(desk, 'form.undo', { caseId: id });
    expect(held(await undo(), 'enterprise.name').value?.shown).toBe('示范小店');
    const empty = await undo();
    expect(held(empty, 'enterprise.name').value).toBeNull();
    expect(empty.mayUndo).toBe(false);
    expect(await desk.refusalOf('form.undo', { caseId: id })).toBe('nothing-to-undo');
  });

  it('takes an act that filled several fields back as one', async () => {
    const desk = intakeDesk();
    const { id, visitId } = await aDraft(desk);
    await save(desk, id, 'legal-representative.name', '赵示范');
    await layCard(desk, visitId);
    const taken = { caseId: id, person: 'legal-representative', role: 'applicant' };
    await changed(desk, 'form.take-person', taken);
    const before = await changed(desk, 'form.undo', { caseId: id });
    expect(held(before, 'legal-representative.name')).toMatchObject({
      value: { source: 'by-hand' },
      sources: [],
    });
    expect(held(before, 'legal-representative.citizen-number').value).toBeNull();
  });

  it('survives a restart: it is in the file', async () => {
    const desk = intakeDesk();
    const { id } = await aDraft(desk);
    await save(desk, id, 'enterprise.name', '示范小店');
    const again = intakeDesk({}, { db: desk.db, clock: desk.clock });
    expect((await look(again, id)).mayUndo).toBe(true);
    expect(held(await changed(again, 'form.undo', { caseId: id }), 'enterprise.name').value).toBeNull();
  });
});

describe('a person of the form who is at the window', () => {
  it('is not typed: the card fills name, number and address, and nobody else is offered', async () => {
    const desk = intakeDesk();
    const { id, visitId } = await aDraft(desk);
    expect((await look(desk, id)).people).toEqual(['legal-representative']);
    await layCard(desk, visitId);
    const form = await changed(desk, 'form.take-person', {
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

describe('two sources that differ', () => {
  async function aDifference(desk: IntakeDesk) {
    const ready = await aReadyCase(desk);
    await save(desk, ready.id, 'legal-representative.name', '李小雨');
    await layCard(desk, ready.visitId);
    const taken = { caseId: ready.id, person: 'legal-representative', role: 'applicant' };
    await changed(desk, 'form.take-person', taken);
    await save(desk, ready.id, 'legal-representative.citizen-number', citizenNumber());
    return ready;
  }
  const reports = (desk: IntakeDesk) =>
    z
      .array(z.object({ event: z.string().transform((text) => JSON.parse(text)) }))
      .parse(all(desk.db, "SELECT event_json AS event FROM outbox WHERE kind = 'case.value-difference'"))
      .map(({ event }) => event.differences);

  it('are both shown with their source, and keep the case from acceptance until one is picked', async () => {
    const desk = intakeDesk();
    const { id } = await aDifference(desk);
    const form = await look(desk, id);
    const name = held(form, 'legal-representative.name');
    expect(name).toMatchObject({ differs: true, picked: null });
    expect(name.sources.map(({ source, shown }) => [source, shown])).toEqual([
      ['card', '李*'],
      ['by-hand', '李*'],
    ]);
    expect(form.standing.differing).toBe(1);
    expect(await desk.refusalOf('intake.accept', { caseId: id })).toBe('form-incomplete');
  });

  it('are settled by a pick with a reason, and the source that was wrong is told once the case has a number', async () => {
    const desk = intakeDesk();
    const { id } = await aDifference(desk);
    const pick = {
      caseId: id,
      meaning: 'legal-representative.name',
      source: 'by-hand',
      reason: '户口簿已改名',
    };
    expect(await desk.refusalOf('form.pick', { ...pick, meaning: 'enterprise.name' })).toBe('no-difference');
    const form = await changed(desk, 'form.pick', pick);
    expect(held(form, 'legal-representative.name')).toMatchObject({
      differs: false,
      value: { source: 'by-hand' },
      picked: { reason: '户口簿已改名', by: '0317' },
    });
    expect(reports(desk)).toEqual([]);

    await desk.caseFrom('intake.accept', { caseId: id });
    expect(reports(desk)).toEqual([
      [
        {
          meaning: 'legal-representative.name',
          labelZh: '法定代表人（经营者）姓名',
          source: 'card',
          origin: null,
          said: '李晓雨',
          saidAsOf: '2026-11-24',
          found: '李小雨',
          foundFrom: 'by-hand',
          reason: '户口簿已改名',
        },
      ],
    ]);
  });

  it('owe nothing to a clerk’s own hand, and nothing for a pick that no longer holds', async () => {
    const desk = intakeDesk();
    const { id } = await aDifference(desk);
    const wish = { caseId: id, meaning: 'legal-representative.name', reason: '以芯片为准' };
    await changed(desk, 'form.pick', { ...wish, source: 'by-hand' });
    const typedOn = await save(desk, id, 'legal-representative.name', '李雨');
    expect(held(typedOn, 'legal-representative.name').differs).toBe(true);
    await changed(desk, 'form.pick', { ...wish, source: 'card' });
    await desk.caseFrom('intake.accept', { caseId: id });
    expect(reports(desk)).toEqual([]);
  });
});

describe('what the same person gave before', () => {
  async function anEarlierCase(desk: IntakeDesk) {
    const { id, visitId } = await aDraft(desk);
    await layCard(desk, visitId);
    await save(desk, id, 'enterprise.name', '示范小店');
    return desk.caseFrom('intake.accept', {
      caseId: (await handOverAll(desk, await desk.caseFrom('intake.look', { caseId: id }))).id,
    });
  }

  it('is offered to whoever laid the card down, with its date and case, and fills nothing by itself', async () => {
    const desk = intakeDesk();
    const earlier = await anEarlierCase(desk);
    desk.clock.move(200 * DAY_MS);
    const { id, visitId } = await aDraft(desk);
    expect(held(await look(desk, id), 'enterprise.name').earlier).toBeNull();
    await layCard(desk, visitId);
    const offered = held(await look(desk, id), 'enterprise.name');
    expect(offered.value).toBeNull();
    expect(offered.earlier).toMatchObject({
      source: 'earlier-case',
      shown: '示范小店',
      asOf: '2026-11-24',
      stale: true,
      origin: earlier.receiptNumber,
    });

    const wish = { caseId: id, meanings: ['enterprise.name'] };
    const taken = await changed(desk, 'form.take-earlier', wish);
    expect(held(taken, 'enterprise.name').value).toMatchObject({ source: 'earlier-case', stale: true });
    expect(await desk.refusalOf('form.take-earlier', wish)).toBe('no-earlier-value');
    const typed = held(await save(desk, id, 'enterprise.name', '新店'), 'enterprise.name');
    expect(typed).toMatchObject({ value: { source: 'by-hand', shown: '新店' }, differs: false });
    const back = held(await changed(desk, 'form.undo', { caseId: id }), 'enterprise.name');
    expect(back.value).toMatchObject({ source: 'earlier-case', shown: '示范小店' });
  });

  it('is not offered to anybody else', async () => {
    const desk = intakeDesk();
    await anEarlierCase(desk);
    const { id, visitId } = await aDraft(desk);
    await layCard(desk, visitId, 'applicant', citizenNumber(34));
    expect((await look(desk, id)).values.filter(({ earlier }) => earlier !== null)).toEqual([]);
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
    await save(desk, ready.id, 'legal-representative.citizen-number', '123');
    expect(await standing()).toMatchObject({ because: 'form-incomplete' });
    await save(desk, ready.id, 'legal-representative.citizen-number', '');
    expect(await standing()).toMatchObject({ because: 'form-incomplete' });
    await fillForm(desk, ready.id);
    expect(await standing()).toMatchObject({ open: true });
  });

  it('of every item of the demo catalogue is reached by filling its form as it is asked', async () => {
    for (const item of [FOOD, WORKER, itemNamed('企业设立登记（有限责任公司）')]) {
      const desk = intakeDesk();
      const ready = await aReadyCase(desk, item);
      const form = await look(desk, ready.id);
      expect(form.standing).toMatchObject({ open: 0, wrong: 0, differing: 0 });
      for (const field of form.fields) expect(sampleValue(field)).not.toBe('');
    }
  });
});
