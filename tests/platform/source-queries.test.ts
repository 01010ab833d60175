import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLicenceIdentifier } from '#rules/identity/licence-identifier.ts';
import { httpProvince } from '#desk/platform/adapters/http-province.ts';
import type { LicenceQuestion, Province, SharedQuestion } from '#desk/platform/province.ts';
import { openSources } from '#desk/platform/source-desk.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { PERSON, QUICK_LIMITS } from './reporting-window.ts';

const Session = z.looseObject({ token: z.string().optional() });
const Body = z.record(z.string(), z.unknown());

let sandbox: RunningProvince;
let province: Province;

const open = (url: string) =>
  httpProvince({
    url,
    account: 'hall-990101',
    secret: 'not-a-secret',
    site: '990101',
    window: 3,
    certificateAuthority: null,
    nowMs: Date.now,
    onSkew: () => {},
    limits: { ...QUICK_LIMITS, wholeMs: 2_000 },
  });

beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  province = open(sandbox.url);
});
afterEach(async () => {
  await province.close();
  await sandbox.faults({ rules: [] });
});

function licence(change: Partial<LicenceQuestion> = {}): LicenceQuestion {
  return {
    id: randomUUID(),
    caseId: randomUUID(),
    receiptNumber: null,
    itemCode: '11990101990000017G4990131003000',
    materialId: 'licence',
    purpose: '办理“食品经营许可（新办）”，核验“营业执照”',
    basis: 'consent',
    holder: { name: PERSON.name, certificateKind: 'resident-id', certificateNumber: PERSON.number },
    clerk: '0317',
    askedAtMs: Date.UTC(2026, 10, 24, 2, 21),
    licenceName: '营业执照',
    identifier: null,
    ...change,
  };
}

function data(change: Partial<SharedQuestion> = {}): SharedQuestion {
  const { licenceName: _name, identifier: _identifier, ...question } = licence();
  return { ...question, query: 'civil.marriage', fields: ['holder.marital-status'], ...change };
}

describe('a source behind the province', () => {
  it('is asked with purpose, case, basis and clerk, and answers with who it is', async () => {
    const question = licence({ receiptNumber: 'W990101-03-000127-K' });
    const answer = await province.queryLicence(question);
    expect(answer).toMatchObject({ answer: 'answered', by: '示范省电子证照库', level: '2', flags: [] });
    const [found] = answer.answer === 'answered' ? answer.licences : [];
    expect(found).toMatchObject({ holderNumber: PERSON.number, status: '01', validTo: null });
    expect(readLicenceIdentifier(found?.identifier ?? '')).toMatchObject({ checkHolds: true });
    expect((await sandbox.queries()).at(-1)).toMatchObject({
      query_guid: question.id,
      case_guid: question.caseId,
      receipt_no: 'W990101-03-000127-K',
      purpose: question.purpose,
      basis: '1',
      holder_type: '111',
      handle_user_name: '0317',
      asked_at: '2026-11-24T10:21:00.000+08:00',
    });
  });

  it('gives the fields that were asked for and no others, whatever it sends', async () => {
    const asked = await province.querySharedData(data({ basis: 'law' }));
    expect(asked).toMatchObject({
      answer: 'answered',
      by: '民政部',
      level: '1',
      found: true,
      values: [{ code: 'holder.marital-status', value: '已婚' }],
    });
    await sandbox.faults({ rules: [{ fault: { kind: 'more-values' } }] });
    const generous = await province.querySharedData(data());
    expect(generous.answer === 'answered' && generous.values.map(({ code }) => code)).toEqual([
      'holder.marital-status',
    ]);
  });

  it('is never asked without a case and a purpose: the platform itself refuses it (invariant 16)', async () => {
    const signIn = { account: 'a', secret: 'b', site: '990101', window: 3 };
    const post = async (path: string, body: object, token = '') => {
      const headers = { authorization: `Bearer ${token}` };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const reply = await fetch(`${sandbox.url}${path}`, init);
      return { status: reply.status, json: Session.parse(await reply.json()) };
    };
    const { token = '' } = (await post('/v1/sign-in', signIn)).json;
    await province.queryLicence(licence());
    const good = Body.parse((await sandbox.queries()).at(-1));
    expect((await post('/v1/licence-queries', good, token)).status).toBe(200);
    for (const field of ['purpose', 'case_guid', 'holder_code', 'basis', 'handle_user_name']) {
      const { [field]: _without, ...body } = good;
      expect([field, (await post('/v1/licence-queries', body, token)).status]).toEqual([field, 422]);
    }
    expect((await post('/v1/licence-queries', { ...good, purpose: '' }, token)).status).toBe(422);
  });

  it('lists its queries, with the systems that are not connected', async () => {
    const list = await province.listQueries();
    const queries = list.answer === 'listed' ? list.queries : [];
    expect(queries.find(({ code }) => code === 'civil.marriage')).toMatchObject({
      system: '婚姻登记管理系统',
      connected: true,
      fields: [{ code: 'holder.marital-status' }, { code: 'spouse.name' }],
    });
    expect(queries.filter(({ connected }) => !connected).map(({ code }) => code)).toEqual([
      'population.photo',
      'medical.e_invoice',
    ]);
    expect(await province.querySharedData(data({ query: 'medical.e_invoice' }))).toEqual({
      answer: 'not-connected',
    });
  });

  it.each([
    ['holds nothing', { kind: 'no-record' }, { licences: [] }],
    ['holds another’s', { kind: 'other-holder' }, { licences: [{ holderName: '王另人' }] }],
    ['has it revoked', { kind: 'licence-status', status: '03' }, { licences: [{ status: '03' }] }],
    ['has it ended', { kind: 'licence-ended', on: '2025-12-31' }, { licences: [{ validTo: '2025-12-31' }] }],
    ['warns', { kind: 'flagged', code: '02' }, { flags: [{ code: '02', since: '2026-10-12' }] }],
  ])('that %s says so', async (_, fault, said) => {
    await sandbox.faults({ rules: [{ match: { operation: 'queryLicence' }, fault }] });
    expect(await province.queryLicence(licence())).toMatchObject({ answer: 'answered', ...said });
  });

  it.each([
    ['fails', { kind: 'status', status: 500 }, { answer: 'unknown', why: 'server-trouble' }],
    [
      'lies behind a bad gateway',
      { kind: 'status', status: 502 },
      { answer: 'unknown', why: 'gateway-trouble' },
    ],
    ['is busy', { kind: 'status', status: 429 }, { answer: 'retry-later', why: 'busy' }],
    ['hangs up', { kind: 'reset' }, { answer: 'unknown' }],
    ['is a login page', { kind: 'html' }, { answer: 'unknown', why: 'intercepted' }],
    ['does not let this window ask', { kind: 'status', status: 403 }, { answer: 'refused-line' }],
    ['answers in no known form', { kind: 'status', status: 200, body: { ok: true } }, { answer: 'unknown' }],
    ['does not know the query', { kind: 'no-such-query' }, { answer: 'not-connected' }],
  ])('that %s gives no answer', async (_, fault, said) => {
    await sandbox.faults({ rules: [{ match: { operation: 'querySharedData' }, fault }] });
    expect(await province.querySharedData(data())).toMatchObject(said);
  });

  it('is believed only when it answers our own question', async () => {
    const body = {
      query_guid: randomUUID(),
      answered_by: '另一个库',
      answered_level: '2',
      answered_at: '2026-11-24T10:21:00+08:00',
      licences: [],
      supervision: [],
    };
    await sandbox.faults({
      rules: [{ match: { operation: 'queryLicence' }, fault: { kind: 'status', status: 200, body } }],
    });
    expect(await province.queryLicence(licence())).toEqual({ answer: 'untrusted', why: 'wrong-echo' });
  });

  it('is waited for no longer than a person waits', async () => {
    await sandbox.faults({ rules: [{ match: { operation: 'queryLicence' }, fault: { kind: 'never' } }] });
    const startedMs = Date.now();
    expect(await openSources(province).licence(licence(), 300)).toMatchObject({ why: 'no-answer' });
    expect(Date.now() - startedMs).toBeLessThan(1_500);
  });

  it('is not there where the hall reports to nobody, or the line is down', async () => {
    expect(await openSources(null).sharedData(data(), 300)).toEqual({ answer: 'not-connected' });
    const away = open('http://127.0.0.1:9');
    expect(await openSources(away).sharedData(data(), 1_000)).toEqual({
      answer: 'not-delivered',
      why: 'away',
    });
    await away.close();
  });
});
