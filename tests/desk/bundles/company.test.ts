import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { all } from '#native/sqlite/database.ts';
import { creditCheckCharacter } from '#rules/identity/credit-code.ts';
import { bundleFrom, anOpenBundle, handOverBundle, lookAt, stepOf } from '../../support/bundle-desk.ts';
import { intakeDesk, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { decider, stepOn } from '../../support/progress-desk.ts';

const SETUP = itemNamed('企业设立登记（有限责任公司）');
const TRADER = itemNamed('个体工商户设立登记');
const SEAL = '公章刻制备案';
const INSURANCE = '单位社会保险登记';
const FOOD = '食品经营许可（新办）';

describe('企业开办一件事', () => {
  it('asks nobody for the licence that the first step makes', async () => {
    const desk = intakeDesk();
    const view = await anOpenBundle(desk, 'company-start');
    const licence = view.papers.find(({ materialId }) => materialId === 'licence');
    expect(licence?.cells.map(({ state, from }) => [state, from])).toEqual(
      Array.from({ length: 4 }, () => ['comes', SETUP.code]),
    );
  });

  it('releases the others when the code is written down, which a grant alone does not', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'company-start');
    await handOverBundle(desk, opened);
    expect(await done(desk, opened.id)).toEqual([[SETUP.code, 'accept', null]]);
    const caseId = stepOf(opened, SETUP.nameZh).case?.id;
    if (!caseId) throw new Error('the first step has a case');
    await stepOn(desk, caseId, { act: 'grant', reason: '符合条件' }, decider);
    let view = await lookAt(desk, opened);
    expect(stepOf(view, SEAL)).toMatchObject({ standing: 'waits', case: { state: 'blocked' } });
    expect(stepOf(view, SETUP.nameZh).mayGive).toBe(true);

    view = await bundleFrom(desk, 'bundles.give', {
      bundleId: opened.id,
      itemCode: SETUP.code,
      values: [{ meaning: 'enterprise.credit-code', value: creditCode() }],
      paper: '营业执照',
    });
    expect(stepOf(view, SEAL)).toMatchObject({ standing: 'ready', case: { state: 'draft', missing: 0 } });
    expect(stepOf(view, INSURANCE).case?.act).toBe('accept');
    const seal = await desk.caseFrom('intake.look', { caseId: stepOf(view, SEAL).case?.id });
    expect(seal.materials.find(({ id }) => id === 'licence')).toMatchObject({
      route: 'paper',
      originalsTaken: 0,
      checkedAgainstOriginal: true,
    });
  });

  it('may put a value right until somebody has built on it', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'company-start');
    await handOverBundle(desk, opened);
    await done(desk, opened.id);
    const give = {
      bundleId: opened.id,
      itemCode: SETUP.code,
      values: [{ meaning: 'enterprise.credit-code', value: creditCode() }],
      paper: '营业执照',
    };
    await bundleFrom(desk, 'bundles.give', give);
    await bundleFrom(desk, 'bundles.give', give);
    await done(desk, opened.id);
    expect(await desk.refusalOf('bundles.give', give)).toBe('not-given-now');
  });

  it('says plainly that nothing will come of what waited for a refused step', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'company-start');
    const caseId = stepOf(opened, SETUP.nameZh).case?.id;
    await desk.caseFrom('intake.refuse', { caseId, reason: 'applicant-not-eligible', say: '不符合设立条件' });
    const view = await lookAt(desk, opened);
    expect(view.state).toBe('partly-refused');
    expect(stepOf(view, SEAL)).toMatchObject({ stuck: true, mayLeaveOut: 'predecessor-ended' });
    const out = { bundleId: opened.id, itemCode: itemNamed(SEAL).code, say: '设立没有核准' };
    expect(stepOf(await bundleFrom(desk, 'bundles.leave-out', out), SEAL)).toMatchObject({
      standing: 'left-out',
      case: null,
    });
  });
});

describe('开办餐饮店一件事', () => {
  it('accepts what it can: one that cannot be accepted now undoes no other', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'open-eatery');
    await handOverBundle(desk, opened);
    await done(desk, opened.id);
    await bundleFrom(desk, 'bundles.give', {
      bundleId: opened.id,
      itemCode: TRADER.code,
      values: [{ meaning: 'enterprise.credit-code', value: creditCode() }],
      paper: '营业执照',
    });
    // The numbers run out between two cases of the same act.
    desk.db.exec(`UPDATE number_block SET next_serial = serial_to`);
    const result = await done(desk, opened.id);
    expect(result.filter(([, , because]) => because === null)).toHaveLength(1);
    expect(result.map(([, , because]) => because)).toContain('no-number-left');
    const view = await lookAt(desk, opened);
    const states = view.steps.flatMap(({ case: one }) => one?.state ?? []);
    expect(states.toSorted()).toEqual(['accepted', 'accepted', 'draft']);
    expect(stepOf(view, FOOD).case?.receiptNumber).toMatch(/^W/);
    expect(view.notices).toHaveLength(2);
  });
});

describe('F11 多证合一', () => {
  it('has one case; its acceptance owes each folded filing’s department a receipt', async () => {
    const desk = intakeDesk();
    const opened = await anOpenBundle(desk, 'merged-licence');
    expect(opened.steps).toHaveLength(1);
    await handOverBundle(desk, opened);
    await done(desk, opened.id);
    const debts = z
      .array(
        z.object({
          kind: z.string(),
          organ: z.string().nullable(),
          say: z.string().nullable(),
          bundle: z.string(),
        }),
      )
      .parse(
        all(
          desk.db,
          `SELECT kind, json_extract(event_json, '$.progress.organ') AS organ,
             json_extract(event_json, '$.progress.say') AS say,
             json_extract(event_json, '$.bundle.code') AS bundle
           FROM outbox ORDER BY step`,
        ),
      );
    expect(debts.map(({ kind }) => kind)).toEqual([
      'case.received',
      'case.accepted',
      ...Array.from({ length: 4 }, () => 'case.filing-merged'),
    ]);
    expect(debts.flatMap(({ say }) => say ?? [])).toEqual([
      '公章刻制备案',
      '社会保险登记',
      '住房公积金缴存单位登记',
      '税务登记信息确认',
    ]);
    expect(new Set(debts.map(({ bundle }) => bundle))).toEqual(new Set(['merged-licence']));
    const view = await lookAt(desk, opened);
    expect(view.merged).toHaveLength(4);
    const slip = view.notices[0];
    const reply = await desk.ask('notices.look', { noticeId: slip?.id });
    expect(JSON.stringify(reply)).toContain('住房公积金缴存单位登记');
  });
});

describe('a bundle that was opened', () => {
  it('is found once in a visit, and none of its cases is thrown away behind its back', async () => {
    const desk = intakeDesk();
    const view = await anOpenBundle(desk, 'company-start');
    const again = { visitId: view.visitId, catalogueId: 'company-start' };
    expect(await desk.refusalOf('bundles.open', again)).toBe('bundle-open-already');
    const caseId = stepOf(view, SEAL).case?.id;
    expect(await desk.refusalOf('intake.discard', { caseId })).toBe('part-of-bundle');
  });

  it('is thrown away whole while nothing was decided', async () => {
    const desk = intakeDesk();
    const view = await anOpenBundle(desk, 'company-start');
    await bundleFrom(desk, 'bundles.provide', { bundleId: view.id, paperId: 'form', route: 'paper' });
    expect(await desk.refusalOf('bundles.discard', { bundleId: view.id })).toBe('ok');
    expect(await desk.refusalOf('bundles.look', { bundleId: view.id })).toBe('no-such-bundle');
  });

  it('takes a step in again that was left out', async () => {
    const desk = intakeDesk();
    const { id: bundleId } = await anOpenBundle(desk, 'company-start');
    const fund = { bundleId, itemCode: itemNamed('单位住房公积金缴存登记').code };
    const out = await bundleFrom(desk, 'bundles.leave-out', { ...fund, say: '改天再办' });
    expect(stepOf(out, '单位住房公积金缴存登记').standing).toBe('left-out');
    const back = await bundleFrom(desk, 'bundles.take-in', fund);
    expect(stepOf(back, '单位住房公积金缴存登记')).toMatchObject({
      standing: 'waits',
      case: { state: 'blocked' },
    });
  });
});

async function done(desk: IntakeDesk, bundleId: string): Promise<[string, string, string | null][]> {
  const reply = await desk.ask('bundles.accept', { bundleId });
  if (!reply.ok) throw new Error(`bundles.accept was refused: ${reply.refusal}`);
  const { done: steps } = z
    .object({
      done: z.array(z.object({ itemCode: z.string(), act: z.string(), because: z.string().nullable() })),
    })
    .parse(reply.value);
  return steps.map(({ itemCode, act, because }) => [itemCode, act, because]);
}

/** A made-up code whose check character passes. */
function creditCode(): string {
  const first17 = '91990101MA0000007';
  return first17 + creditCheckCharacter(first17);
}
