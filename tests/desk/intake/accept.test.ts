import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { caseById } from '#desk/store/cases.ts';
import { noticeContent } from '#desk/store/notices.ts';
import { numbersLeft } from '#desk/store/numbers.ts';
import { all } from '#native/sqlite/database.ts';
import { readReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { chinaCalendar } from '#rules/calendar/china-calendar.ts';
import { duesHold } from '#rules/intake/clocks.ts';
import {
  aReadyCase,
  handOverAll,
  intakeDesk,
  type IntakeDesk,
  itemNamed,
  typeApplicant,
} from '../../support/intake-desk.ts';

const DAY_MS = 86_400_000;

function eventsOwed({ db }: IntakeDesk): CaseEvent[] {
  return z
    .array(z.object({ event: z.string() }))
    .parse(all(db, 'SELECT event_json AS event FROM outbox ORDER BY seq'))
    .map(({ event }) => CaseEvent.parse(JSON.parse(event)));
}

describe('accepting a case', () => {
  it('gives a number, due days, a slip, a notice and two debts in order', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk, itemNamed('食品经营许可（新办）'));
    expect(ready.ifAcceptedToday).toEqual({ legalDueOn: '2026-12-08', promisedDueOn: '2026-12-01' });

    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });

    expect(accepted).toMatchObject({
      state: 'accepted',
      acceptedOn: '2026-11-24',
      noticeDueOn: '2026-12-01',
      legalDueOn: '2026-12-08',
      promisedDueOn: '2026-12-01',
      duesProvisional: false,
      acceptedOffline: false,
      clerk: '0317',
      window: 3,
      missing: [],
      sync: 'pending',
    });
    expect(readReceiptNumber(accepted.receiptNumber ?? '').ok).toBe(true);
    expect(accepted.notices.map(({ kind }) => kind)).toEqual(['receipt-slip', 'acceptance']);

    const owed = eventsOwed(desk);
    expect(owed.map(({ kind }) => kind)).toEqual(['case.received', 'case.accepted']);
    expect(owed[0]).toMatchObject({ acceptedOn: null, receiptNumber: accepted.receiptNumber });
    expect(owed[1]).toMatchObject({
      acceptedOn: '2026-11-24',
      promisedDueOn: '2026-12-01',
      receivedAtMs: desk.clock.nowMs(),
      clerk: '0317',
      documentNumber: accepted.notices[1]?.documentNumber,
    });
    expect(desk.woken).toEqual(['press', 'press', 'sync']);
    expect(desk.parts.said).toContain('case.changed');
  });

  it('keeps both times when a received case is accepted another day, and owes the second step only', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    const received = await desk.caseFrom('intake.receive', { caseId: ready.id });
    desk.clock.move(2 * DAY_MS);
    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });

    expect(accepted.receiptNumber).toBe(received.receiptNumber);
    expect(accepted.receivedAtMs).toBe(received.receivedAtMs);
    expect(accepted.noticeDueOn).toBe('2026-12-01');
    expect(accepted.acceptedOn).toBe('2026-11-26');
    expect(accepted.notices.map(({ kind }) => kind)).toEqual(['receipt-slip', 'acceptance']);
    expect(eventsOwed(desk).map(({ kind }) => kind)).toEqual(['case.received', 'case.accepted']);
  });

  it('counts a licence as accepted from the day of receipt when the five days ran out', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    await desk.caseFrom('intake.receive', { caseId: ready.id });
    desk.clock.move(8 * DAY_MS);

    const late = await desk.caseFrom('intake.look', { caseId: ready.id });
    expect(late.outcomes.filter(({ open }) => open).map(({ outcome }) => outcome)).toEqual(['accept']);
    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
    expect(accepted.acceptedOn).toBe('2026-11-24');
  });

  it('stores due days that the rules give again, with the calendar they were counted by', async () => {
    const desk = intakeDesk();
    for (const name of [
      '食品经营许可（新办）',
      '住房公积金提取（租房）',
      '残疾人证新办',
      '个体工商户设立登记',
    ]) {
      const ready = await aReadyCase(desk, itemNamed(name));
      await desk.caseFrom('intake.accept', { caseId: ready.id });
      const record = caseById(desk.db, ready.id);
      expect(record?.calendarVersion).toBe(chinaCalendar.version);
      const { acceptedOn, legalDueOn, promisedDueOn, item } = record ?? {};
      if (!acceptedOn || !item) throw new Error('it was not accepted');
      const stored = { acceptedOn, legalDueOn: legalDueOn ?? null, promisedDueOn: promisedDueOn ?? null };
      const wrong = { ...stored, promisedDueOn: null };
      const holds = [stored, wrong].map((dues) => duesHold(item, dues, chinaCalendar));
      expect([name, ...holds]).toEqual([name, true, false]);
    }
  });

  it('flags due days that lie in a year whose holidays are not published', async () => {
    const desk = intakeDesk();
    desk.clock.move(30 * DAY_MS);
    const ready = await aReadyCase(desk, itemNamed('残疾人证新办'));
    expect(ready.duesProvisional).toBe(true);
    const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
    expect(accepted.duesProvisional).toBe(true);
    const notice = accepted.notices.find(({ kind }) => kind === 'acceptance');
    const content = notice && noticeContent(desk.db, notice.id);
    expect(content?.paragraphs.join('')).toContain('放假安排尚未公布');
  });

  it('gives every case another number and never one twice', async () => {
    const desk = intakeDesk();
    const numbers = new Set<string>();
    const documents = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const ready = await aReadyCase(desk);
      const accepted = await desk.caseFrom('intake.accept', { caseId: ready.id });
      numbers.add(accepted.receiptNumber ?? '');
      for (const { documentNumber } of accepted.notices) documents.add(documentNumber);
    }
    expect(numbers.size).toBe(8);
    expect(documents.size).toBe(16);
    expect(numbersLeft(desk.db)).toBe(92);
  });

  it('accepts with papers to come, and says on the notice which and by when', async () => {
    const desk = intakeDesk();
    const visitId = desk.aVisit();
    await typeApplicant(desk, visitId);
    const item = itemNamed('食品经营许可（新办）');
    const opened = await desk.caseFrom('intake.open', { visitId, itemCode: item.code });
    await desk.caseFrom('intake.answer', { caseId: opened.id, situationId: 'mode', optionId: 'hot' });
    await desk.caseFrom('intake.provide', {
      caseId: opened.id,
      materialId: 'policy',
      route: 'later',
      dueOn: '2026-11-27',
    });
    const ready = await handOverAll(desk, await desk.caseFrom('intake.look', { caseId: opened.id }));
    expect(ready.outcomes.find(({ outcome }) => outcome === 'accept-tolerant')?.open).toBe(true);
    expect(ready.outcomes.find(({ outcome }) => outcome === 'accept')).toMatchObject({
      open: false,
      because: 'materials-missing',
    });

    const accepted = await desk.caseFrom('intake.accept', { caseId: opened.id });
    expect(accepted.state).toBe('accepted-tolerant');
    const notice = accepted.notices.find(({ kind }) => kind === 'tolerance');
    const content = notice && noticeContent(desk.db, notice.id);
    expect(content?.title).toBe('容缺受理通知书');
    expect(content?.table?.rows).toEqual([['1', '食品安全规章制度目录', '2026年11月27日']]);
    expect(content?.rows.find(({ label }) => label === '不计时间')?.value).toContain('现场核查');
  });

  it('is not possible twice', async () => {
    const desk = intakeDesk();
    const ready = await aReadyCase(desk);
    await desk.caseFrom('intake.accept', { caseId: ready.id });
    for (const name of ['intake.accept', 'intake.receive'] as const) {
      expect(await desk.refusalOf(name, { caseId: ready.id })).toBe('already-decided');
    }
    expect(
      await desk.refusalOf('intake.refuse', { caseId: ready.id, reason: 'other', say: '再来一次' }),
    ).toBe('already-decided');
    expect(eventsOwed(desk)).toHaveLength(2);
    expect(numbersLeft(desk.db)).toBe(99);
  });
});
