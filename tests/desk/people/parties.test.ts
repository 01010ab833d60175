import { describe, expect, it } from 'vitest';
import type { PartyRole } from '#contract/shapes/party.ts';
import { all } from '#native/sqlite/database.ts';
import {
  citizenNumber,
  handOverAll,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
} from '../../support/intake-desk.ts';

const soleTrader = itemNamed('个体工商户设立登记');
const CHILD = citizenNumber(14, '20190301');
const YOUTH = citizenNumber(15, '20100301');
const CREDIT_CODE = '11990101990000017G';

type Values = Readonly<Record<string, string>>;

/** A draft of an item, and a hand that types people into it. */
async function aDraft(desk: IntakeDesk, item = soleTrader) {
  const visitId = desk.aVisit();
  const opened = await desk.caseFrom('intake.open', { visitId, itemCode: item.code });
  let visit = await desk.visitFrom('identity.clear-party', { visitId, role: 'handler' });
  const fill = async (role: PartyRole, values: Values) => {
    for (const [field, value] of Object.entries(values)) {
      visit = await desk.visitFrom('identity.set-field', { visitId, role, field, value });
    }
    return visit;
  };
  const proveGuardian = async (changes: object = {}) =>
    desk.refusalOf('identity.prove-guardian', {
      visitId,
      guardianship: { relation: 'parent', proof: 'household-register', originalSeen: true, ...changes },
    });
  const receive = async () => desk.refusalOf('intake.receive', { caseId: opened.id });
  return { visitId, opened, fill, proveGuardian, receive };
}

const child = { name: '李小禾', certificateNumber: CHILD };
const mother = { name: '李春禾', certificateNumber: citizenNumber(12) };

describe('the case of a child', () => {
  it('stays a draft until a guardian is there and proved to be one', async () => {
    const desk = intakeDesk();
    const { fill, proveGuardian, receive, opened } = await aDraft(desk);
    const visit = await fill('applicant', child);
    expect(visit.roles.find(({ role }) => role === 'guardian')).toMatchObject({
      need: 'required',
      because: 'child',
    });
    expect(await receive()).toBe('guardian-missing');
    expect(await proveGuardian()).toBe('no-guardian');

    await fill('guardian', mother);
    expect(await receive()).toBe('guardian-unproved');
    expect(await proveGuardian({ proof: 'marriage-certificate' })).toBe('proof-of-another-relation');
    expect(await proveGuardian({ originalSeen: false })).toBe('ok');
    expect(await receive()).toBe('guardian-unproved');
    expect(await proveGuardian({ relation: 'spouse', proof: 'marriage-certificate' })).toBe('ok');
    expect(await receive()).toBe('guardian-unproved');
    expect(await proveGuardian()).toBe('ok');
    expect(await receive()).toBe('ok');

    const kept = await desk.caseFrom('intake.look', { caseId: opened.id });
    expect(kept.people.guardian?.name).toBe('李*');
    expect(kept.people.guardianship).toEqual({
      relation: 'parent',
      proof: 'household-register',
      originalSeen: true,
    });
  });

  it('loses the proof with the guardian it was for', async () => {
    const desk = intakeDesk();
    const { fill, proveGuardian, visitId } = await aDraft(desk);
    await fill('applicant', child);
    await fill('guardian', mother);
    await proveGuardian();
    const visit = await desk.visitFrom('identity.clear-party', { visitId, role: 'guardian' });
    expect([visit.guardian, visit.guardianship]).toEqual([null, null]);
  });

  it('takes no child and not the applicant as the guardian', async () => {
    const desk = intakeDesk();
    const { fill } = await aDraft(desk);
    await fill('applicant', child);
    const problems = async (values: Values) =>
      (await fill('guardian', values)).guardian?.objections.map(({ problem }) => problem);
    expect(await problems({ name: '李小苗', certificateNumber: YOUTH })).toEqual(['minor-guardian']);
    expect(await problems({ name: '李小禾', certificateNumber: CHILD })).toEqual([
      'same-as-applicant',
      'minor-guardian',
    ]);
  });
});

it('somebody of 16 acts with a guardian, or alone when the clerk wrote down why', async () => {
  const desk = intakeDesk();
  const { fill, receive, visitId } = await aDraft(desk);
  await fill('applicant', { name: '李小苗', certificateNumber: YOUTH });
  expect(await receive()).toBe('identity-objection');
  await desk.visitFrom('identity.override', {
    visitId,
    role: 'applicant',
    field: 'birth',
    reason: '以自己的劳动收入为主要生活来源',
  });
  expect(await receive()).toBe('ok');

  const other = await aDraft(desk);
  await other.fill('applicant', { name: '李小苗', certificateNumber: YOUTH });
  const visit = await other.fill('guardian', mother);
  expect(visit.applicant?.objections).toEqual([]);
  await other.proveGuardian();
  expect(await other.receive()).toBe('ok');
});

describe('the case of an enterprise', () => {
  const firm = { kind: 'enterprise', name: '示例餐饮店', certificateNumber: CREDIT_CODE };

  it('needs a legal representative, and a handler only with an authorisation', async () => {
    const desk = intakeDesk();
    const { fill, receive, visitId, opened } = await aDraft(desk);
    await fill('applicant', firm);
    expect(await receive()).toBe('legal-representative-missing');
    await fill('legalRepresentative', { name: '王示范' });
    expect(await receive()).toBe('identity-missing');
    await fill('legalRepresentative', { certificateNumber: citizenNumber(13) });
    await fill('handler', mother);
    expect(await receive()).toBe('authorisation-missing');
    await desk.visitFrom('identity.authorise', {
      visitId,
      authorisation: { items: [], from: '2026-11-01', to: '2026-12-31', originalSeen: true },
    });
    expect(await receive()).toBe('ok');

    const [debt] = all(desk.db, 'SELECT event_json FROM outbox');
    expect(JSON.parse(String(Object(debt)['event_json']))).toMatchObject({
      applicant: { legalRepresentative: '王示范' },
      related: [{ role: 'legalRepresentative', party: { certificateNumber: citizenNumber(13) } }],
    });
    const kept = await desk.caseFrom('intake.look', { caseId: opened.id });
    expect(kept.people.legalRepresentative?.name).toBe('王*');
  });

  it('is not believed when the name of the legal representative differs from the one it gave', async () => {
    const desk = intakeDesk();
    const { fill, receive } = await aDraft(desk);
    await fill('applicant', { ...firm, legalRepresentative: '赵示范' });
    await fill('legalRepresentative', { name: '王示范', certificateNumber: citizenNumber(13) });
    expect(await receive()).toBe('identity-objection');
    await fill('legalRepresentative', { name: '赵示范' });
    expect(await receive()).toBe('ok');
  });

  it('asks for no authorisation when the legal representative is the one who was sent', async () => {
    const desk = intakeDesk();
    const { fill, receive } = await aDraft(desk);
    const wang = { name: '王示范', certificateNumber: citizenNumber(13) };
    await fill('applicant', firm);
    await fill('legalRepresentative', wang);
    await fill('handler', wang);
    expect(await receive()).toBe('ok');
  });

  it('is never itself the handler or the guardian', async () => {
    const desk = intakeDesk();
    const { fill } = await aDraft(desk);
    const visit = await fill('handler', firm);
    expect(visit.handler?.objections).toContainEqual({
      field: 'kind',
      problem: 'not-a-person',
      blocks: true,
      overriddenBecause: null,
    });
  });
});

it('an item that must be applied for in person takes no handler', async () => {
  const desk = intakeDesk();
  const item = { ...soleTrader, mustAppearInPerson: true, mustAppearWhy: '当面核对' };
  desk.shelf.items = [item];
  const { fill, receive, visitId } = await aDraft(desk, item);
  await fill('applicant', mother);
  await fill('handler', { name: '王示范', certificateNumber: citizenNumber(13) });
  await desk.visitFrom('identity.authorise', {
    visitId,
    authorisation: { items: [], from: '2026-11-01', to: '2026-12-31', originalSeen: true },
  });
  expect(await receive()).toBe('must-come-in-person');
  await desk.visitFrom('identity.clear-party', { visitId, role: 'handler' });
  expect(await receive()).toBe('ok');
});

it('an item that asks for another subject waits for them, and everybody can be found by their number', async () => {
  const desk = intakeDesk();
  const father = {
    role: 'secondSubject',
    need: 'required',
    when: null,
    nameZh: '父亲',
    nameEn: 'Father',
    basis: null,
  } as const;
  const item = { ...soleTrader, parties: [father] };
  desk.shelf.items = [item];
  const { fill, receive, opened } = await aDraft(desk, item);
  const visit = await fill('applicant', mother);
  expect(visit.roles.find(({ role }) => role === 'secondSubject')?.nameZh).toBe('父亲');
  await handOverAll(desk, opened);
  expect(await receive()).toBe('second-subject-missing');
  await fill('secondSubject', { name: '王示范', certificateNumber: citizenNumber(13) });
  expect(await receive()).toBe('ok');
  const found = await desk.ask('intake.find-cases', { text: citizenNumber(13) });
  expect(found).toMatchObject({ ok: true, value: [{ id: opened.id }] });
});
