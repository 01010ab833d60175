import { describe, expect, it } from 'vitest';
import { healVisits } from '#desk/hall/heal-visits.ts';
import { closeVisit, openDraftsOfTicket, visitInHand, visitOfTicket } from '#desk/store/visits.ts';
import { itemNamed } from '../support/intake-desk.ts';
import { anId, at, sure } from './conformance/hall-under-test.ts';
import { type QueueDesk, queueDesk } from './queue-desk.ts';

const here = at(3, '0317');
const item = itemNamed('个体工商户设立登记');

const heal = ({ board, intake: { db }, clock }: QueueDesk) =>
  healVisits({
    board,
    window: here.window,
    db,
    record: (change) => db.transaction(() => change(db))(),
    atMs: clock.nowMs(),
  });

describe('a desk that died between the board and the case file', () => {
  it('opens the visit of a citizen who had arrived, at the next look', async () => {
    const desk = await queueDesk();
    await desk.takes();
    await desk.ticketFrom('queue.call-next');
    const { ticket } = sure(await desk.board.arrive(here));
    expect(visitInHand(desk.intake.db)).toBeNull();

    await desk.ask('queue.view');

    expect(visitInHand(desk.intake.db)).toMatchObject({ ticketId: ticket.id, ticketNumber: 'P001' });
    expect(desk.intake.parts.said).toContain('visit.changed');
  });

  it('closes the visit of a ticket the board had finished', async () => {
    const desk = await queueDesk();
    const ticket = await desk.ticketFrom('queue.walk-in', { queue: 'P' });
    desk.clock.move(1_000);
    sure(await desk.board.finish(here));
    const finishedAtMs = desk.clock.nowMs();
    desk.clock.move(60_000);

    expect(await heal(desk)).toEqual({ healed: true, visitId: null });

    expect(visitInHand(desk.intake.db)).toBeNull();
    expect(visitOfTicket(desk.intake.db, ticket.id)?.closedAtMs).toBe(finishedAtMs);
  });

  it('opens the visit again when it was closed but the board never heard of it', async () => {
    const desk = await queueDesk();
    const ticket = await desk.ticketFrom('queue.walk-in', { queue: 'P' });
    const before = visitInHand(desk.intake.db)?.id;
    closeVisit(desk.intake.db, ticket.id, desk.clock.nowMs());

    expect(await heal(desk)).toEqual({ healed: true, visitId: before });
    expect(visitInHand(desk.intake.db)).toMatchObject({ id: before, closedAtMs: null });
  });

  it('puts the visit of a held ticket aside with its drafts, and brings in who sits there now', async () => {
    const desk = await queueDesk();
    const held = await desk.ticketFrom('queue.walk-in', { queue: 'P' });
    const visitId = visitInHand(desk.intake.db)?.id;
    await desk.intake.caseFrom('intake.open', { visitId, itemCode: item.code });
    sure(await desk.board.hold(here, 'copies a page'));

    await heal(desk);
    expect(visitInHand(desk.intake.db)).toBeNull();
    expect(openDraftsOfTicket(desk.intake.db, held.id)).toBe(1);

    const next = sure(await desk.board.walkIn(here, held.queue, anId())).ticket;
    await heal(desk);
    expect(visitInHand(desk.intake.db)?.ticketId).toBe(next.id);
    expect(openDraftsOfTicket(desk.intake.db, held.id)).toBe(1);
  });

  it('has nothing to heal when both agree', async () => {
    const desk = await queueDesk();
    expect(await heal(desk)).toEqual({ healed: false, visitId: null });
    await desk.ticketFrom('queue.walk-in', { queue: 'P' });
    expect(await heal(desk)).toEqual({ healed: false, visitId: visitInHand(desk.intake.db)?.id });
  });
});
