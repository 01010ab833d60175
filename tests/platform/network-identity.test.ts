import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpProvince } from '#desk/platform/adapters/http-province.ts';
import { messageOf } from '#desk/platform/adapters/frame-event.ts';
import type { NetworkQuestion, Province } from '#desk/platform/province.ts';
import { openSources } from '#desk/platform/source-desk.ts';
import { networkCode, readNetworkCode } from '../stand-ins/network-codes.ts';
import { readDescription } from '../stand-ins/province/description.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { anEvent, QUICK_LIMITS } from './reporting-window.ts';

const LI = {
  name: '李春禾',
  certificateKind: 'resident-id',
  certificateNumber: '990101199205174023',
} as const;

let sandbox: RunningProvince;
let province: Province;

beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  province = httpProvince({
    url: sandbox.url,
    account: 'hall-990101',
    secret: 'not-a-secret',
    site: '990101',
    window: 3,
    certificateAuthority: null,
    nowMs: Date.now,
    onSkew: () => {},
    limits: { ...QUICK_LIMITS, wholeMs: 2_000 },
  });
});
afterEach(async () => {
  await province.close();
  await sandbox.faults({ rules: [] });
});

function shown(what: string, change: Partial<NetworkQuestion> = {}): NetworkQuestion {
  return {
    id: randomUUID(),
    code: networkCode(what, Date.now()),
    purpose: '核验办事人身份',
    holder: null,
    clerk: '0317',
    askedAtMs: Date.UTC(2026, 10, 24, 2, 21),
    ...change,
  };
}

describe('the identity platform behind the province (F16)', () => {
  it('says whose certificate was shown, with level and mode, and is asked with a purpose and a clerk', async () => {
    const question = shown('high-face');
    expect(await province.checkNetworkIdentity(question)).toEqual({
      answer: 'answered',
      by: '示范省网络身份认证平台',
      result: 'same-person',
      mode: 'face-certificate',
      level: 'high',
      holder: LI,
    });
    expect((await sandbox.queries()).at(-1)).toEqual({
      check_guid: question.id,
      code: '',
      purpose: '核验办事人身份',
      holder_name: null,
      holder_type: null,
      holder_code: null,
      site: '990101',
      window: 3,
      handle_user_name: '0317',
      asked_at: '2026-11-24T10:21:00.000+08:00',
    });
  });

  it('answers yes or no only in the weakest mode, and a question is not used up by a no', async () => {
    const question = shown('basic-name');
    const result = async (change: Partial<NetworkQuestion>) => {
      const heard = await province.checkNetworkIdentity({ ...question, id: randomUUID(), ...change });
      return heard.answer === 'answered' ? heard.result : heard.answer;
    };
    expect(await result({})).toBe('holder-needed');
    expect(await result({ holder: { ...LI, name: '王示范' } })).toBe('other-person');
    expect(await result({ holder: LI })).toBe('same-person');
    expect(await result({ holder: LI })).toBe('code-used');
  });

  it.each([
    ['expired', 'code-expired'],
    ['unknown', 'code-unknown'],
  ])('%s is %s', async (what, result) => {
    expect(await province.checkNetworkIdentity(shown(what))).toMatchObject({ answer: 'answered', result });
  });

  it('is not believed when it answers something else than was asked, or in words nobody knows', async () => {
    for (const kind of ['garbage', 'html', 'redirect', 'hostile'] as const) {
      await sandbox.faults({ rules: [{ match: { operation: 'checkNetworkIdentity' }, fault: { kind } }] });
      const heard = await province.checkNetworkIdentity(shown('high-face'));
      expect([kind, heard.answer]).not.toEqual([kind, 'answered']);
    }
  });

  it('is given up in time, and nobody is asked where the hall reports to nobody', async () => {
    await sandbox.faults({
      rules: [{ match: { operation: 'checkNetworkIdentity' }, fault: { kind: 'never' } }],
    });
    const late = await openSources(province).networkIdentity(shown('high-face'), 200);
    expect(late).toEqual({ answer: 'unknown', why: 'no-answer', afterMs: null });
    expect(await openSources(null).networkIdentity(shown('high-face'), 200)).toEqual({
      answer: 'not-connected',
    });
  });

  it('is reported with the case: proof 5 and a row of level and mode, for everybody it proved', () => {
    const network = {
      checkId: randomUUID(),
      mode: 'name-number',
      level: 'basic',
      by: '示范省网络身份认证平台',
      checkedAtMs: Date.UTC(2026, 10, 24, 2, 21),
    } as const;
    const event = anEvent(1);
    const applicant = { ...event.applicant, verification: 'network', network } as const;
    const proved = {
      ...event,
      applicant,
      handler: applicant,
      related: [{ role: 'guardian', party: applicant }],
    } as const;
    const message = messageOf(
      { ...proved, related: [...proved.related] },
      { key: randomUUID(), step: 1, officialNumber: null },
    );
    const row = {
      check_guid: network.checkId,
      mode: '01',
      level: '1',
      checked_by: network.by,
      checked_at: '2026-11-24T10:21:00.000+08:00',
    };
    expect(message.accept).toMatchObject({ applyer_proof: '5', applyer_network: row, contact_network: row });
    expect(message.related).toMatchObject([{ proof: '5', network: row }]);
    const file = new URL('../../electron/desk/platform/openapi.yaml', import.meta.url).pathname;
    const { check, resolve } = readDescription(file);
    expect(check(JSON.parse(JSON.stringify(message)), resolve('#/components/schemas/CaseEvent'))).toEqual([]);
    const without = messageOf(event, { key: randomUUID(), step: 1, officialNumber: null });
    expect(JSON.stringify(without)).not.toContain('network');
  });

  it('(control) a code holds nothing anybody could read, and no two are the same', () => {
    const [one, two] = [networkCode('high-face', 60_000), networkCode('high-face', 60_000)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.slice(7), 'base64url').toString('utf8')).not.toContain('990101');
    expect(readNetworkCode(one)).toMatchObject({ name: '李春禾' });
    expect(readNetworkCode(`${one.slice(0, -4)}AAAA`)).toBeNull();
  });
});
