import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { all } from '#native/sqlite/database.ts';
import { formOf, formAfter, typeValue, held, aDraft, layCard, TRADER } from '../../support/form-desk.ts';
import {
  aReadyCase,
  citizenNumber,
  handOverAll,
  intakeDesk,
  type IntakeDesk,
} from '../../support/intake-desk.ts';

const DAY_MS = 86_400_000;

describe('two sources that differ', () => {
  async function aDifference(desk: IntakeDesk) {
    const ready = await aReadyCase(desk);
    await typeValue(desk, ready.id, 'legal-representative.name', '李小雨');
    await layCard(desk, ready.visitId);
    const taken = { caseId: ready.id, person: 'legal-representative', role: 'applicant' };
    await formAfter(desk, 'form.take-person', taken);
    await typeValue(desk, ready.id, 'legal-representative.citizen-number', citizenNumber());
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
    const form = await formOf(desk, id);
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
    const form = await formAfter(desk, 'form.pick', pick);
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
    await formAfter(desk, 'form.pick', { ...wish, source: 'by-hand' });
    const typedOn = await typeValue(desk, id, 'legal-representative.name', '李雨');
    expect(held(typedOn, 'legal-representative.name').differs).toBe(true);
    await formAfter(desk, 'form.pick', { ...wish, source: 'card' });
    await desk.caseFrom('intake.accept', { caseId: id });
    expect(reports(desk)).toEqual([]);
  });
});

describe('what the same person gave before', () => {
  async function anEarlierCase(desk: IntakeDesk) {
    const { id, visitId } = await aDraft(desk);
    await layCard(desk, visitId);
    await typeValue(desk, id, 'enterprise.name', '示范小店');
    return desk.caseFrom('intake.accept', {
      caseId: (await handOverAll(desk, await desk.caseFrom('intake.look', { caseId: id }))).id,
    });
  }

  it('is offered to whoever laid the card down, with its date and case, and fills nothing by itself', async () => {
    const desk = intakeDesk();
    const earlier = await anEarlierCase(desk);
    desk.clock.move(200 * DAY_MS);
    const { id, visitId } = await aDraft(desk);
    expect(held(await formOf(desk, id), 'enterprise.name').earlier).toBeNull();
    await layCard(desk, visitId);
    const offered = held(await formOf(desk, id), 'enterprise.name');
    expect(offered.value).toBeNull();
    expect(offered.earlier).toMatchObject({
      source: 'earlier-case',
      shown: '示范小店',
      asOf: '2026-11-24',
      stale: true,
      origin: earlier.receiptNumber,
    });

    const wish = { caseId: id, meanings: ['enterprise.name'] };
    const taken = await formAfter(desk, 'form.take-earlier', wish);
    expect(held(taken, 'enterprise.name').value).toMatchObject({ source: 'earlier-case', stale: true });
    expect(await desk.refusalOf('form.take-earlier', wish)).toBe('no-earlier-value');
    const typed = held(await typeValue(desk, id, 'enterprise.name', '新店'), 'enterprise.name');
    expect(typed).toMatchObject({ value: { source: 'by-hand', shown: '新店' }, differs: false });
    const back = held(await formAfter(desk, 'form.undo', { caseId: id }), 'enterprise.name');
    expect(back.value).toMatchObject({ source: 'earlier-case', shown: '示范小店' });
  });

  it('F44: is shown stale once it is older than it may be, and is of today when the citizen was asked again', async () => {
    const desk = intakeDesk();
    await anEarlierCase(desk);
    desk.clock.move(200 * DAY_MS);
    const { id, visitId } = await aDraft(desk);
    await layCard(desk, visitId);
    const wish = { caseId: id, meanings: ['enterprise.name'] };
    await formAfter(desk, 'form.take-earlier', wish);
    const asked = held(await formAfter(desk, 'form.still-so', wish), 'enterprise.name');
    expect(asked.value).toMatchObject({ source: 'by-hand', shown: '示范小店', stale: false });
    expect(asked.differs).toBe(false);
    expect(await desk.refusalOf('form.still-so', wish)).toBe('nothing-stale');
    const back = held(await formAfter(desk, 'form.undo', { caseId: id }), 'enterprise.name');
    expect(back.value).toMatchObject({ source: 'earlier-case', stale: true });
  });

  it('F44: grows old as fast as the catalogue says', async () => {
    const desk = intakeDesk();
    const form = TRADER.form.map((field) =>
      field.meaning === 'enterprise.name' ? { ...field, freshForDays: 10 } : field,
    );
    desk.shelf.items = [{ ...TRADER, form }];
    const { id } = await aDraft(desk);
    await typeValue(desk, id, 'enterprise.name', '示范小店');
    const isStale = async () => held(await formOf(desk, id), 'enterprise.name').value?.stale;
    desk.clock.move(10 * DAY_MS);
    expect(await isStale()).toBe(false);
    desk.clock.move(DAY_MS);
    expect(await isStale()).toBe(true);
    await formAfter(desk, 'form.still-so', { caseId: id, meanings: ['enterprise.name'] });
    expect(await isStale()).toBe(false);
  });

  it('is not offered to anybody else', async () => {
    const desk = intakeDesk();
    await anEarlierCase(desk);
    const { id, visitId } = await aDraft(desk);
    await layCard(desk, visitId, 'applicant', citizenNumber(34));
    expect((await formOf(desk, id)).values.filter(({ earlier }) => earlier !== null)).toEqual([]);
  });
});
