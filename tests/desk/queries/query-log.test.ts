import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { QueryLog } from '#contract/shapes/query-log.ts';
import { keepSharedQueries } from '#desk/store/shared-queries.ts';
import { all } from '#native/sqlite/database.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';
import { type IntakeDesk, itemNamed } from '../../support/intake-desk.ts';
import { networkWish } from '../../support/network-desk.ts';
import { acceptedOffline, aRecheckRound } from '../../support/offline-desk.ts';
import { anOpenCase, sourceDesk } from '../../support/source-desk.ts';

const PERMIT = itemNamed('食品经营许可（新办）');
const FUND = itemNamed('住房公积金提取（租房）');
const DAY_MS = 24 * 60 * 60 * 1000;
const licence = { materialId: 'licence', kind: 'licence', basis: 'consent' } as const;
const marriage = { materialId: 'marriage', kind: 'shared-data', basis: 'law' } as const;
const NOT_CONNECTED = {
  code: 'population.basic',
  nameZh: '人口基本信息',
  system: '人口基础信息库',
  organ: '公安厅',
  connected: false,
  waitMs: 1_000,
  fields: [],
};
const EVERY = { text: '', days: 30, outcome: null, limit: 100 };

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults({ rules: [] }));

async function asked(desk: IntakeDesk, wish: object = {}): Promise<QueryLog> {
  const reply = await desk.ask('materials.queries', { ...EVERY, ...wish });
  if (!reply.ok) throw new Error(`refused: ${reply.refusal}`);
  return QueryLog.parse(reply.value);
}

/** A licence found, then data whose source was away a day later. */
async function twoQueries(): Promise<IntakeDesk> {
  const desk = await sourceDesk(sandbox);
  const { id: first } = await anOpenCase(desk, PERMIT);
  await desk.caseFrom('materials.query', { caseId: first, ...licence });
  desk.clock.move(DAY_MS);
  const { id: second } = await anOpenCase(desk, FUND);
  await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: { kind: 'reset' } }] });
  await desk.caseFrom('materials.query', { caseId: second, ...marriage });
  return desk;
}

describe('F08: every query of this window in one list', () => {
  it('says who asked whom about whom, when, on which ground, and whether it was answered', async () => {
    const desk = await twoQueries();
    const { lines, counts } = await asked(desk);
    expect(counts).toEqual({ found: 1, 'no-use': 0, away: 1, wrong: 0 });
    expect(lines).toMatchObject([
      {
        kind: 'shared-data',
        itemNameZh: FUND.nameZh,
        about: expect.stringContaining('*'),
        system: expect.stringMatching(/./),
        organ: expect.stringMatching(/./),
        fields: expect.arrayContaining([expect.stringMatching(/./)]),
        basis: 'law',
        onScreen: false,
        askedBy: '0317',
        askedAtMs: desk.clock.nowMs(),
        answer: 'away',
        answeredBy: null,
        saidWrong: false,
      },
      {
        kind: 'licence',
        source: '营业执照',
        system: null,
        fields: [],
        paperNameZh: '营业执照',
        purpose: '办理“食品经营许可（新办）”，核验“营业执照”',
        basis: 'consent',
        answer: 'found',
        answeredBy: '示范省电子证照库',
      },
    ]);
    expect(JSON.stringify(lines), 'no whole name and no value').not.toMatch(/李春雨|990101\d/);
  });

  it('is searched by source, system, item, receipt, clerk, days and outcome', async () => {
    const desk = await twoQueries();
    const [data] = (await asked(desk)).lines;
    const found = async (wish: object) => (await asked(desk, wish)).lines.map(({ kind }) => kind);
    expect(await found({ text: ' 营业执照 ' })).toEqual(['licence']);
    expect(await found({ text: data?.system })).toEqual(['shared-data']);
    expect(await found({ text: FUND.nameEn.toUpperCase() })).toEqual(['shared-data']);
    expect(await found({ text: '0317' })).toEqual(['shared-data', 'licence']);
    expect(await found({ text: '031' })).toEqual([]);
    expect(await found({ outcome: 'away' })).toEqual(['shared-data']);
    expect(await found({ days: 1, outcome: 'found' })).toEqual(['licence']);
    desk.clock.move(1);
    expect(await found({ days: 1 })).toEqual(['shared-data']);
    expect((await asked(desk, { outcome: 'wrong' })).counts).toMatchObject({ found: 1, away: 1 });
    expect((await asked(desk, { limit: 1 })).lines).toHaveLength(1);
  });

  it('counts what was reported wrong apart', async () => {
    const desk = await twoQueries();
    const { lines } = await asked(desk, { outcome: 'found' });
    const [query] = lines;
    await desk.caseFrom('materials.say-wrong', {
      caseId: query?.caseId,
      queryId: query?.id,
      say: '法定代表人已经换了',
    });
    const after = await asked(desk);
    expect(after.counts).toEqual({ found: 0, 'no-use': 0, away: 1, wrong: 1 });
    expect(after.lines[1]).toMatchObject({ answer: 'found', saidWrong: true });
  });

  it('leaves an audit entry of who looked, and is read by days without the years before', async () => {
    const desk = await twoQueries();
    await asked(desk);
    const audit = 'SELECT actor, subject, purpose FROM audit ORDER BY seq DESC LIMIT 1';
    expect(all(desk.db, audit)).toEqual([{ actor: '0317', subject: 'queries', purpose: 'search' }]);
    const plan = all(
      desk.db,
      'EXPLAIN QUERY PLAN SELECT id FROM material_query WHERE asked_at_ms >= 1 ORDER BY asked_at_ms DESC',
    );
    expect(JSON.stringify(plan)).toContain('material_query_asked');
  });

  it('holds the network certificates that were shown, with their case where there is one', async () => {
    const desk = await sourceDesk(sandbox);
    const visitId = desk.aVisit();
    await desk.visitFrom('identity.check-network', networkWish(desk, visitId, 'high-face'));
    const { id: caseId } = await desk.caseFrom('intake.open', { visitId, itemCode: PERMIT.code });
    desk.clock.move(1);
    expect(await desk.refusalOf('identity.check-network', networkWish(desk, visitId, 'unknown'))).toBe(
      'code-unknown',
    );
    desk.clock.move(1);
    const { scanId } = networkWish(desk, visitId, 'expired');
    const which = { by: 'network', scanId };
    expect(await desk.refusalOf('people.page', { which, purpose: 'serve-at-the-window' })).toBe(
      'code-expired',
    );
    const { lines, counts } = await asked(desk);
    expect(counts).toMatchObject({ found: 1, 'no-use': 2, away: 0 });
    const shown = {
      kind: 'network-identity',
      source: '',
      purpose: '核验办事人身份',
      basis: 'consent',
      askedBy: '0317',
    };
    expect(lines).toMatchObject([
      { ...shown, caseId: null, about: null, itemNameZh: null, answer: 'code-expired' },
      { ...shown, caseId, about: null, answer: 'code-unknown' },
      {
        ...shown,
        caseId,
        about: '李*',
        itemNameZh: PERMIT.nameZh,
        paperNameZh: null,
        answer: 'same-person',
        answeredBy: expect.stringMatching(/./),
      },
    ]);
    expect((await asked(desk, { text: '网证' })).lines).toHaveLength(3);
    expect((await asked(desk, { text: PERMIT.nameZh })).lines).toHaveLength(2);
  });

  it('holds every question about whoever was identified without a line, and that one was not asked', async () => {
    const { desk, id: caseId } = await acceptedOffline(sandbox);
    desk.province.line = 'ok';
    await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault: { kind: 'reset' } }] });
    await aRecheckRound(desk);
    await sandbox.faults({ rules: [] });
    desk.clock.move(DAY_MS);
    await aRecheckRound(desk);
    const { lines, counts } = await asked(desk);
    expect(counts).toEqual({ found: 1, 'no-use': 0, away: 1, wrong: 0 });
    const recheck = {
      kind: 'recheck',
      caseId,
      askedBy: 'desk',
      basis: 'law',
      about: expect.stringMatching(/^.\*+$/),
    };
    expect(lines).toMatchObject([
      {
        ...recheck,
        system: expect.stringMatching(/./),
        organ: expect.stringMatching(/./),
        purpose: expect.stringContaining('复核断网时所读证件'),
        paperNameZh: null,
        answer: 'same-person',
        answeredBy: '示范省公安厅',
      },
      { ...recheck, answer: 'away', trouble: expect.stringMatching(/./), answeredBy: null },
    ]);
    expect((await asked(desk, { text: '断网', outcome: 'away' })).lines).toHaveLength(1);

    const other = await acceptedOffline(sandbox);
    other.desk.province.line = 'ok';
    other.desk.db.transaction(() => keepSharedQueries(other.desk.db, [NOT_CONNECTED]))();
    await aRecheckRound(other.desk);
    expect((await asked(other.desk)).lines).toMatchObject([
      { kind: 'recheck', caseId: other.id, answer: 'away', trouble: 'not-connected', source: '人口基本信息' },
    ]);
  });
});
