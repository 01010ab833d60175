import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { all } from '#native/sqlite/database.ts';
import { citizenNumber, handOverAll, itemNamed } from '../../support/intake-desk.ts';
import { anOpenCase, paperOf, sourceDesk } from '../../support/source-desk.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';

const PERMIT = itemNamed('食品经营许可（新办）');
const FUND = itemNamed('住房公积金提取（租房）');
const BIRTH_COST = itemNamed('生育医疗费用支付');

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

const licence = { materialId: 'licence', kind: 'licence', basis: 'consent' } as const;
const marriage = { materialId: 'marriage', kind: 'shared-data', basis: 'law' } as const;

describe('F17: an electronic licence instead of the paper', () => {
  it('stands for it with grade A, and the query is kept with purpose, case, clerk and who answered', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, PERMIT);
    const view = await desk.caseFrom('materials.query', { caseId, ...licence });
    const paper = paperOf(view, 'licence');
    expect(paper).toMatchObject({ route: 'licence', grade: 'A', recheck: false });
    expect(paper.query).toMatchObject({
      kind: 'licence',
      what: '营业执照',
      purpose: '办理“食品经营许可（新办）”，核验“营业执照”',
      basis: 'consent',
      askedBy: '0317',
      askedAtMs: desk.clock.nowMs(),
      answer: 'found',
      answeredBy: '示范省电子证照库',
      level: '2',
      status: '01',
      checkHolds: true,
      holder: '李*',
    });
    expect(view.missing).not.toContain('licence');
    expect(view.papersSaved).toContainEqual({ materialId: 'licence', by: 'licence' });
    const [asked] = (await sandbox.queries()).slice(-1);
    expect(asked).toMatchObject({ case_guid: caseId, purpose: paper.query?.purpose, basis: '1' });
    const audit = all(
      desk.db,
      'SELECT call, subject, purpose, outcome FROM audit ORDER BY seq DESC LIMIT 1',
      {},
    );
    expect(audit).toEqual([
      { call: 'materials.query', subject: caseId, purpose: paper.query?.purpose, outcome: 'ok' },
    ]);
  });

  it('keeps nothing whole that names a person', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, PERMIT);
    await desk.caseFrom('materials.query', { caseId, ...licence });
    const kept = JSON.stringify(all(desk.db, 'SELECT holder, fields FROM material_query', {}));
    expect(kept).not.toContain('李晓雨');
    expect(kept).not.toContain(citizenNumber());
    expect(kept).toContain('9901**********');
  });

  it.each([
    ['holds none', { kind: 'no-record' }, 'not-found'],
    ['holds another’s', { kind: 'other-holder' }, 'other-holder'],
    ['has it revoked', { kind: 'licence-status', status: '03' }, 'not-valid'],
    ['has it ended', { kind: 'licence-ended', on: '2026-11-23' }, 'not-valid'],
  ])('does not stand for it when the library %s', async (_, fault, answer) => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, PERMIT);
    await sandbox.faults({ rules: [{ match: { operation: 'queryLicence' }, fault }] });
    const view = await desk.caseFrom('materials.query', { caseId, ...licence });
    expect(paperOf(view, 'licence')).toMatchObject({ route: null, recheck: false, query: { answer } });
    expect(view.missing).toContain('licence');
  });

  it('of somebody else leaves nothing of them but a masked name', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, PERMIT);
    await sandbox.faults({ rules: [{ fault: { kind: 'other-holder' } }] });
    const view = await desk.caseFrom('materials.query', { caseId, ...licence });
    expect(paperOf(view, 'licence').query).toMatchObject({ holder: '王*', fields: [] });
  });

  it('is asked for by the code that is shown, and only that one counts', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, PERMIT);
    const identifier = '1.2.156.3005.2.11100000000000000A001.11990101990000017G.9901010000001.001.A';
    const view = await desk.caseFrom('materials.query', { caseId, ...licence, identifier });
    expect(paperOf(view, 'licence').query).toMatchObject({ answer: 'found', identifier, checkHolds: false });
    expect((await sandbox.queries()).at(-1)).toMatchObject({ licence_identifier: identifier });
    const wish = { caseId, ...licence, identifier: 'https://example.invalid/1' };
    expect(await desk.refusalOf('materials.query', wish)).toBe('no-such-licence-code');
  });

  it('is asked for no paper that has none, and about nobody who is not there', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId, visitId } = await anOpenCase(desk, PERMIT);
    const wish = { caseId, ...licence };
    expect(await desk.refusalOf('materials.query', { ...wish, materialId: 'form' })).toBe('nothing-to-ask');
    expect(await desk.refusalOf('materials.query', { ...wish, materialId: 'x' })).toBe('no-such-material');
    await desk.visitFrom('identity.set-field', { visitId, role: 'applicant', field: 'name', value: '' });
    expect(await desk.refusalOf('materials.query', wish)).toBe('identity-missing');
    expect(all(desk.db, 'SELECT id FROM material_query', {})).toEqual([]);
  });
});

describe('F08: shared data instead of the paper', () => {
  it('name their system, give the listed fields alone, and stand for the paper', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId, materials } = await anOpenCase(desk, FUND);
    expect(materials.find(({ id }) => id === 'marriage')?.lookup.source).toEqual({
      nameZh: '婚姻登记信息',
      system: '婚姻登记管理系统',
      organ: '民政部',
      fields: ['婚姻状况', '配偶姓名'],
      connected: true,
    });
    await sandbox.faults({
      rules: [{ match: { operation: 'querySharedData' }, fault: { kind: 'more-values' } }],
    });
    const view = await desk.caseFrom('materials.query', { caseId, ...marriage });
    expect(paperOf(view, 'marriage')).toMatchObject({
      route: 'shared-data',
      grade: 'A',
      query: {
        answer: 'found',
        answeredBy: '民政部',
        level: '1',
        basis: 'law',
        fields: [
          { nameZh: '婚姻状况', value: '已婚' },
          { nameZh: '配偶姓名', value: '赵*' },
        ],
      },
    });
    expect((await sandbox.queries()).at(-1)).toMatchObject({
      query_code: 'civil.marriage',
      fields: ['holder.marital-status', 'spouse.name'],
      basis: '2',
    });
  });

  it('say so where their system is not connected: the paper is needed and nothing is to be asked again', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId, materials } = await anOpenCase(desk, BIRTH_COST);
    expect(materials.find(({ id }) => id === 'bill')?.lookup.source?.connected).toBe(false);
    const wish = { caseId, materialId: 'bill', kind: 'shared-data', basis: 'law' };
    await desk.caseFrom('materials.query', wish);
    const view = await desk.caseFrom('intake.provide', {
      caseId,
      materialId: 'bill',
      route: 'paper',
      originalsTaken: 1,
    });
    expect(paperOf(view, 'bill')).toMatchObject({
      recheck: false,
      query: { answer: 'away', trouble: 'not-connected', answeredBy: null },
    });
  });

  it('show what supervision says of the holder, known or not', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, FUND);
    await sandbox.faults({ rules: [{ fault: { kind: 'flagged', code: '77', explain: '列入重点核查' } }] });
    const view = await desk.caseFrom('materials.query', { caseId, ...marriage });
    expect(paperOf(view, 'marriage').query?.flags).toEqual([
      { code: '77', say: '列入重点核查', since: '2026-10-12' },
    ]);
  });
});

describe('F43: a query goes up as far as it must, and who answered stays with it', () => {
  it.each([
    ['the county', '高龄津贴申领', 'hukou', '4', '示范县公安局'],
    ['the city', '城乡居民基本医疗保险参保登记', 'residence', '3', '示范市公安局'],
    ['the province', '高龄津贴申领', 'id', '2', '示范省公安厅'],
    ['the nation', '住房公积金提取（租房）', 'marriage', '1', '民政部'],
  ])('%s', async (_, item, materialId, level, answeredBy) => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, itemNamed(item));
    await desk.caseFrom('materials.query', { caseId, materialId, kind: 'shared-data', basis: 'law' });
    // Asked anew, so that it is what was kept.
    const view = await desk.caseFrom('intake.look', { caseId });
    expect(paperOf(view, materialId).query).toMatchObject({ answer: 'found', answeredBy, level });
    const rows = all(desk.db, 'SELECT material_id, level, answered_by FROM material_query', {});
    expect(rows).toEqual([{ material_id: materialId, level, answered_by: answeredBy }]);
  });
});

describe('a source that does not answer', () => {
  it.each([
    ['fails', { kind: 'status', status: 500 }, 'fault'],
    ['never answers', { kind: 'never' }, 'slow'],
    ['hangs up', { kind: 'reset' }, 'away'],
    ['sends a page', { kind: 'html' }, 'away'],
  ])('because it %s is told plainly, and the case is accepted on paper', async (_, fault, trouble) => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, FUND);
    await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault }] });
    const asked = await desk.caseFrom('materials.query', { caseId, ...marriage });
    expect(paperOf(asked, 'marriage')).toMatchObject({ route: null, query: { answer: 'away', trouble } });
    const paper = await desk.caseFrom('intake.provide', {
      caseId,
      materialId: 'marriage',
      route: 'paper',
      originalsTaken: 1,
      copiesTaken: 1,
      checkedAgainstOriginal: true,
    });
    expect(paperOf(paper, 'marriage')).toMatchObject({ route: 'paper', recheck: true });
    const full = await handOverAll(desk, paper);
    expect(full.missing).toEqual([]);

    await sandbox.faults({ rules: [] });
    const back = await desk.caseFrom('materials.recheck', { caseId });
    expect(paperOf(back, 'marriage')).toMatchObject({
      route: 'paper',
      recheck: false,
      query: { answer: 'found' },
    });
    expect(await desk.refusalOf('materials.recheck', { caseId })).toBe('nothing-to-recheck');
  });

  it('keeps nobody waiting: what is decided meanwhile stays decided, and the query is kept all the same', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, FUND);
    await sandbox.faults({
      rules: [{ match: { operation: 'querySharedData' }, fault: { kind: 'slow', ms: 400 } }],
    });
    const asking = desk.ask('materials.query', { caseId, ...marriage });
    await desk.caseFrom('intake.receive', { caseId });
    await desk.ask('intake.refuse', { caseId, reason: 'not-competent', say: '不属于本机关职权范围' });
    expect((await asking).ok).toBe(true);
    const view = await desk.caseFrom('intake.look', { caseId });
    expect(paperOf(view, 'marriage')).toMatchObject({ route: null, query: { answer: 'found' } });
  });
});

it('invariant 16: a query is never rewritten nor forgotten, and a paper that came by one names it', async () => {
  const desk = await sourceDesk(sandbox);
  const { id: caseId } = await anOpenCase(desk, FUND);
  await desk.caseFrom('materials.query', { caseId, ...marriage });
  const change = (sql: string) => () => desk.db.prepare(sql).run();
  expect(change("UPDATE material_query SET answer = 'not-found'")).toThrow('never rewritten');
  expect(change('DELETE FROM material_query')).toThrow('never forgotten');
  expect(change('UPDATE case_material SET query_id = NULL')).toThrow('CHECK');
  expect(all(desk.db, 'SELECT route FROM case_material JOIN material_query ON id = query_id', {})).toEqual([
    { route: 'shared-data' },
  ]);
});
