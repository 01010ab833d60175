import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FormValues, SourcesAsked } from '#contract/shapes/form-view.ts';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { all } from '#native/sqlite/database.ts';
import { formAfter, formOf, held, typeValue } from '../../support/form-desk.ts';
import { type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { anOpenCase, paperOf, sourceDesk } from '../../support/source-desk.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';

const ALLOWANCE = itemNamed('高龄津贴申领');
const HOME = 'applicant.household-address';

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

const household = { materialId: 'hukou', kind: 'shared-data', basis: 'law' } as const;

/** Steps the case owes, oldest first. */
function owedBy(desk: IntakeDesk, caseId: string): CaseEvent[] {
  const rows = all(desk.db, 'SELECT event_json AS event FROM outbox WHERE case_id = @caseId ORDER BY step', {
    caseId,
  });
  return rows.map((row) =>
    CaseEvent.parse(JSON.parse(typeof row === 'object' && row && 'event' in row ? String(row.event) : '')),
  );
}

describe('F44: a value of a source', () => {
  it('is filled in with its source and day, and stands beside what was typed', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    await desk.caseFrom('materials.query', { caseId, ...household });
    const filled = held(await formOf(desk, caseId), HOME);
    expect(filled.value).toMatchObject({ source: 'shared-data', origin: '示范县公安局', stale: false });
    expect(filled.differs).toBe(false);

    const typed = held(await typeValue(desk, caseId, HOME, '示范县城关镇旧街1号'), HOME);
    expect(typed.differs).toBe(true);
    expect(typed.sources.map(({ source }) => source)).toEqual(['shared-data', 'by-hand']);
  });

  it('that a clerk did not pick is told to its source with the case', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    await desk.caseFrom('materials.query', { caseId, ...household });
    await typeValue(desk, caseId, HOME, '示范县城关镇旧街1号');
    await formAfter(desk, 'form.pick', { caseId, meaning: HOME, source: 'by-hand', reason: '户口簿已迁' });
    await desk.caseFrom('intake.receive', { caseId });
    const [received, report] = owedBy(desk, caseId);
    expect(received?.kind).toBe('case.received');
    expect(report).toMatchObject({ kind: 'case.value-difference' });
    expect(report?.differences).toMatchObject([
      { meaning: HOME, source: 'shared-data', origin: '示范县公安局', found: '示范县城关镇旧街1号' },
    ]);
  });

  it('that cannot be one of its field is not filled in', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    const value = '很长'.repeat(400);
    await sandbox.faults({
      rules: [
        {
          match: { operation: 'querySharedData' },
          fault: { kind: 'other-value', code: 'holder.household-address', value },
        },
      ],
    });
    await desk.caseFrom('materials.query', { caseId, ...household });
    expect(held(await formOf(desk, caseId), HOME).value).toBeNull();
  });

  it('that shows a part fills nothing in, agrees as far as it shows, and differs only where it says otherwise', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    const shows = async (value: string) => {
      const fault = { kind: 'other-value', code: 'holder.household-address', value };
      await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault }] });
      await desk.caseFrom('materials.query', { caseId, ...household });
      return held(await formOf(desk, caseId), HOME);
    };
    expect(await shows('示范县****8号')).toMatchObject({
      value: null,
      shownInPart: [{ source: 'shared-data', part: true }],
    });
    const typed = held(await typeValue(desk, caseId, HOME, '示范县城关镇春风路8号'), HOME);
    expect(typed).toMatchObject({ value: { source: 'by-hand' }, differs: false, agreesAsShown: true });
    expect(await shows('邻县****')).toMatchObject({ differs: true, agreesAsShown: false });
    const pick = { caseId, meaning: HOME, source: 'shared-data', reason: '以来源为准' };
    expect(await desk.refusalOf('form.pick', pick)).toBe('only-a-part');
    const picked = await formAfter(desk, 'form.pick', { ...pick, source: 'by-hand', reason: '户口簿已迁' });
    expect(held(picked, HOME)).toMatchObject({ differs: false, value: { source: 'by-hand' } });
  });

  it('is refreshed when its source says something new', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    await desk.caseFrom('materials.query', { caseId, ...household });
    await typeValue(desk, caseId, HOME, '示范县城关镇春风路8号3单元502室');
    expect(held(await formOf(desk, caseId), HOME).differs).toBe(false);
    const fault = { kind: 'other-value', code: 'holder.household-address', value: '示范县城关镇新街2号' };
    await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault }] });
    await desk.caseFrom('materials.query', { caseId, ...household });
    expect(held(await formOf(desk, caseId), HOME).differs).toBe(true);
  });
});

describe('F44: the sources of a form, asked again', () => {
  const asks = async (desk: IntakeDesk, caseId: string, scope = 'case') => {
    const reply = await desk.ask('form.ask-sources', { caseId, scope });
    if (!reply.ok) throw new Error(reply.refusal);
    return FormValues.extend({ asked: SourcesAsked }).parse(reply.value);
  };
  const nowSays = async (value: string) => {
    const fault = { kind: 'other-value', code: 'holder.household-address', value };
    await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault }] });
  };
  const asked = async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    await desk.caseFrom('materials.query', { caseId, ...household });
    return { desk, caseId };
  };

  it('that say the same change nothing', async () => {
    const { desk, caseId } = await asked();
    const before = held(await formOf(desk, caseId), HOME);
    const after = await asks(desk, caseId);
    expect(after.asked).toEqual({ sources: 1, away: 0, renewed: 0 });
    expect(held(after, HOME)).toEqual(before);
  });

  it('that say something else: the newer stands beside the older with its day, and a clerk picks with a reason', async () => {
    const { desk, caseId } = await asked();
    const old = held(await formOf(desk, caseId), HOME).value;
    await nowSays('示范县城关镇新街2号');
    const after = await asks(desk, caseId);
    expect(after.asked).toEqual({ sources: 1, away: 0, renewed: 1 });
    const { sources, differs } = held(after, HOME);
    expect(differs).toBe(true);
    expect(sources).toMatchObject([
      { source: 'shared-data', shown: '示范县****', origin: '示范县公安局' },
      { source: 'shared-data-before', asOf: old?.asOf, origin: '示范县公安局' },
    ]);
    const whole = { caseId, meaning: HOME, purpose: 'compare-with-paper' };
    const values = ['shared-data', 'shared-data-before'].map((source) =>
      desk.ask('form.reveal', { ...whole, source }),
    );
    expect(await Promise.all(values)).toEqual([
      { ok: true, value: { value: '示范县城关镇新街2号' } },
      { ok: true, value: { value: '示范县城关镇春风路8号3单元502室' } },
    ]);
    expect(after.standing.differing).toBe(1);
    const picked = await formAfter(desk, 'form.pick', {
      caseId,
      meaning: HOME,
      source: 'shared-data',
      reason: '户口簿已迁',
    });
    expect(held(picked, HOME)).toMatchObject({
      differs: false,
      value: { source: 'shared-data' },
      picked: { reason: '户口簿已迁' },
    });
    expect(held(await asks(desk, caseId), HOME).differs).toBe(false);
  });

  it('that were right before: the source is told that it is wrong now', async () => {
    const { desk, caseId } = await asked();
    await nowSays('示范县城关镇新街2号');
    await asks(desk, caseId);
    const pick = { caseId, meaning: HOME, source: 'shared-data-before', reason: '户口簿上没有迁' };
    expect(held(await formAfter(desk, 'form.pick', pick), HOME).value?.stale).toBe(false);
    await desk.caseFrom('intake.receive', { caseId });
    const [, report] = owedBy(desk, caseId);
    expect(report?.differences).toMatchObject([
      { source: 'shared-data', said: '示范县城关镇新街2号', foundFrom: 'shared-data-before' },
    ]);
  });

  it('that do not answer leave everything as it was', async () => {
    const { desk, caseId } = await asked();
    const before = held(await formOf(desk, caseId), HOME);
    await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: { kind: 'close' } }] });
    const after = await asks(desk, caseId);
    expect(after.asked).toEqual({ sources: 1, away: 1, renewed: 0 });
    expect(held(after, HOME)).toEqual(before);
  });

  it('are asked once more after they were away', async () => {
    const { desk, caseId } = await asked();
    await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: { kind: 'close' } }] });
    await asks(desk, caseId);
    await nowSays('示范县城关镇新街2号');
    expect((await asks(desk, caseId)).asked).toEqual({ sources: 1, away: 0, renewed: 1 });
  });

  it('are none where a form was typed', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    await typeValue(desk, caseId, HOME, '示范县城关镇旧街1号');
    expect(await desk.refusalOf('form.ask-sources', { caseId })).toBe('no-source-to-ask');
  });
});

describe('F44: an answer that is wrong', () => {
  const SAY = '户号已变，见新户口簿';

  it('stands for the paper no more, and its source is told with the next step', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    const asked = await desk.caseFrom('materials.query', { caseId, ...household });
    const queryId = paperOf(asked, 'hukou').query?.id ?? '';
    const view = await desk.caseFrom('materials.say-wrong', { caseId, queryId, say: SAY });
    expect(paperOf(view, 'hukou')).toMatchObject({ route: null, query: { saidWrong: SAY } });
    expect(view.missing).toContain('hukou');
    expect(owedBy(desk, caseId)).toEqual([]);
    expect(await desk.refusalOf('materials.say-wrong', { caseId, queryId, say: SAY })).toBe(
      'already-reported',
    );

    await desk.caseFrom('intake.receive', { caseId });
    const report = owedBy(desk, caseId).at(-1);
    expect(report?.differences).toMatchObject([
      { meaning: 'query.shared-data', labelZh: 'population.household', origin: '示范县公安局', found: SAY },
    ]);
    expect(report?.differences[0]?.said).toContain(queryId);
    expect(JSON.stringify(report?.differences)).not.toContain('春风路');
    await desk.caseFrom('intake.look', { caseId });
    expect(owedBy(desk, caseId)).toHaveLength(2);
  });

  it('of a case that has a number is told at once, and only once', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    const asked = await desk.caseFrom('materials.query', { caseId, ...household });
    await desk.caseFrom('intake.receive', { caseId });
    const queryId = paperOf(asked, 'hukou').query?.id ?? '';
    await desk.caseFrom('materials.say-wrong', { caseId, queryId, say: SAY });
    expect(owedBy(desk, caseId).map(({ kind }) => kind)).toEqual(['case.received', 'case.value-difference']);
    expect(desk.woken.at(-1)).toBe('sync');
  });

  it('is reported of nothing that was not found, nor of another case', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, ALLOWANCE);
    await sandbox.faults({ rules: [{ fault: { kind: 'no-record' } }] });
    const asked = await desk.caseFrom('materials.query', { caseId, ...household });
    const queryId = paperOf(asked, 'hukou').query?.id ?? '';
    const wish = { caseId, queryId, say: SAY };
    expect(await desk.refusalOf('materials.say-wrong', wish)).toBe('nothing-to-report');
    const other = await anOpenCase(desk, ALLOWANCE);
    expect(await desk.refusalOf('materials.say-wrong', { ...wish, caseId: other.id })).toBe('no-such-query');
  });
});
