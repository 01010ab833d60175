import { describe, expect, it } from 'vitest';
import { one } from '#native/sqlite/database.ts';
import { guidanceCalls } from '#contract/calls/guidance.ts';
import { queueCalls } from '#contract/calls/queue.ts';
import { DEMO_SITE } from '#desk/settings/demo-site.ts';
import { situationsAsked } from '#rules/intake/situations.ts';
import { itemNamed } from '../support/intake-desk.ts';
import { DAY_MS } from '../support/progress-desk.ts';
import { queueDesk, type QueueDesk } from './queue-desk.ts';

describe('what a greeter asked', () => {
  it('travels on the ticket to the visit, by its id', async () => {
    const desk = await queueDesk();
    const guidanceId = '0190aaaa-0000-7000-8000-000000000001';
    const taken = await desk.ask('queue.take', { queue: 'P', guidanceId });
    expect(taken).toMatchObject({ ok: true, value: { ticket: { guidanceId } } });
    expect((await desk.ticketFrom('queue.call-next')).guidanceId).toBe(guidanceId);
    await desk.ticketFrom('queue.arrive');
    expect(one(desk.intake.db, 'SELECT guidance_id AS id FROM visit')).toEqual({ id: guidanceId });
    expect((await desk.takes()).guidanceId).toBeNull();
  });

  it('is there at whichever desk seats the citizen, with its own case file, and is gone with the day', async () => {
    const greeter = await queueDesk();
    const { intake } = greeter;
    const situation = situationsAsked(card)[0];
    const answers = { [situation?.id ?? '']: situation?.options[0]?.id ?? '' };
    const kept = await intake.ask('guidance.keep', {
      itemCode: card.code,
      answers,
      onlineNumber: 'YS-2026-000777',
    });
    const { guidanceId } = guidanceCalls['guidance.keep'].output.parse(kept.ok ? kept.value : null);
    const { ticket } = Taken.parse(
      await valueOf(greeter, 'queue.take', { queue: 'P', itemCode: card.code, guidanceId }),
    );

    const window = await queueDesk({ wrapped: () => greeter.board });
    expect(one(window.intake.db, 'SELECT count(*) AS kept FROM guidance')).toEqual({ kept: 0 });
    await window.ticketFrom('queue.call-next');
    await window.ticketFrom('queue.arrive');
    const visit = await window.intake.visitFrom('intake.visit', {});
    expect(visit.guidance).toMatchObject({ itemCode: card.code, answered: 1, madeBy: '0317', used: false });
    const opened = await window.intake.caseFrom('intake.open', { visitId: visit.id, itemCode: card.code });
    expect(opened).toMatchObject({ answers, onlineNumber: 'YS-2026-000777' });
    // Seated again it is not kept a second time, and what was used stays used.
    await window.ask('queue.hold', { reason: '复印' });
    await window.ticketFrom('queue.resume', { ticketId: ticket.id });
    expect((await window.intake.visitFrom('intake.visit', {})).guidance).toMatchObject({ used: true });

    expect(await greeter.board.guidanceOf(ticket.id)).toContain(card.code);
    greeter.clock.move(DAY_MS);
    await greeter.board.endOfDay();
    expect(await greeter.board.guidanceOf(ticket.id)).toBeNull();
  });

  it('is healed with a visit that a dead desk never opened', async () => {
    const greeter = await queueDesk();
    const kept = await greeter.intake.ask('guidance.keep', { itemCode: card.code, answers: {} });
    const { guidanceId } = guidanceCalls['guidance.keep'].output.parse(kept.ok ? kept.value : null);
    await greeter.ask('queue.take', { queue: 'P', itemCode: card.code, guidanceId });
    const at = { window: DEMO_SITE.window, clerk: '0317' };
    await greeter.board.callNext(at, guidanceId);
    await greeter.board.arrive(at);
    const window = await queueDesk({ wrapped: () => greeter.board });
    await window.ask('queue.view');
    expect((await window.intake.visitFrom('intake.visit', {})).guidance).toMatchObject({ id: guidanceId });
  });
});

async function valueOf(desk: QueueDesk, name: 'queue.take', input: object): Promise<unknown> {
  const reply = await desk.ask(name, input);
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value;
}

const card = itemNamed('社会保障卡申领');
const Taken = queueCalls['queue.take'].output;
