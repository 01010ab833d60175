import { describe, expect, it } from 'vitest';
import type { CaseView } from '#contract/shapes/case.ts';
import type { AuthorisedPower } from '#contract/shapes/party.ts';
import { Day } from '#contract/shapes/day.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { lastToleranceDay } from '#rules/intake/tolerance.ts';
import {
  aReadyCase,
  citizenNumber,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
} from '../../support/intake-desk.ts';
import { decider, refusalOfStep, stepOn } from '../../support/progress-desk.ts';
import { foodPermit } from '../progress/cases.ts';

const HANDLER = citizenNumber(13);
const GUARDIAN = citizenNumber(15);

/** A ready case of somebody who sent a handler with an authorisation that goes so far. */
async function sentCase(desk: IntakeDesk, powers: AuthorisedPower[], item = foodPermit): Promise<CaseView> {
  const ready = await aReadyCase(desk, item);
  const { visitId } = ready;
  const set = async (field: string, value: string) =>
    desk.visitFrom('identity.set-field', { visitId, role: 'handler', field, value });
  await set('name', '王示范');
  await set('certificateNumber', HANDLER);
  await desk.visitFrom('identity.authorise', {
    visitId,
    authorisation: { items: [], from: '2026-11-01', to: '2026-12-31', originalSeen: true, powers },
  });
  const view = await desk.caseFrom('intake.look', { caseId: ready.id });
  for (const materialId of view.missing) {
    await desk.caseFrom('intake.provide', {
      caseId: ready.id,
      materialId,
      route: 'paper',
      originalsTaken: 1,
      checkedAgainstOriginal: true,
    });
  }
  return desk.caseFrom('intake.look', { caseId: ready.id });
}

/** One secondary paper is put off to the last day allowed. */
async function putOff(desk: IntakeDesk, view: CaseView): Promise<void> {
  const paper = view.materials.find(({ asked, mandatory, tolerable }) => asked && mandatory && tolerable);
  const today = Day.parse('2026-11-24');
  const dueOn = lastToleranceDay(today, view.ifAcceptedToday?.promisedDueOn ?? null, chinaCalendar);
  const materialId = paper?.id ?? '';
  await desk.caseFrom('intake.provide', { caseId: view.id, materialId, route: 'later', dueOn });
}

const granted = async (desk: IntakeDesk, { id }: CaseView) => {
  await desk.caseFrom('intake.accept', { caseId: id });
  await stepOn(desk, id, { act: 'grant', reason: '符合条件' }, decider);
  await stepOn(desk, id, { act: 'make-result', licenceNumber: null });
};

const collectedWith = (certificateNumber: string) =>
  ({ act: 'deliver', to: { way: 'counter', readingId: null, certificateNumber } }) as const;

describe('an authorisation names how far it goes', () => {
  it('a handler promises papers only where it says so', async () => {
    const desk = intakeDesk();
    const without = await sentCase(desk, ['collect']);
    await putOff(desk, without);
    expect(await desk.refusalOf('intake.accept', { caseId: without.id })).toBe('promise-not-authorised');
    const allowed = await sentCase(desk, ['promise']);
    await putOff(desk, allowed);
    expect((await desk.caseFrom('intake.accept', { caseId: allowed.id })).state).toBe('accepted-tolerant');
  });

  it('nor may a handler commit for the applicant without it', async () => {
    const desk = intakeDesk();
    const view = await sentCase(desk, [], itemNamed('个体工商户设立登记'));
    const paper = view.materials.find((one) => one.asked && one.mandatory && one.commitmentReplaceable);
    const commit = { caseId: view.id, materialId: paper?.id ?? '', route: 'commitment' };
    await desk.caseFrom('intake.provide', { ...commit, route: null });
    const standing = (await desk.caseFrom('intake.provide', commit)).outcomes;
    expect(standing.find(({ outcome }) => outcome === 'accept')).toEqual({
      outcome: 'accept',
      open: false,
      because: 'promise-not-authorised',
    });
    expect(await desk.refusalOf('intake.accept', { caseId: view.id })).toBe('promise-not-authorised');
  });

  it('a handler takes the result away only where it says so; whose it is always may', async () => {
    const desk = intakeDesk();
    const without = await sentCase(desk, []);
    await granted(desk, without);
    expect(await refusalOfStep(desk, without.id, collectedWith(HANDLER))).toBe('collecting-not-authorised');
    expect((await stepOn(desk, without.id, collectedWith(citizenNumber()))).state).toBe('delivered');
    const allowed = await sentCase(desk, ['collect']);
    await granted(desk, allowed);
    expect((await stepOn(desk, allowed.id, collectedWith(HANDLER))).state).toBe('delivered');
  });
});

it('a guardian collects for the ward and needs no authorisation', async () => {
  const desk = intakeDesk();
  const ready = await aReadyCase(desk, foodPermit);
  const { visitId } = ready;
  const set = async (field: string, value: string) =>
    desk.visitFrom('identity.set-field', { visitId, role: 'guardian', field, value });
  await set('name', '赵示范');
  await set('certificateNumber', GUARDIAN);
  await desk.visitFrom('identity.prove-guardian', {
    visitId,
    guardianship: { relation: 'appointed', proof: 'judgment', originalSeen: true },
  });
  await granted(desk, ready);
  expect(await refusalOfStep(desk, ready.id, collectedWith(HANDLER))).toBe('not-the-collector');
  expect((await stepOn(desk, ready.id, collectedWith(GUARDIAN))).state).toBe('delivered');
  const { notices } = await desk.caseFrom('intake.look', { caseId: ready.id });
  const paper = notices.find(({ kind }) => kind === 'collection');
  const content = await desk.ask('notices.look', { noticeId: paper?.id });
  expect(JSON.stringify(content)).toContain('监护人');
});
