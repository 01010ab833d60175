import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { ProgressView } from '#contract/shapes/progress.ts';
import { frameEvent } from '#desk/platform/adapters/frame-event.ts';
import { CaseEvent } from '#desk/platform/case-event.ts';
import { sendAgain } from '#desk/store/outbox.ts';
import { all, run } from '#native/sqlite/database.ts';
import { asker } from '../../support/desk-parts.ts';
import { type IntakeDesk, intakeDesk, itemNamed, readyCaseIn } from '../../support/intake-desk.ts';
import { DAY_MS, decider, progressOf, stepOn } from '../../support/progress-desk.ts';

const PHONE = '19900001234';
const item = itemNamed('个体工商户设立登记');

let desk: IntakeDesk;
beforeEach(() => {
  desk = intakeDesk();
});

async function accepted(consent: '' | 'zh-CN' | 'en'): Promise<CaseId> {
  const visitId = desk.aVisit();
  const { id } = await readyCaseIn(desk, visitId, item);
  for (const [field, value] of [
    ['phone', PHONE],
    ['messages', consent],
  ] as const) {
    await desk.visitFrom('identity.set-field', { visitId, role: 'applicant', field, value });
  }
  await desk.caseFrom('intake.accept', { caseId: id });
  return id;
}

const Owed = z.array(
  z.strictObject({
    id: z.string(),
    step: z.int(),
    event: z.string().transform((text) => CaseEvent.parse(JSON.parse(text))),
  }),
);
const owed = () => Owed.parse(all(desk.db, 'SELECT id, step, event_json AS event FROM outbox ORDER BY seq'));
const grant = (caseId: CaseId) => stepOn(desk, caseId, { act: 'grant', reason: '符合条件' }, decider);

describe('F24 a message on each change of a case', () => {
  it('is owed with the step itself, once for an act, to whoever agreed, and is listed on the case', async () => {
    const caseId = await accepted('en');
    expect(owed().map(({ event }) => [event.kind, event.message])).toEqual([
      ['case.received', null],
      ['case.accepted', { about: 'case.accepted', phone: PHONE, language: 'en' }],
    ]);
    await grant(caseId);
    expect(owed().at(-1)?.event.message).toMatchObject({ about: 'case.granted' });

    run(
      desk.db,
      "UPDATE outbox SET state = 'done', next_try_at_ms = NULL, done_at_ms = 1, platform_receipt = 'r' WHERE step <= 2",
    );
    const { messages } = await progressOf(desk, caseId);
    expect(messages.map(({ about, state }) => [about, state])).toEqual([
      ['case.accepted', 'sent'],
      ['case.granted', 'owed'],
    ]);
    expect(JSON.stringify(messages)).not.toContain(PHONE);
  });

  it('tells the new due day when a special procedure has ended, as its notice said', async () => {
    const caseId = await accepted('zh-CN');
    await stepOn(desk, caseId, {
      act: 'start-special',
      procedureId: null,
      reason: '现场核查',
      expectedEndOn: Day.parse('2026-11-27'),
    });
    desk.clock.move(2 * DAY_MS);
    const resumed = await stepOn(desk, caseId, { act: 'end-special', result: '核查通过' });
    const due = resumed.clocks.find(({ kind }) => kind === 'promised')?.dueOn;
    const { event } = owed().at(-1) ?? {};
    expect(due).toBeDefined();
    expect(event?.message).toEqual({ about: 'case.resumed', phone: PHONE, language: 'zh-CN' });
    expect(event?.progress?.until).toBe(due);
  });

  it('is owed to nobody who was not asked or said no', async () => {
    const caseId = await accepted('');
    await grant(caseId);
    expect(owed().map(({ event }) => event.message)).toEqual([null, null, null]);
    expect((await progressOf(desk, caseId)).messages).toEqual([]);
  });

  it('has one number for its step, however often the step is sent, so that it is sent once', async () => {
    await accepted('zh-CN');
    const [, last] = owed();
    if (!last) throw new Error('the acceptance is not owed');
    run(desk.db, "UPDATE outbox SET state = 'returned', next_try_at_ms = NULL WHERE id = @id", {
      id: last.id,
    });
    sendAgain(desk.db, last.id, desk.clock.nowMs());
    const rows = owed().filter(({ step }) => step === last.step);
    const wire = rows.map(({ id, step, event }) =>
      JSON.stringify(JSON.parse(frameEvent(event, { key: id, step, officialNumber: null }).text).message),
    );
    expect(wire).toHaveLength(2);
    expect(new Set(wire).size).toBe(1);
    expect(wire[0]).toBe(
      JSON.stringify({
        message_no: `${last.event.receiptNumber}-2`,
        template_code: '02',
        mobile: PHONE,
        language: 'zh-CN',
      }),
    );
  });

  it('stops when the citizen takes their word back; what was sent stays on the list', async () => {
    const caseId = await accepted('zh-CN');
    const stopped = await desk.ask('progress.stop-messages', { caseId });
    expect(ProgressView.parse(stopped.ok ? stopped.value : null).messagesStopped).toBe(true);
    await grant(caseId);
    expect(owed().at(-1)?.event).toMatchObject({ kind: 'case.granted', message: null });
    expect((await progressOf(desk, caseId)).messages.map(({ about }) => about)).toEqual(['case.accepted']);
    expect(await desk.refusalOf('progress.stop-messages', { caseId: desk.aVisit() }, asker())).toBe(
      'no-such-case',
    );
  });
});
