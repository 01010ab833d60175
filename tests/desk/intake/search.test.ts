import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CaseLine } from '#contract/shapes/case.ts';
import { Staff } from '#contract/shapes/person.ts';
import { keepOfficialNumber } from '#desk/store/official-numbers.ts';
import { all } from '#native/sqlite/database.ts';
import { asker } from '../../support/desk-parts.ts';
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

async function find(desk: IntakeDesk, text: string, limit = 50): Promise<CaseLine[]> {
  const reply = await desk.ask('intake.find-cases', { text, limit });
  return reply.ok ? CaseLine.array().parse(reply.value) : [];
}

async function aHall() {
  const desk = intakeDesk();
  const accepted = await desk.caseFrom('intake.accept', { caseId: (await aReadyCase(desk)).id });
  keepOfficialNumber(desk.db, accepted.id, '990101202611240004127', desk.clock.nowMs());
  const visitId = desk.aVisit('V777');
  await typeApplicant(desk, visitId, { name: '王示范', number: citizenNumber(13, '19550301') });
  const draft = await desk.caseFrom('intake.open', {
    visitId,
    itemCode: itemNamed('高龄津贴申领').code,
  });
  return { desk, accepted, draft };
}

describe('who may see cases', () => {
  it.each([
    [['clerk'], 'ok'],
    [['manager'], 'ok'],
    [['technician'], 'not-allowed'],
  ] as const)('%j gets %s, and a denied look is audited', async (roles, answer) => {
    const { desk, accepted } = await aHall();
    const who = asker({ staff: Staff.parse({ number: '0009', name: '甲', roles }) });
    expect(await desk.refusalOf('intake.find-cases', { text: '李', limit: 5 }, who)).toBe(answer);
    expect(await desk.refusalOf('intake.look', { caseId: accepted.id }, who)).toBe(answer);
    const Rows = z.array(z.object({ call: z.string() }));
    const denied = Rows.parse(
      all(desk.db, "SELECT call FROM audit WHERE actor = '0009' AND outcome = 'not-allowed' ORDER BY seq"),
    );
    expect(denied.map(({ call }) => call)).toEqual(
      answer === 'ok' ? [] : ['intake.find-cases', 'intake.look'],
    );
  });
});

describe('the card of a person', () => {
  it('finds the cases of that person, and the search is audited without a name', async () => {
    const { desk, accepted } = await aHall();
    const ofCard = { readingId: 'reading-1' };
    expect(await desk.refusalOf('intake.cases-of-card', ofCard)).toBe('reading-gone');
    const card = aCard({ number: citizenNumber() });
    const reading = aReading({ id: 'reading-1', readAtMs: desk.clock.nowMs(), card });
    desk.readings.set('reading-1', { reading, confirmed: false });
    const reply = await desk.ask('intake.cases-of-card', ofCard);
    const lines = reply.ok ? CaseLine.array().parse(reply.value) : [];
    expect(lines.map((line) => line.id)).toEqual([accepted.id]);
    const Rows = z.array(z.object({ subject: z.string(), purpose: z.string(), outcome: z.string() }));
    const sql =
      "SELECT subject, purpose, outcome FROM audit WHERE call = 'intake.cases-of-card' ORDER BY seq";
    expect(Rows.parse(all(desk.db, sql)).at(-1)).toEqual({
      subject: 'cases',
      purpose: 'card',
      outcome: 'ok',
    });
  });
});

describe('a search for cases', () => {
  it('finds a case by every number it has, by person, item and ticket', async () => {
    const { desk, accepted, draft } = await aHall();
    const receipt = accepted.receiptNumber ?? '';
    for (const text of [
      receipt,
      receipt.toLowerCase(),
      receipt.slice(8, 17),
      receipt.slice(11, 17),
      receipt.slice(13, 17),
      '990101202611240004127',
      citizenNumber(),
      '李晓雨',
      '个体工商户',
      'individual business',
      accepted.ticketNumber ?? '',
    ]) {
      expect([text, (await find(desk, text)).map(({ id }) => id)]).toEqual([text, [accepted.id]]);
    }
    for (const text of [citizenNumber(13, '19550301'), '王示范', '高龄', 'v777']) {
      expect([text, (await find(desk, text)).map(({ id }) => id)]).toEqual([text, [draft.id]]);
    }
  });

  it('finds a name by the wide brackets it was given with', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId, { name: '李示范（小）', number: citizenNumber(17, '19800101') });
    await desk.caseFrom('intake.open', { visitId, itemCode: itemNamed('高龄津贴申领').code });
    const found = await find(desk, '李示范（小）');
    expect(found).toHaveLength(1);
    expect(await find(desk, '李示范（大）')).toEqual([]);
  });

  it('understands the 15-digit number of an old book', async () => {
    const { desk, draft } = await aHall();
    const whole = citizenNumber(13, '19550301');
    const old = whole.slice(0, 6) + whole.slice(8, 17);
    expect((await find(desk, old)).map(({ id }) => id)).toEqual([draft.id]);
  });

  it('shows masked names and leaves the words of the search out of the audit', async () => {
    const { desk } = await aHall();
    const lines = await find(desk, '');
    expect(lines.map(({ applicantName }) => applicantName)).toEqual(['王*', '李*']);
    await find(desk, '李晓雨');
    const kept = z
      .array(z.object({ subject: z.string(), purpose: z.string() }))
      .parse(all(desk.db, "SELECT subject, purpose FROM audit WHERE call = 'intake.find-cases'"));
    expect(kept).toEqual([
      { subject: 'cases', purpose: 'search' },
      { subject: 'cases', purpose: 'search' },
    ]);
  });

  it('finds nothing for what nobody has, and no more than was asked for', async () => {
    const { desk } = await aHall();
    for (const text of [
      '没有这个人',
      'W990101-03-000999-0',
      "' OR 1=1 --",
      '%',
      '_',
      '03-000999',
      '0999',
      '101',
    ]) {
      expect([text, await find(desk, text)]).toEqual([text, []]);
    }
    expect(await find(desk, '', 1)).toHaveLength(1);
  });
});
