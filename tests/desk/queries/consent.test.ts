import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citizenCalls } from '#contract/calls/citizen.ts';
import { closeVisit } from '#desk/store/visits.ts';
import { asker } from '../../support/desk-parts.ts';
import { type IntakeDesk, itemNamed, ticketIdOf } from '../../support/intake-desk.ts';
import { anOpenCase, paperOf, sourceDesk } from '../../support/source-desk.ts';
import { type RunningProvince, startProvince } from '../../stand-ins/province/start.ts';

const FUND = itemNamed('住房公积金提取（租房）');
const CITIZEN = asker({ seat: 'citizen-0001', staff: null });
const MINUTE_MS = 60_000;

let sandbox: RunningProvince;
beforeAll(async () => {
  sandbox = await startProvince();
});
afterAll(() => sandbox.stop());

const about = { materialId: 'marriage', kind: 'licence' } as const;

async function seen(desk: IntakeDesk, who = CITIZEN) {
  const reply = await desk.ask('citizen.view', {}, who);
  return citizenCalls['citizen.view'].output.parse(reply.ok ? reply.value : null).consent;
}

async function asked(desk: IntakeDesk) {
  const { id: caseId } = await anOpenCase(desk, FUND);
  await desk.caseFrom('materials.ask-consent', { caseId, ...about });
  const consent = await seen(desk);
  return { caseId, consent, consentId: consent?.consentId ?? '' };
}

describe('F17: consent on the screen turned to the citizen', () => {
  it('says what is asked and what for, and the query that follows rests on it', async () => {
    const desk = await sourceDesk(sandbox);
    const { caseId, consent, consentId } = await asked(desk);
    expect(consent).toMatchObject({
      kind: 'licence',
      what: '结婚证',
      purpose: '办理“住房公积金提取（租房）”，核验“婚姻状况证明”',
    });
    expect(desk.parts.said).toContain('citizen.changed');
    expect(await desk.refusalOf('citizen.consent', { consentId, agrees: true }, CITIZEN)).toBe('ok');
    expect(await seen(desk)).toBeNull();
    const agreed = await desk.caseFrom('intake.look', { caseId });
    expect(paperOf(agreed, 'marriage').consent).toMatchObject({ answer: 'agreed', kind: 'licence' });
    const view = await desk.caseFrom('materials.query', { caseId, ...about, basis: 'consent' });
    expect(paperOf(view, 'marriage')).toMatchObject({ route: 'licence', query: { consentId } });
  });

  it('that is refused there is no consent a clerk may claim; the law is another matter', async () => {
    const desk = await sourceDesk(sandbox);
    const { caseId, consentId } = await asked(desk);
    await desk.ask('citizen.consent', { consentId, agrees: false }, CITIZEN);
    const wish = { caseId, ...about };
    expect(await desk.refusalOf('materials.query', { ...wish, basis: 'consent' })).toBe('consent-declined');
    const view = await desk.caseFrom('materials.query', { ...wish, basis: 'law' });
    expect(paperOf(view, 'marriage').query).toMatchObject({ basis: 'law', consentId: null });
  });

  it('is seen and given by no other window', async () => {
    const desk = await sourceDesk(sandbox);
    const { consentId } = await asked(desk);
    const clerk = asker({ seat: 'desk-0001' });
    expect(await seen(desk, clerk)).toBeNull();
    expect(await desk.refusalOf('citizen.consent', { consentId, agrees: true }, clerk)).toBe(
      'not-the-citizens-screen',
    );
  });

  it('is asked no longer once it was answered, or lay there for ten minutes', async () => {
    const desk = await sourceDesk(sandbox);
    const first = await asked(desk);
    await desk.ask('citizen.consent', { consentId: first.consentId, agrees: true }, CITIZEN);
    const again = { consentId: first.consentId, agrees: false };
    expect(await desk.refusalOf('citizen.consent', again, CITIZEN)).toBe('no-longer-asked');
    await desk.caseFrom('materials.ask-consent', { caseId: first.caseId, ...about });
    const { consentId = '' } = (await seen(desk)) ?? {};
    desk.clock.move(11 * MINUTE_MS);
    expect(await seen(desk)).toBeNull();
    expect(await desk.refusalOf('citizen.consent', { consentId, agrees: true }, CITIZEN)).toBe(
      'no-longer-asked',
    );
  });

  it('is kept as it was said', async () => {
    const desk = await sourceDesk(sandbox);
    const { consentId } = await asked(desk);
    await desk.ask('citizen.consent', { consentId, agrees: false }, CITIZEN);
    const change = (sql: string) => () => desk.db.prepare(sql).run();
    expect(change("UPDATE query_consent SET answer = 'agreed'")).toThrow('never rewritten');
    expect(change('DELETE FROM query_consent')).toThrow('never forgotten');
  });

  it('is asked of nobody who has left', async () => {
    const desk = await sourceDesk(sandbox);
    const { id: caseId } = await anOpenCase(desk, FUND);
    closeVisit(desk.db, ticketIdOf(1), desk.clock.nowMs());
    expect(await desk.refusalOf('materials.ask-consent', { caseId, ...about })).toBe('citizen-not-here');
  });
});
