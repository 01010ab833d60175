import { describe, expect, it } from 'vitest';
import { QueueView, type Ticket } from '#contract/shapes/ticket.ts';
import { openDraftsOfTicket, visitInHand } from '#desk/store/visits.ts';
import { aCard, aReading, itemNamed } from '../support/intake-desk.ts';
import { type QueueDesk, queueDesk } from './queue-desk.ts';

const item = itemNamed('个体工商户设立登记');
const sendOn = { toQueue: 'A', reason: '要本部门的人办', note: '营业执照在她女儿那里' };

/** A citizen with a draft, an applicant and one answer, sent on from queue P to queue A. */
async function sentOn(): Promise<{ desk: QueueDesk; ticket: Ticket; caseId: string; visitId: string }> {
  const desk = await queueDesk();
  await desk.takes();
  await desk.ticketFrom('queue.call-next');
  await desk.ticketFrom('queue.arrive');
  const visitId = visitInHand(desk.intake.db)?.id ?? '';
  const reading = aReading({ id: 'reading-1', readAtMs: desk.intake.clock.nowMs(), card: aCard() });
  desk.intake.readings.set('reading-1', { reading, confirmed: true });
  await desk.intake.visitFrom('identity.use-card', { visitId, role: 'applicant', readingId: 'reading-1' });
  const opened = await desk.intake.caseFrom('intake.open', { visitId, itemCode: item.code });
  desk.clock.move(60_000);
  const ticket = await desk.ticketFrom('queue.transfer', sendOn);
  return { desk, ticket, caseId: opened.id, visitId };
}

const seen = async (desk: QueueDesk) => {
  const answer = await desk.ask('queue.view');
  return QueueView.parse(answer.ok ? answer.value : null);
};

describe('F02 a transfer takes the case along', () => {
  it('waits elsewhere with its drafts, and the list says so', async () => {
    const { desk, ticket } = await sentOn();
    expect(ticket).toMatchObject({ state: 'waiting', queue: 'A', number: 'P001' });
    const { carried, waiting } = await seen(desk);
    expect(carried).toEqual([{ ticketId: ticket.id, drafts: 1 }]);
    expect(waiting[0]).toMatchObject({ placeReason: 'transferred', ticket: { id: ticket.id } });
    expect(visitInHand(desk.intake.db)).toBeNull();
  });

  it('cannot be touched by anybody until it is called again', async () => {
    const { desk, caseId, visitId } = await sentOn();
    const { intake } = desk;
    expect(await intake.refusalOf('intake.discard', { caseId })).toBe('sent-on');
    expect(await intake.refusalOf('intake.accept', { caseId })).toBe('sent-on');
    expect(await intake.refusalOf('intake.open', { visitId, itemCode: item.code })).toBe('sent-on');
    expect(await intake.refusalOf('identity.clear-party', { visitId, role: 'applicant' })).toBe('sent-on');
    await desk.ticketFrom('queue.call-next');
    expect(await intake.refusalOf('intake.discard', { caseId })).toBe('sent-on');
    await desk.ticketFrom('queue.arrive');
    await intake.visitFrom('intake.discard', { caseId });
  });

  it('is there as it stood when it is called, with the word of the clerk who sent it', async () => {
    const { desk, ticket, caseId, visitId } = await sentOn();
    await desk.ticketFrom('queue.call-next');
    await desk.ticketFrom('queue.arrive');
    const visit = await desk.intake.visitFrom('intake.visit', {});
    expect(visit).toMatchObject({
      id: visitId,
      ticketId: ticket.id,
      applicant: { verification: 'confirmed' },
      cases: [{ id: caseId, state: 'draft' }],
      transfer: { clerk: '0317', fromQueue: 'P', reason: sendOn.reason, note: sendOn.note, carried: 1 },
    });
    expect((await seen(desk)).carried).toEqual([]);
  });

  it('loses no draft when nobody comes or the day ends', async () => {
    const { desk, ticket, caseId } = await sentOn();
    await desk.ticketFrom('queue.call-next');
    await desk.ticketFrom('queue.recall');
    await desk.ticketFrom('queue.pass', { reason: '叫了不来' });
    expect((await seen(desk)).carried).toEqual([{ ticketId: ticket.id, drafts: 1 }]);
    desk.clock.move(24 * 3_600_000);
    await desk.ask('queue.view');
    expect((await desk.board.ticket(ticket.id))?.state).toBe('expired');
    expect(openDraftsOfTicket(desk.intake.db, ticket.id)).toBe(1);
    expect(await desk.intake.refusalOf('intake.accept', { caseId })).toBe('sent-on');
  });

  it('comes back to this window with everything when the board says no', async () => {
    const desk = await queueDesk({
      wrapped: (board) => ({ ...board, transfer: async () => ({ ok: false, refusal: 'cannot-move-now' }) }),
    });
    await desk.ticketFrom('queue.walk-in', { queue: 'P' });
    const visitId = visitInHand(desk.intake.db)?.id;
    await desk.intake.caseFrom('intake.open', { visitId, itemCode: item.code });
    expect(await desk.refusalOf('queue.transfer', sendOn)).toBe('cannot-move-now');
    await desk.ask('queue.view');
    expect(visitInHand(desk.intake.db)?.id).toBe(visitId);
    const visit = await desk.intake.visitFrom('intake.visit', {});
    expect(visit.transfer).toBeNull();
  });
});
