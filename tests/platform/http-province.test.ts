import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpProvince } from '#desk/platform/adapters/http-province.ts';
import type { Province, Sending } from '#desk/platform/province.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { anEvent, QUICK_LIMITS } from './reporting-window.ts';

let sandbox: RunningProvince;
let province: Province;
let serial = 100;

beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  province = httpProvince({
    url: `${sandbox.url}/`,
    account: 'hall-990101',
    secret: 'not-a-secret',
    site: '990101',
    window: 3,
    certificateAuthority: null,
    nowMs: Date.now,
    onSkew: () => {},
    limits: QUICK_LIMITS,
  });
});
afterEach(async () => {
  await province.close();
  await sandbox.faults({ rules: [] });
});

function sendingOf(): Sending {
  const event = anEvent((serial += 1));
  const key = crypto.randomUUID();
  const body = province.frame(event, { key, step: 1, officialNumber: null });
  return { key, caseId: event.caseId, step: 1, receiptNumber: event.receiptNumber, body };
}

describe('the province over HTTP', () => {
  it('is given the same bytes for the same event, each time', () => {
    const event = anEvent(101);
    const naming = { key: crypto.randomUUID(), step: 1, officialNumber: null };
    expect(province.frame(event, naming)).toEqual(province.frame(structuredClone(event), naming));
  });

  it('signs in once for all who wait', async () => {
    // A second sign-in would be refused: only the first may pass.
    await sandbox.faults({
      rules: [{ match: { operation: 'signIn', nth: [2, 3, 4, 5] }, fault: { kind: 'wrong-account' } }],
    });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => province.sendEvent(sendingOf())));
    expect(answers.map(({ answer }) => answer)).toEqual(Array.from({ length: 5 }, () => 'acknowledged'));
  });

  it('never calls a step sent that waited for a sign-in in vain', async () => {
    await sandbox.faults({ rules: [{ match: { operation: 'signIn' }, fault: { kind: 'never' } }] });
    expect(await province.sendEvent(sendingOf())).toEqual({ answer: 'not-delivered', why: 'no-answer' });
    expect(await sandbox.cases()).toHaveLength(5);
  });

  it('is not signed in to when somebody else answers in its place', async () => {
    await sandbox.faults({
      rules: [
        { match: { operation: 'health' }, fault: { kind: 'status', status: 200, body: { welcome: true } } },
      ],
    });
    expect(await province.knock()).toEqual({ answer: 'unknown', why: 'intercepted', afterMs: null });
  });

  it('is asked what it holds by key, and by receipt number when the key is forgotten', async () => {
    const sending = sendingOf();
    expect(await province.findEvent(sending)).toEqual({ answer: 'not-found' });
    const sent = await province.sendEvent(sending);
    expect(await province.findEvent(sending)).toEqual(sent);
    await sandbox.faults({
      rules: [{ match: { operation: 'findByKey' }, times: 1, fault: { kind: 'forget-keys' } }],
    });
    expect(await province.findEvent(sending)).toEqual(sent);
    const other = { ...sending, key: crypto.randomUUID() };
    expect(await province.findEvent(other)).toEqual({ answer: 'untrusted', why: 'step-already-there' });
  });

  it('says when its catalogue is still the one we know', async () => {
    const first = await province.pullCatalogue(null);
    expect(first).toMatchObject({ answer: 'newer', version: expect.stringMatching(/^sandbox-/) });
    const etag = first.answer === 'newer' ? first.etag : null;
    expect(await province.pullCatalogue(etag)).toEqual({ answer: 'unchanged' });
    expect(await province.pullCatalogue('"another"')).toMatchObject({ answer: 'newer' });
  });

  it.each([
    ['refused', 'http://127.0.0.1:9'],
    ['without a name', 'http://no-such-host.invalid'],
  ])('that is %s is away, and surely got nothing', async (_, url) => {
    const away = httpProvince({
      url,
      account: '',
      secret: '',
      site: '990101',
      window: 3,
      certificateAuthority: null,
      nowMs: Date.now,
      onSkew: () => {},
      limits: { ...QUICK_LIMITS, connectMs: 2_000, wholeMs: 4_000 },
    });
    expect(await away.knock()).toEqual({ answer: 'not-delivered', why: 'away' });
    expect(await away.sendEvent(sendingOf())).toEqual({ answer: 'not-delivered', why: 'away' });
    await away.close();
  });
});
