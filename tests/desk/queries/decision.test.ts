import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/shapes/case.ts';
import { ClockLists } from '#contract/shapes/progress.ts';
import { handOverAll, type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { DAY_MS, decider, refusalOfStep, stepOn } from '../../support/progress-desk.ts';
import { anOpenCase, paperOf, sourceDesk } from '../../support/source-desk.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';

const PERMIT = itemNamed('食品经营许可（新办）');
const FUND = itemNamed('住房公积金提取（租房）');
const GRANT = { act: 'grant', reason: '符合条件，准予' } as const;

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

/** Accepted on an electronic licence, and a day passes. */
async function acceptedYesterday(desk: IntakeDesk): Promise<CaseView> {
  const opened = await anOpenCase(desk, PERMIT);
  let view = await desk.caseFrom('materials.query', {
    caseId: opened.id,
    materialId: 'licence',
    kind: 'licence',
    basis: 'consent',
  });
  for (const { id, options } of view.item.situations) {
    const optionId = options.at(-1)?.id ?? null;
    view = await desk.caseFrom('intake.answer', { caseId: opened.id, situationId: id, optionId });
  }
  await handOverAll(desk, view);
  const accepted = await desk.caseFrom('intake.accept', { caseId: opened.id });
  desk.clock.move(DAY_MS);
  desk.shelf.freshAtMs = desk.clock.nowMs();
  return accepted;
}

describe('F17: at the decision', () => {
  it('a licence that was not looked at today is looked at again, and then the case is granted', async () => {
    const desk = await sourceDesk(sandbox);
    const { id } = await acceptedYesterday(desk);
    const before = await desk.caseFrom('intake.look', { caseId: id });
    expect(paperOf(before, 'licence').recheck).toBe(true);
    expect(await refusalOfStep(desk, id, GRANT, decider)).toBe('licence-not-rechecked');
    const after = await desk.caseFrom('materials.recheck', { caseId: id });
    expect(paperOf(after, 'licence')).toMatchObject({ route: 'licence', recheck: false });
    expect(await stepOn(desk, id, GRANT, decider)).toMatchObject({ state: 'decided-granted' });
  });

  it('a licence that was revoked meanwhile bears no grant; a denial stays open', async () => {
    const desk = await sourceDesk(sandbox);
    const { id } = await acceptedYesterday(desk);
    await sandbox.faults({ rules: [{ fault: { kind: 'licence-status', status: '03' } }] });
    const after = await desk.caseFrom('materials.recheck', { caseId: id });
    expect(paperOf(after, 'licence')).toMatchObject({ query: { answer: 'not-valid', status: '03' } });
    expect(await refusalOfStep(desk, id, GRANT, decider)).toBe('licence-no-longer-good');
    const denied = await stepOn(desk, id, { act: 'deny', reason: '营业执照已被吊销' }, decider);
    expect(denied).toMatchObject({ state: 'decided-denied' });
  });

  it('a line that is down keeps nobody from deciding', async () => {
    const desk = await sourceDesk(sandbox);
    const { id } = await acceptedYesterday(desk);
    desk.province.line = 'away';
    expect(await stepOn(desk, id, GRANT, decider)).toMatchObject({ state: 'decided-granted' });
  });
});

it('a case whose source was away stands in the list of those to be asked again, until it is', async () => {
  const desk = await sourceDesk(sandbox);
  const { id: caseId } = await anOpenCase(desk, PERMIT);
  const listed = async () => {
    const reply = await desk.ask('progress.lists', { list: 'sources' });
    return reply.ok ? ClockLists.parse(reply.value) : null;
  };
  await sandbox.faults({ rules: [{ match: { operation: 'queryLicence' }, fault: { kind: 'reset' } }] });
  await desk.caseFrom('materials.query', {
    caseId,
    materialId: 'licence',
    kind: 'licence',
    basis: 'consent',
  });
  await desk.caseFrom('intake.provide', {
    caseId,
    materialId: 'licence',
    route: 'paper',
    originalsTaken: 0,
    checkedAgainstOriginal: true,
  });
  expect(await listed()).toMatchObject({ counts: { sources: 0 }, lines: [] });
  const { receiptNumber } = await desk.caseFrom('intake.receive', { caseId });
  expect(await listed()).toMatchObject({
    counts: { sources: 1 },
    lines: [{ caseId, receiptNumber, about: '营业执照' }],
  });
  await sandbox.faults({ rules: [] });
  desk.clock.move(60_000);
  await desk.caseFrom('materials.recheck', { caseId });
  expect(await listed()).toMatchObject({ counts: { sources: 0 }, lines: [] });
});

it('all sources that were away are asked again at once: a clerk waits for the slowest, not for their sum', async () => {
  const desk = await sourceDesk(sandbox);
  const { id: caseId } = await anOpenCase(desk, FUND);
  await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: { kind: 'reset' } }] });
  for (const materialId of ['nohouse', 'marriage', 'id']) {
    await desk.caseFrom('materials.query', { caseId, materialId, kind: 'shared-data', basis: 'law' });
    const paper = { caseId, materialId, route: 'paper', originalsTaken: 1, checkedAgainstOriginal: true };
    await desk.caseFrom('intake.provide', paper);
  }
  const slow = { kind: 'slow', ms: 700 };
  await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: slow }] });
  const startedMs = performance.now();
  desk.clock.move(60_000);
  const view = await desk.caseFrom('materials.recheck', { caseId });
  expect(performance.now() - startedMs).toBeLessThan(1_900);
  expect(view.materials.filter(({ recheck }) => recheck)).toEqual([]);
  expect(view.materials.filter(({ query }) => query?.answer === 'found')).toHaveLength(3);
});
