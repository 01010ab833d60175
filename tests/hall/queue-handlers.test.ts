import { describe, expect, it } from 'vitest';
import { DisplayView, type Ticket } from '#contract/shapes/ticket.ts';
import { openDraftsOfTicket, visitInHand, visitOfTicket } from '#desk/store/visits.ts';
import { all } from '#native/sqlite/database.ts';
import { asker } from '../support/desk-parts.ts';
import { aCard, aReading, itemNamed } from '../support/intake-desk.ts';
import { A, anId, at, unknownTicket } from './conformance/hall-under-test.ts';
import { manager, type QueueDesk, queueDesk } from './queue-desk.ts';

const item = itemNamed('个体工商户设立登记');

/** Called, arrived, and one case opened for the citizen. */
async function servingWithDraft(desk: QueueDesk): Promise<{ ticket: Ticket; caseId: string }> {
  await desk.takes();
  await desk.ticketFrom('queue.call-next');
  const ticket = await desk.ticketFrom('queue.arrive');
  const visitId = visitInHand(desk.intake.db)?.id;
  const opened = await desk.intake.caseFrom('intake.open', { visitId, itemCode: item.code });
  return { ticket, caseId: opened.id };
}

describe('taking a number', () => {
  it('keeps the item the citizen named, and tells every screen', async () => {
    const desk = await queueDesk();
    const answer = await desk.ask('queue.take', { queue: 'E', itemCode: item.code });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        ahead: 0,
        ticket: { number: 'E001', itemCode: item.code, itemNameZh: item.nameZh, itemNameEn: item.nameEn },
      },
    });
    expect(desk.intake.parts.said).toEqual(['queue.changed']);
  });

  it('needs nobody signed in', async () => {
    const desk = await queueDesk();
    const kiosk = asker({ staff: null });
    expect(await desk.ask('queue.take', { queue: 'P' }, kiosk)).toMatchObject({ ok: true });
    expect(await desk.refusalOf('queue.view', {}, kiosk)).toBe('not-signed-in');
  });

  it('refuses a queue nobody here calls and an item nobody knows', async () => {
    const desk = await queueDesk({ site: { served: [A] } });
    expect(await desk.refusalOf('queue.take', { queue: 'Z' })).toBe('no-such-queue');
    expect(await desk.refusalOf('queue.take', { queue: 'P' })).toBe('no-such-queue');
    expect(await desk.refusalOf('queue.take', { queue: 'A', itemCode: 'nothing' })).toBe('no-such-item');
  });

  it('compares a certificate number however it is written, and keeps none', async () => {
    const desk = await queueDesk();
    const number = '99010119870703012x';
    expect(await desk.ask('queue.take', { queue: 'P', personNumber: number })).toMatchObject({ ok: true });
    const again = { queue: 'P', personNumber: ' 990101 19870703 012X' };
    expect(await desk.refusalOf('queue.take', again)).toBe('already-waiting');
    expect(JSON.stringify(await desk.ask('queue.view'))).not.toMatch(/012x/i);
  });

  it('finds the ticket of whoever lays a card down, and says when the reading is gone', async () => {
    const desk = await queueDesk();
    const card = aCard();
    await desk.takes();
    const taken = await desk.ask('queue.take', { queue: 'P', personNumber: card.number });
    expect(taken).toMatchObject({ ok: true });
    const ofCard = { readingId: 'reading-1' };
    expect(await desk.refusalOf('queue.ticket-of-card', ofCard)).toBe('reading-gone');
    const reading = aReading({ id: 'reading-1', readAtMs: desk.intake.clock.nowMs(), card });
    desk.intake.readings.set('reading-1', { reading, confirmed: false });
    expect(await desk.ask('queue.ticket-of-card', ofCard)).toMatchObject({
      ok: true,
      value: { ticket: { state: 'waiting', queue: 'P' } },
    });
  });

  it('gives the same ticket to the same wish', async () => {
    const desk = await queueDesk();
    const wish = { queue: 'P', takeId: unknownTicket };
    expect(await desk.ask('queue.take', wish)).toEqual(await desk.ask('queue.take', wish));
  });
});

describe('the citizen at the window', () => {
  it('gets a visit on arrival, and it is closed when the ticket is finished', async () => {
    const desk = await queueDesk();
    await desk.takes();
    await desk.ticketFrom('queue.call-next');
    expect(visitInHand(desk.intake.db)).toBeNull();
    const ticket = await desk.ticketFrom('queue.arrive');
    expect(visitInHand(desk.intake.db)).toMatchObject({ ticketId: ticket.id, ticketNumber: 'P001' });
    expect(desk.intake.parts.said).toContain('visit.changed');

    desk.clock.move(60_000);
    expect(await desk.ticketFrom('queue.finish')).toMatchObject({ state: 'done' });
    expect(visitInHand(desk.intake.db)).toBeNull();
    expect(visitOfTicket(desk.intake.db, ticket.id)?.closedAtMs).toBe(desk.clock.nowMs());
  });

  it('is not finished while a case has neither outcome nor been discarded', async () => {
    const desk = await queueDesk();
    const { ticket, caseId } = await servingWithDraft(desk);
    expect(await desk.refusalOf('queue.finish')).toBe('case-open');
    expect(await desk.board.ticket(ticket.id)).toEqual(ticket);
    expect(visitInHand(desk.intake.db)?.closedAtMs).toBeNull();

    await desk.intake.visitFrom('intake.discard', { caseId });
    expect(await desk.ticketFrom('queue.finish')).toMatchObject({ id: ticket.id, state: 'done' });
  });

  it('keeps drafts while the ticket is held, and has them back with it', async () => {
    const desk = await queueDesk();
    const { ticket } = await servingWithDraft(desk);
    await desk.ticketFrom('queue.hold', { reason: '去复印' });
    expect(visitInHand(desk.intake.db)).toBeNull();
    expect(openDraftsOfTicket(desk.intake.db, ticket.id)).toBe(1);

    await desk.ticketFrom('queue.walk-in', { queue: 'A' });
    expect(visitInHand(desk.intake.db)?.ticketNumber).toBe('A001');
    expect(await desk.refusalOf('queue.resume', { ticketId: ticket.id })).toBe('ticket-in-hand');
    await desk.ticketFrom('queue.finish');
    await desk.ticketFrom('queue.resume', { ticketId: ticket.id });
    expect(visitInHand(desk.intake.db)?.ticketId).toBe(ticket.id);
  });

  it('keeps its drafts when the day ends while it is held', async () => {
    const desk = await queueDesk();
    const { ticket } = await servingWithDraft(desk);
    await desk.ticketFrom('queue.hold', { reason: '去复印' });
    desk.clock.move(24 * 3_600_000);
    await desk.ask('queue.view');
    expect((await desk.board.ticket(ticket.id))?.state).toBe('expired');
    expect(openDraftsOfTicket(desk.intake.db, ticket.id)).toBe(1);
  });

  it('leaves the window with its visit when it is sent on', async () => {
    const desk = await queueDesk();
    await desk.ticketFrom('queue.walk-in', { queue: 'P' });
    const sent = await desk.ticketFrom('queue.transfer', { toQueue: 'A', reason: '走错队列' });
    expect(sent).toMatchObject({ state: 'waiting', queue: 'A', number: 'P001' });
    expect(visitInHand(desk.intake.db)).toBeNull();
    await desk.ticketFrom('queue.call-next');
    await desk.ticketFrom('queue.arrive');
    expect(visitInHand(desk.intake.db)?.ticketId).toBe(sent.id);
  });
});

describe('what the queue refuses', () => {
  it('says why a ticket can be sent nowhere', async () => {
    const desk = await queueDesk();
    expect(await desk.refusalOf('queue.transfer', { toQueue: 'A', reason: '改办' })).toBe(
      'no-ticket-in-hand',
    );
    const ticket = await desk.takes();
    const move = (to: object) =>
      desk.refusalOf('queue.transfer', { ticketId: ticket.id, reason: '改办', ...to });
    expect(await move({})).toBe('nowhere-to-go');
    expect(await move({ toQueue: 'P' })).toBe('nowhere-to-go');
    expect(await move({ toWindow: 9 })).toBe('nowhere-to-go');
    expect(await move({ toQueue: 'Z' })).toBe('no-such-queue');
    expect(await move({ ticketId: unknownTicket, toQueue: 'A' })).toBe('no-such-ticket');
    await desk.ticketFrom('queue.cancel', { ticketId: ticket.id, reason: '不办了' });
    expect(await move({ toQueue: 'A' })).toBe('cannot-move-now');
  });

  it('leaves a ticket alone that another window has in hand: its drafts lie there', async () => {
    const desk = await queueDesk();
    const ticket = await desk.takes();
    const { window } = at(desk.intake.parts.site.window + 1);
    await desk.board.transfer(ticket.id, { queue: null, window }, 'knows the case', '0001');
    await desk.board.callNext({ window, clerk: '0399' }, anId());
    const move = { ticketId: ticket.id, toQueue: 'A', reason: '改办' };
    expect(await desk.refusalOf('queue.transfer', move)).toBe('cannot-move-now');
  });

  it('gives each call its own words', async () => {
    const desk = await queueDesk();
    const reason = '等候过久';
    expect(await desk.refusalOf('queue.call-next')).toBe('nobody-waiting');
    for (const call of ['queue.recall', 'queue.arrive', 'queue.finish'] as const)
      expect(await desk.refusalOf(call)).toBe('no-ticket-in-hand');
    for (const call of ['queue.pass', 'queue.hold'] as const)
      expect(await desk.refusalOf(call, { reason })).toBe('no-ticket-in-hand');
    expect(await desk.refusalOf('queue.call', { ticketId: unknownTicket, reason })).toBe('no-such-ticket');
    expect(await desk.refusalOf('queue.cancel', { ticketId: unknownTicket, reason })).toBe('no-such-ticket');
    expect(await desk.refusalOf('queue.requeue', { ticketId: unknownTicket })).toBe('no-such-ticket');
    expect(await desk.refusalOf('queue.resume', { ticketId: unknownTicket })).toBe('no-such-ticket');
    expect(await desk.refusalOf('queue.walk-in', { queue: 'Z' })).toBe('no-such-queue');

    await desk.takes();
    const called = await desk.ticketFrom('queue.call-next');
    expect(await desk.refusalOf('queue.finish')).toBe('not-serving');
    expect(await desk.refusalOf('queue.pass', { reason })).toBe('call-again-first');
    await desk.ticketFrom('queue.recall');
    await desk.ticketFrom('queue.pass', { reason });
    expect(await desk.ticketFrom('queue.requeue', { ticketId: called.id })).toMatchObject({
      returnedOnce: true,
    });
  });

  it('wants a written reason for a call out of turn', async () => {
    const desk = await queueDesk();
    const ticket = await desk.takes();
    await expect(desk.ask('queue.call', { ticketId: ticket.id, reason: ' ' })).rejects.toThrow('reason');
    await desk.ticketFrom('queue.call', { ticketId: ticket.id, reason: '行动不便' });
    const audited = all(desk.intake.db, "SELECT subject, purpose FROM audit WHERE call = 'queue.call'");
    expect(audited).toContainEqual({ subject: ticket.id, purpose: '行动不便' });
  });

  it('lets a floor manager look and move, but not call', async () => {
    const desk = await queueDesk();
    const ticket = await desk.takes();
    expect(await desk.refusalOf('queue.call-next', {}, manager)).toBe('not-allowed');
    const answer = await desk.ask(
      'queue.transfer',
      { ticketId: ticket.id, toQueue: 'A', reason: '分流' },
      manager,
    );
    expect(answer).toMatchObject({ ok: true, value: { queue: 'A', reason: '分流' } });
  });
});

describe('the public display', () => {
  it('names the hall, the newest call and how many wait, and nothing about the citizen', async () => {
    const desk = await queueDesk();
    await desk.ask('queue.take', { queue: 'P', itemCode: item.code });
    await desk.takes();
    await desk.takes('A');
    await desk.ticketFrom('queue.call-next');
    const answer = await desk.ask('queue.display', {}, asker({ staff: null }));
    const shown = DisplayView.parse(answer.ok ? answer.value : null);
    expect(shown.current).toMatchObject({ number: 'P001', window: 3, state: 'called' });
    expect(shown.queues.map((queue) => [queue.queue, queue.waiting])).toEqual([
      ['A', 1],
      ['P', 1],
      ['E', 0],
      ['H', 0],
    ]);
    expect(JSON.stringify(shown)).not.toContain(item.nameZh);

    await desk.ticketFrom('queue.arrive');
    await desk.ticketFrom('queue.finish');
    const after = await desk.ask('queue.display');
    expect(after).toMatchObject({ ok: true, value: { current: null, calls: [{ state: 'done' }] } });
  });
});

describe('an answer of the board that got lost', () => {
  it('is asked for again once, and the citizen is called once', async () => {
    let lost = 0;
    const desk = await queueDesk({
      wrapped: (board) => ({
        ...board,
        callNext: async (window, callId) => {
          const answer = await board.callNext(window, callId);
          lost += 1;
          if (lost === 1) throw new Error('the line to the hall was cut');
          return answer;
        },
      }),
    });
    await desk.takes();
    await desk.takes();
    expect(await desk.ticketFrom('queue.call-next')).toMatchObject({ number: 'P001', callCount: 1 });
    expect((await desk.board.view(desk.intake.parts.site.window)).waiting).toHaveLength(1);
  });

  it('is a fault when the board stays away', async () => {
    const desk = await queueDesk({
      wrapped: (board) => ({
        ...board,
        callNext: async () => {
          throw new Error('the hall is away');
        },
      }),
    });
    await expect(desk.ask('queue.call-next')).rejects.toThrow('the hall is away');
  });
});
