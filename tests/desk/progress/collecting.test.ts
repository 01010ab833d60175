import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { all } from '#native/sqlite/database.ts';
import { fieldsOf, firstValues, isFull, stepOf } from '#renderer/screens/progress/act-fields.ts';
import { wordsIn } from '#renderer/words/words.ts';
import { networkCode } from '../../stand-ins/network-codes.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';
import { citizenNumber, type IntakeDesk, readyCaseIn, typeApplicant } from '../../support/intake-desk.ts';
import { decider, progressOf, refusalOfStep, stepOn } from '../../support/progress-desk.ts';
import { sourceDesk } from '../../support/source-desk.ts';
import { foodPermit } from './cases.ts';

const LI = { name: '李春禾', number: '990101199205174023' };
const MINUTE_MS = 60_000;

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());

/** A result that lies ready, of this applicant. */
async function aResult(applicant = LI) {
  const desk = await sourceDesk(sandbox);
  const visitId = desk.aVisit();
  const { id } = await readyCaseIn(desk, visitId, foodPermit);
  await typeApplicant(desk, visitId, applicant);
  await desk.caseFrom('intake.accept', { caseId: id });
  await stepOn(desk, id, { act: 'grant', reason: '符合条件' }, decider);
  await stepOn(desk, id, { act: 'make-result', licenceNumber: 'JY-0001' });
  return { desk, id };
}

type To = Extract<Parameters<typeof stepOn>[2], { act: 'deliver' }>['to'];
type Proof = Extract<To, { way: 'counter' }>['proof'];

const collected = (proof: Proof) =>
  ({
    act: 'deliver',
    to: { way: 'counter', readingId: null, certificateNumber: '', proof },
  }) as const;

async function check(desk: IntakeDesk, caseId: CaseId, what = 'high-face', role = 'applicant') {
  const scanId = desk.parts.networkCodes.keep(networkCode(what, Date.now()));
  const reply = await desk.ask('progress.check-collector', { caseId, role, scanId });
  return reply.ok ? z.object({ checkId: z.string() }).parse(reply.value).checkId : reply.refusal;
}

/** What the 领取单 says of the certificate. */
function onPaper(desk: IntakeDesk, caseId: CaseId): string {
  const rows = all(desk.db, `SELECT content FROM notice WHERE case_id = @caseId AND kind = 'collection'`, {
    caseId,
  });
  return JSON.stringify(rows);
}

describe('F16: a result that is collected', () => {
  it('with a network certificate: the platform says it is this person, and the paper says how', async () => {
    const { desk, id } = await aResult();
    const checkId = await check(desk, id);
    const done = await stepOn(desk, id, collected({ by: 'network', role: 'applicant', checkId }));
    expect(done.state).toBe('delivered');
    expect(onPaper(desk, id)).toContain('网络身份认证凭证（网证）核验');
  });

  it('with the network certificate of somebody else is not handed over', async () => {
    const { desk, id } = await aResult({ name: '王示范', number: citizenNumber(13) });
    expect(await check(desk, id)).toBe('another-person');
    const { desk: other, id: elsewhere } = await aResult();
    expect(await check(other, elsewhere, 'high-face', 'guardian')).toBe('not-the-collector');
  });

  it('with a check that ran out, or that was made for nobody, is not handed over', async () => {
    const { desk, id } = await aResult();
    const checkId = await check(desk, id);
    desk.clock.move(10 * MINUTE_MS + 1);
    const late = collected({ by: 'network', role: 'applicant', checkId });
    expect(await refusalOfStep(desk, id, late)).toBe('check-gone');
    const made = collected({
      by: 'network',
      role: 'applicant',
      checkId: '019a0000-0000-7000-8000-0000000000ff',
    });
    expect(await refusalOfStep(desk, id, made)).toBe('check-gone');
  });

  it('with another document: its kind and number stand on the paper', async () => {
    const { desk, id } = await aResult();
    const passport = {
      by: 'other-certificate',
      role: 'applicant',
      certificateKind: 'passport',
      certificateNumber: 'E12345678',
    } as const;
    const wrong = {
      ...passport,
      certificateKind: 'resident-id',
      certificateNumber: '990101199205174024',
    } as const;
    expect(await refusalOfStep(desk, id, collected(wrong))).toBe('certificate-number-wrong');
    expect(await refusalOfStep(desk, id, collected({ ...passport, role: 'guardian' }))).toBe(
      'not-the-collector',
    );
    expect((await stepOn(desk, id, collected(passport))).state).toBe('delivered');
    expect(onPaper(desk, id)).toContain('护照 E12345678');
  });
});

describe('what the window asks of whoever collects', () => {
  it('is the certificate of the case, else who they are and what they show', async () => {
    const { desk, id } = await aResult();
    const view = await progressOf(desk, id);
    const words = wordsIn('zh-CN');
    const collectors = [{ value: 'applicant', label: '申请人 李*' }];
    const asked = (values: object) => fieldsOf(words, 'deliver', view, foodPermit, values, false, collectors);
    const names = (values: object) => asked(values).map(({ name }) => name);
    expect(names({ way: 'counter', proof: 'same' })).toEqual(['way', 'proof', 'certificateNumber']);
    expect(names({ way: 'counter', proof: 'network' })).toEqual(['way', 'proof', 'collector']);
    expect(names({ way: 'express' })).toEqual(['way', 'waybill']);
    const other = { way: 'counter', proof: 'otherCertificate' };
    const values = {
      ...firstValues(asked(other), view),
      ...other,
      certificateKind: 'passport',
      otherNumber: ' E12345678 ',
    };
    expect(isFull(asked(other), values)).toBe(true);
    expect(
      stepOf('deliver', values, { voucher: null, readingId: null, signedPaper: null, checkId: null }),
    ).toEqual({
      act: 'deliver',
      to: {
        way: 'counter',
        readingId: null,
        certificateNumber: '',
        proof: {
          by: 'other-certificate',
          role: 'applicant',
          certificateKind: 'passport',
          certificateNumber: 'E12345678',
        },
      },
    });
  });
});
