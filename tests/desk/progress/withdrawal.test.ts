import { describe, expect, it } from 'vitest';
import { citizenCalls } from '#contract/calls/citizen.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import { ProgressView } from '#contract/shapes/progress.ts';
import { all } from '#native/sqlite/database.ts';
import { asker } from '../../support/desk-parts.ts';
import { aReadyCase, intakeDesk, type IntakeDesk } from '../../support/intake-desk.ts';
import { progressOf, refusalOfStep, stepOn } from '../../support/progress-desk.ts';
import { foodPermit } from './cases.ts';

describe('withdrawal', () => {
  const pen = [
    [
      { x: 100, y: 100 },
      { x: 600, y: 120 },
      { x: 400, y: 300 },
    ],
  ];
  const citizen = asker({ seat: 'citizen-0001', staff: null });

  async function askedToSign(desk: IntakeDesk, caseId: CaseId) {
    const reply = await desk.ask('progress.ask-withdrawal', { caseId, reason: '改变经营地址' });
    const { withdrawal } = ProgressView.parse(reply.ok ? reply.value : null);
    if (!withdrawal) throw new Error('no paper was left');
    const seen = await desk.ask('citizen.view', {}, citizen);
    const { paper } = citizenCalls['citizen.view'].output.parse(seen.ok ? seen.value : null);
    return { noticeId: withdrawal.noticeId, signingId: paper?.signingId ?? '' };
  }

  it('is not done before the applicant has signed, and keeps which signature it was', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const { noticeId, signingId } = await askedToSign(desk, ready.id);
    const signed = { how: 'on-screen', noticeId } as const;
    expect(await refusalOfStep(desk, ready.id, { act: 'withdraw', signed })).toBe('not-signed-yet');
    expect((await progressOf(desk, ready.id)).state).toBe('accepted');
    await desk.ask('citizen.sign', { signingId, strokes: pen }, citizen);
    const done = await stepOn(desk, ready.id, { act: 'withdraw', signed });
    expect(done.state).toBe('withdrawn');
    expect(done.timeline.slice(-2).map(({ event }) => event)).toEqual(['ask-withdrawal', 'withdraw']);
    expect(done.timeline.at(-1)?.detail).toMatchObject({
      say: '改变经营地址',
      signed: 'on-screen',
      signature: `${noticeId}:1`,
    });
    expect(all(desk.db, `SELECT id FROM notice WHERE kind = 'withdrawal'`)).toHaveLength(1);
  });

  it('says that it was signed on paper where a pen was used, on a paper of its own', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const done = await stepOn(desk, ready.id, {
      act: 'withdraw',
      signed: { how: 'on-paper', reason: '不办了' },
    });
    const { noticeId } = done.withdrawal ?? {};
    expect(done.timeline.at(-1)?.detail).toMatchObject({ signed: 'on-paper', signature: `${noticeId}:1` });
    expect(done.withdrawal?.signing).toMatchObject({ state: 'settled', outcome: 'on-paper' });
  });

  it('takes no signature of another paper, and asks nobody whose case cannot be withdrawn', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, foodPermit);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    const first = await askedToSign(desk, ready.id);
    await desk.ask('citizen.sign', { signingId: first.signingId, strokes: pen }, citizen);
    await askedToSign(desk, ready.id);
    const signed = { how: 'on-screen', noticeId: first.noticeId } as const;
    expect(await refusalOfStep(desk, ready.id, { act: 'withdraw', signed })).toBe('not-signed-yet');
    const draft = await aReadyCase(desk, foodPermit);
    expect(await desk.refusalOf('progress.ask-withdrawal', { caseId: draft.id, reason: '不办了' })).toBe(
      'not-in-this-state',
    );
  });
});
