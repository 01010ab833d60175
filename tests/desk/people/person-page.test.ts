import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PersonPage } from '#contract/shapes/person-page.ts';
import { Ticket } from '#contract/shapes/ticket.ts';
import { all } from '#native/sqlite/database.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { asker, deskParts } from '../../support/desk-parts.ts';
import {
  aCard,
  aReading,
  aReadyCase,
  citizenNumber,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  typeApplicant,
} from '../../support/intake-desk.ts';
import { decider, stepOn } from '../../support/progress-desk.ts';
import { Staff } from '#contract/shapes/person.ts';
import { aTolerantCase, correctedCase, foodPermit } from '../progress/cases.ts';

const NUMBER = citizenNumber();
const DAY_MS = 86_400_000;

/** A desk whose hall has a ticket waiting under one keyed hash. */
function aDeskInAHall(waitingUnder: string | null = null): IntakeDesk {
  const db = aCaseFile();
  const desk: IntakeDesk = intakeDesk(
    {
      board: {
        ...deskParts(db).board,
        waitingOfPerson: async (key) =>
          waitingUnder !== null && key === desk.parts.personKey(waitingUnder) ? aTicket : null,
      },
    },
    { db },
  );
  return desk;
}

const aTicket = Ticket.parse({
  id: '018f0000-0000-7000-8000-000000000777',
  number: 'E044',
  day: '2026-11-24',
  queue: 'E',
  itemCode: null,
  itemNameZh: null,
  itemNameEn: null,
  guidanceId: null,
  state: 'waiting',
  priority: 'none',
  window: null,
  clerk: null,
  takenAtMs: 1,
  calledAtMs: null,
  arrivedAtMs: null,
  endedAtMs: null,
  callCount: 0,
  returnedOnce: false,
  reason: null,
});

async function pageOf(desk: IntakeDesk, which: object = { by: 'number', text: NUMBER }): Promise<PersonPage> {
  const reply = await desk.ask('people.page', { which, purpose: 'answer-a-question' });
  if (!reply.ok) throw new Error(reply.refusal);
  return PersonPage.parse(reply.value);
}

const refusalOf = async (desk: IntakeDesk, which: object, who?: Parameters<IntakeDesk['refusalOf']>[2]) =>
  desk.refusalOf('people.page', { which, purpose: 'answer-a-question' }, who);

describe('the page of one number', () => {
  it('has the cases of every state, and what is due of each', async () => {
    const desk = aDeskInAHall(NUMBER);
    const tolerant = await aTolerantCase(desk);
    const corrected = await correctedCase(desk);
    const granted = await aReadyCase(desk, foodPermit);
    await desk.caseFrom('intake.accept', { caseId: granted.id });
    await stepOn(desk, granted.id, { act: 'grant', reason: '符合条件' }, decider);
    await stepOn(desk, granted.id, { act: 'make-result', licenceNumber: 'JY-0001' });
    const refused = await aReadyCase(desk);
    await desk.caseFrom('intake.refuse', { caseId: refused.id, reason: 'other', say: '不符合条件' });
    const draft = await aReadyCase(desk);

    const page = await pageOf(desk);
    expect(page.cases.map(({ id, state }) => [id, state])).toEqual([
      [refused.id, 'refused'],
      [granted.id, 'ready'],
      [corrected.id, 'awaiting-correction'],
      [tolerant.id, 'accepted-tolerant'],
    ]);
    expect(page.drafts.map(({ id, roles }) => [id, roles])).toEqual([[draft.id, ['applicant']]]);
    expect(page.owed.map(({ caseId, what, overdue }) => [caseId, what, overdue])).toEqual([
      [corrected.id, 'correction', false],
      [tolerant.id, 'promised', false],
    ]);
    expect(page.pickups).toMatchObject([
      { caseId: granted.id, granted: true, resultName: '食品经营许可证', overdue: false },
    ]);
    expect(page.evaluations).toMatchObject([
      { caseId: refused.id, endedOn: '2026-11-24', askUntil: '2026-12-24' },
    ]);
    const withOriginals = new Set(page.originals.map(({ caseId }) => caseId));
    expect(withOriginals).toEqual(new Set([refused.id, granted.id, corrected.id, tolerant.id]));
    expect(page.originals.every(({ overnight }) => !overnight)).toBe(true);
    expect(page.tickets[0]).toMatchObject({ number: 'E044', state: 'waiting' });
    expect(page.tickets.slice(1).map(({ number, state }) => [number, state])).toEqual([
      ['A001', 'held'],
      ['A002', 'held'],
      ['A003', 'held'],
      ['A004', 'held'],
      ['A005', 'at-the-window'],
    ]);
  });

  it('says what became overdue, and asks for no evaluation for ever', async () => {
    const desk = aDeskInAHall();
    await aTolerantCase(desk);
    const refused = await aReadyCase(desk);
    await desk.caseFrom('intake.refuse', { caseId: refused.id, reason: 'other', say: '不符合条件' });
    desk.clock.move(31 * DAY_MS);
    const page = await pageOf(desk);
    expect(page.owed.map(({ overdue }) => overdue)).toEqual([true]);
    expect(page.evaluations).toEqual([]);
    expect(page.originals.every(({ overnight }) => overnight)).toBe(true);
    expect(page.tickets).toEqual([]);
  });

  it('is found by number in either length, by card, by party and by case, and never by a name', async () => {
    const desk = aDeskInAHall();
    const ready = await aReadyCase(desk);
    const received = await desk.caseFrom('intake.receive', { caseId: ready.id });
    const reading = aReading({ id: 'r-1', readAtMs: desk.clock.nowMs(), card: aCard({ number: NUMBER }) });
    desk.readings.set('r-1', { reading, confirmed: true });
    const short = NUMBER.slice(0, 6) + NUMBER.slice(8, 17);
    for (const which of [
      { by: 'number', text: ` ${NUMBER.toLowerCase()} ` },
      { by: 'number', text: short },
      { by: 'card', readingId: 'r-1' },
      { by: 'party', visitId: received.visitId, role: 'applicant' },
      { by: 'case', caseId: received.id, role: 'applicant' },
    ]) {
      expect((await pageOf(desk, which)).cases.map(({ id }) => id)).toEqual([received.id]);
    }
    expect(await refusalOf(desk, { by: 'number', text: '李晓雨' })).toBe('no-certificate-number');
    expect(await refusalOf(desk, { by: 'number', text: received.receiptNumber })).toBe(
      'no-certificate-number',
    );
    expect(await refusalOf(desk, { by: 'card', readingId: 'r-2' })).toBe('reading-gone');
    expect(await refusalOf(desk, { by: 'case', caseId: received.id, role: 'handler' })).toBe('empty');
    const nowhere = '018f0000-0000-7000-8000-00000000dead';
    expect(await refusalOf(desk, { by: 'case', caseId: nowhere, role: 'applicant' })).toBe('no-such-case');
    expect(await refusalOf(desk, { by: 'party', visitId: nowhere, role: 'applicant' })).toBe('no-such-visit');
  });

  it('of a credit code has the cases of the enterprise, and whoever was sent has them on their own page', async () => {
    const desk = aDeskInAHall();
    const visitId = desk.aVisit();
    const code = '11990101990000017G';
    const set = async (role: string, field: string, value: string) =>
      desk.visitFrom('identity.set-field', { visitId, role, field, value });
    await set('applicant', 'kind', 'enterprise');
    await set('applicant', 'name', '示例餐饮店');
    await set('applicant', 'certificateNumber', code);
    await set('applicant', 'legalRepresentative', '王示范');
    await set('handler', 'name', '李晓雨');
    await set('handler', 'certificateNumber', NUMBER);
    const opened = await desk.caseFrom('intake.open', {
      visitId,
      itemCode: itemNamed('个体工商户设立登记').code,
    });
    const firm = await pageOf(desk, { by: 'number', text: code });
    expect(firm).toMatchObject({ name: '示例餐饮店', kind: 'enterprise', certificateNumber: code });
    expect(firm.drafts.map(({ id, roles }) => [id, roles])).toEqual([[opened.id, ['applicant']]]);
    const sent = await pageOf(desk);
    expect(sent).toMatchObject({ name: '李*', certificateNumber: '9901**********0121' });
    expect(sent.drafts.map(({ id, roles }) => [id, roles])).toEqual([[opened.id, ['handler']]]);
  });

  it('of a number nobody is filed under says so', async () => {
    const page = await pageOf(aDeskInAHall(), { by: 'number', text: citizenNumber(77) });
    expect(page).toMatchObject({ name: null, kind: 'person', cases: [], drafts: [], owed: [], tickets: [] });
  });
});

describe('looking at it (invariants 21 and 27)', () => {
  it('is in the audit with its purpose and with nobody named, and is refused without one', async () => {
    const desk = aDeskInAHall();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    await pageOf(desk);
    await refusalOf(desk, { by: 'card', readingId: 'gone' });
    const looks = z
      .array(
        z.strictObject({ subject: z.string(), purpose: z.string(), outcome: z.string(), actor: z.string() }),
      )
      .parse(
        all(
          desk.db,
          "SELECT subject, purpose, outcome, actor FROM audit WHERE call = 'people.page' ORDER BY seq",
        ),
      );
    expect(looks.map(({ purpose, outcome, actor }) => [purpose, outcome, actor])).toEqual([
      ['answer-a-question', 'ok', '0317'],
      ['answer-a-question', 'reading-gone', '0317'],
    ]);
    expect(looks[0]?.subject).toMatch(/^person [0-9a-f]{16}$/);
    const kept = JSON.stringify([
      all(desk.db, 'SELECT * FROM audit'),
      all(desk.db, 'SELECT * FROM outside_act'),
    ]);
    for (const value of [NUMBER, '李晓雨', '9901']) expect(kept).not.toContain(value);
    await expect(desk.ask('people.page', { which: { by: 'number', text: NUMBER } })).rejects.toThrow(
      /purpose/,
    );
  });

  it('gives no whole value of a person away', async () => {
    const desk = aDeskInAHall();
    await aTolerantCase(desk);
    const page = JSON.stringify(await pageOf(desk));
    for (const value of [NUMBER, '李晓雨']) expect(page).not.toContain(value);
  });

  it('is for who works on cases: no technician, nobody at a locked screen', async () => {
    const desk = aDeskInAHall();
    const technician = asker({ staff: Staff.parse({ number: '0700', name: '技', roles: ['technician'] }) });
    expect(await refusalOf(desk, { by: 'number', text: NUMBER }, technician)).toBe('not-allowed');
    expect(await refusalOf(desk, { by: 'number', text: NUMBER }, asker({ locked: true }))).toBe('locked');
  });
});
