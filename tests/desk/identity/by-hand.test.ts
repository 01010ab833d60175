import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { WrongInput } from '#desk/answering.ts';
import { closeVisit } from '#desk/store/visits.ts';
import { all } from '#native/sqlite/database.ts';
import {
  aCard,
  aReading,
  citizenNumber,
  intakeDesk,
  type IntakeDesk,
  ticketIdOf,
  typeApplicant,
} from '../../support/intake-desk.ts';

const NOBODY = '018f0000-0000-7000-8000-00000000dead';

function audited({ db }: IntakeDesk) {
  return z
    .array(z.object({ call: z.string(), subject: z.string().nullable(), purpose: z.string().nullable() }))
    .parse(all(db, "SELECT call, subject, purpose FROM audit WHERE outcome = 'ok' ORDER BY seq"));
}

describe('a party typed by hand', () => {
  it('is saved field by field and shown masked', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const set = async (field: string, value: string) =>
      desk.visitFrom('identity.set-field', { visitId, role: 'applicant', field, value });
    await set('phone', ' 13800001234 ');
    const visit = await set('address', '示范省示范县新光路 5 号');
    expect(visit.applicant).toMatchObject({
      name: '李*',
      certificateNumber: `9901**********${citizenNumber().slice(-4)}`,
      phone: '138****1234',
      address: '示范省示范县****',
      source: 'by-hand',
      verification: 'by-hand',
      objections: [],
      filled: ['kind', 'name', 'certificateKind', 'certificateNumber', 'phone', 'address'],
    });
  });

  it('understands a number typed in full width with a small x', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    const number = Array.from({ length: 400 }, (_, serial) => citizenNumber(serial)).find((one) =>
      one.endsWith('X'),
    );
    const typed = (number ?? '')
      .toLowerCase()
      .replace(/[0-9]/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    await typeApplicant(desk, visitId, { number: typed });
    const reveal = await desk.ask('identity.reveal', {
      visitId,
      role: 'applicant',
      field: 'certificateNumber',
      purpose: 'compare-with-paper',
    });
    expect(reveal).toEqual({ ok: true, value: { value: number } });
  });

  it('is gone when the last value is taken away, and so is its authorisation', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    const set = async (value: string) =>
      desk.visitFrom('identity.set-field', { visitId, role: 'handler', field: 'name', value });
    await set('王示范');
    await desk.visitFrom('identity.authorise', {
      visitId,
      authorisation: { items: [], from: '2026-11-01', to: '2026-12-31', originalSeen: true },
    });
    const visit = await set('');
    expect(visit.handler).toBeNull();
    expect(visit.authorisation).toBeNull();
  });

  it('shows its objection again when an overridden value is typed anew', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId, { number: '990101198707031' });
    const override = {
      visitId,
      role: 'applicant',
      field: 'certificateNumber',
      reason: '老证号码，已核户口簿',
    };
    const overridden = await desk.visitFrom('identity.override', override);
    expect(overridden.applicant?.objections[0]?.overriddenBecause).toBe('老证号码，已核户口簿');
    expect(await desk.refusalOf('identity.override', override)).toBe('nothing-to-override');
    await typeApplicant(desk, visitId, { number: '990101198707032' });
    const again = await desk.visitFrom('intake.visit', {});
    expect(again.applicant?.objections[0]?.overriddenBecause).toBeNull();
    expect(audited(desk)).toContainEqual({
      call: 'identity.override',
      subject: `${visitId} applicant certificateNumber`,
      purpose: '老证号码，已核户口簿',
    });
  });

  it.each([
    ['kind', /^input\.value: must be one of person, enterprise/],
    ['certificateKind', /^input\.value: must be one of resident-id, hmt-residence/],
  ])('names the field and what may stand there when a %s is none of the known ones', async (field, said) => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    const wrong = desk.ask('identity.set-field', { visitId, role: 'applicant', field, value: 'martian' });
    await expect(wrong).rejects.toThrow(WrongInput);
    await expect(wrong).rejects.toThrow(said);
  });
});

describe('what the chip gave', () => {
  async function withCard() {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    const reading = aReading({ id: 'reading-1', readAtMs: desk.clock.nowMs(), card: aCard() });
    desk.readings.set('reading-1', { reading, confirmed: true });
    const visit = await desk.visitFrom('identity.use-card', {
      visitId,
      role: 'applicant',
      readingId: 'reading-1',
    });
    return { desk, visitId, visit };
  }

  it('is confirmed at once when the second read had already agreed', async () => {
    const { visit } = await withCard();
    expect(visit.applicant).toMatchObject({ verification: 'confirmed', source: 'card-chip' });
  });

  it('is not typed over, but the phone is', async () => {
    const { desk, visitId } = await withCard();
    const set = async (field: string, value: string) =>
      desk.refusalOf('identity.set-field', { visitId, role: 'applicant', field, value });
    for (const field of ['kind', 'name', 'certificateKind', 'certificateNumber', 'address']) {
      expect([field, await set(field, 'person')]).toEqual([field, 'from-the-chip']);
    }
    expect(await set('phone', '13800001234')).toBe('ok');
    const visit = await desk.visitFrom('intake.visit', {});
    expect(visit.applicant).toMatchObject({ verification: 'confirmed', phone: '138****1234' });
  });

  it('fills one party only: used for the handler, the applicant loses it', async () => {
    const { desk, visitId } = await withCard();
    const visit = await desk.visitFrom('identity.use-card', {
      visitId,
      role: 'handler',
      readingId: 'reading-1',
    });
    expect(visit.applicant).toBeNull();
    expect(visit.handler?.name).toBe('李*');
  });

  it('takes the place of another person whole: the phone of the one before does not stay', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId, { name: '王示范', number: citizenNumber(13) });
    await desk.visitFrom('identity.set-field', {
      visitId,
      role: 'applicant',
      field: 'phone',
      value: '13800001234',
    });
    const reading = aReading({ id: 'reading-1', readAtMs: desk.clock.nowMs(), card: aCard() });
    desk.readings.set('reading-1', { reading, confirmed: true });
    const use = { visitId, role: 'applicant', readingId: 'reading-1' };
    expect((await desk.visitFrom('identity.use-card', use)).applicant).toMatchObject({
      name: '李*',
      phone: null,
    });
  });

  it('leaves no authorisation behind when the handler turns out to be the applicant', async () => {
    const { desk, visitId } = await withCard();
    const use = async (role: string) =>
      desk.visitFrom('identity.use-card', { visitId, role, readingId: 'reading-1' });
    await use('handler');
    await desk.visitFrom('identity.authorise', {
      visitId,
      authorisation: { items: [], from: '2026-11-01', to: '2026-12-31', originalSeen: true },
    });
    expect(await use('applicant')).toMatchObject({ handler: null, authorisation: null });
  });

  it('is refused once the reading is gone', async () => {
    const { desk, visitId } = await withCard();
    const wish = { visitId, role: 'handler', readingId: 'reading-9' };
    expect(await desk.refusalOf('identity.use-card', wish)).toBe('reading-gone');
    desk.readings.clear();
    expect(await desk.refusalOf('identity.read-again', {})).toBe('no-reader');
  });
});

it('a whole value is shown only with a purpose, and every look is in the audit', async () => {
  const desk = intakeDesk();
  const visitId = desk.aVisit();
  await typeApplicant(desk, visitId);
  const reveal = { visitId, role: 'applicant', field: 'name', purpose: 'tell-the-citizen' };
  expect(await desk.ask('identity.reveal', reveal)).toEqual({ ok: true, value: { value: '李晓雨' } });
  expect(audited(desk).filter(({ call }) => call === 'identity.reveal')).toEqual([
    { call: 'identity.reveal', subject: `${visitId} applicant name`, purpose: 'tell-the-citizen' },
  ]);
  await expect(desk.ask('identity.reveal', { ...reveal, purpose: undefined })).rejects.toThrow('purpose');
  expect(await desk.refusalOf('identity.reveal', { ...reveal, field: 'phone' })).toBe('empty');
  expect(await desk.refusalOf('identity.reveal', { ...reveal, role: 'handler' })).toBe('empty');
  expect(await desk.refusalOf('identity.reveal', { ...reveal, visitId: NOBODY })).toBe('no-such-visit');
});

it('an authorisation needs a handler and dates in order', async () => {
  const desk = intakeDesk();
  const visitId = desk.aVisit();
  const authorisation = { items: [], from: '2026-11-01', to: '2026-12-31', originalSeen: true };
  expect(await desk.refusalOf('identity.authorise', { visitId, authorisation })).toBe('no-handler');
  await desk.visitFrom('identity.set-field', { visitId, role: 'handler', field: 'name', value: '王示范' });
  expect(
    await desk.refusalOf('identity.authorise', {
      visitId,
      authorisation: { ...authorisation, to: '2026-10-01' },
    }),
  ).toBe('ends-before-it-starts');
  expect(await desk.refusalOf('identity.authorise', { visitId, authorisation })).toBe('ok');
  const visit = await desk.visitFrom('identity.authorise', { visitId, authorisation: null });
  expect(visit.authorisation).toBeNull();
});

it('a finished or unknown visit takes no people', async () => {
  const desk = intakeDesk();
  const visitId = desk.aVisit();
  closeVisit(desk.db, ticketIdOf(1), desk.clock.nowMs());
  const wishes = [
    ['identity.set-field', { role: 'applicant', field: 'name', value: '李' }],
    ['identity.override', { role: 'applicant', field: 'name', reason: '写清楚理由' }],
    ['identity.clear-party', { role: 'applicant' }],
    ['identity.use-card', { role: 'applicant', readingId: 'x' }],
    ['identity.authorise', { authorisation: null }],
  ] as const;
  for (const [name, input] of wishes) {
    const said = [
      await desk.refusalOf(name, { ...input, visitId }),
      await desk.refusalOf(name, { ...input, visitId: NOBODY }),
    ];
    expect([name, ...said]).toEqual([name, 'visit-finished', 'no-such-visit']);
  }
});

it('no entry of the audit holds a value of a person', async () => {
  const desk = intakeDesk();
  const visitId = desk.aVisit();
  await typeApplicant(desk, visitId);
  await desk.ask('identity.reveal', {
    visitId,
    role: 'applicant',
    field: 'name',
    purpose: 'tell-the-citizen',
  });
  await desk.ask('intake.find-cases', { text: '李晓雨' });
  await desk.ask('intake.find-cases', { text: citizenNumber() });
  await desk.ask('identity.clear-party', { visitId, role: 'applicant' });
  const kept = JSON.stringify(all(desk.db, 'SELECT * FROM audit'));
  expect(audited(desk).length).toBeGreaterThan(5);
  for (const secret of ['李晓雨', citizenNumber()]) expect(kept).not.toContain(secret);
});
