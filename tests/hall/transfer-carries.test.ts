import { describe, expect, it } from 'vitest';
import { QueueView, type Ticket } from '#contract/shapes/ticket.ts';
import { LeftVisit } from '#contract/shapes/transfer.ts';
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

describe('F02 what a ticket that is over leaves', () => {
  const left = async (desk: QueueDesk) => {
    const answer = await desk.ask('queue.left');
    return LeftVisit.array().parse(answer.ok ? answer.value : null);
  };

  /** The day after: the citizen is back and their card was read at a new ticket. */
  async function backNextDay(cardNumber?: string) {
    const before = await sentOn();
    const { desk } = before;
    desk.clock.move(24 * 3_600_000);
    await desk.ask('queue.view');
    const walkIn = await desk.ticketFrom('queue.walk-in', { queue: 'A' });
    const here = visitInHand(desk.intake.db)?.id ?? '';
    const read = async (number?: string) => {
      const card = number ? aCard({ number }) : aCard();
      const reading = aReading({ id: 'reading-2', readAtMs: desk.clock.nowMs(), card });
      desk.intake.readings.set('reading-2', { reading, confirmed: true });
      const use = { visitId: here, role: 'applicant', readingId: 'reading-2' };
      await desk.intake.visitFrom('identity.use-card', use);
    };
    if (cardNumber !== 'none') await read(cardNumber);
    return { ...before, walkIn, here, read };
  }

  it('is listed with how the ticket ended, and stands out when the person is here', async () => {
    const { desk, visitId } = await backNextDay();
    expect(await left(desk)).toMatchObject([
      { leftId: visitId, ticketNumber: 'P001', ended: 'expired', isHere: true, transfer: { clerk: '0317' } },
    ]);
  });

  it('is not listed while the ticket may still be called', async () => {
    const { desk } = await sentOn();
    expect(await left(desk)).toEqual([]);
    await desk.ticketFrom('queue.call-next');
    await desk.ticketFrom('queue.recall');
    await desk.ticketFrom('queue.pass', { reason: '叫了不来' });
    expect(await left(desk)).toEqual([]);
  });

  it('goes on under the ticket in hand as it stood, and is one more visit of the case', async () => {
    const { desk, walkIn, caseId, visitId } = await backNextDay();
    expect(await desk.ask('queue.take-up-left', { leftId: visitId })).toMatchObject({ ok: true });
    const visit = await desk.intake.visitFrom('intake.visit', {});
    expect(visit).toMatchObject({
      id: visitId,
      ticketId: walkIn.id,
      applicant: { verification: 'confirmed' },
      cases: [{ id: caseId, state: 'draft' }],
    });
    const view = await desk.intake.caseFrom('intake.look', { caseId });
    expect(view.trips.visits.map(({ no, cause }) => [no, cause])).toEqual([
      [1, null],
      [2, 'sent-elsewhere'],
    ]);
    await desk.intake.visitFrom('intake.discard', { caseId });
    expect(await desk.ticketFrom('queue.finish')).toMatchObject({ id: walkIn.id, state: 'done' });
    expect(await left(desk)).toEqual([]);
  });

  it('goes on with nobody else, and not before somebody was read', async () => {
    const { desk, visitId, read } = await backNextDay('none');
    const takeUp = { leftId: visitId };
    expect(await desk.refusalOf('queue.take-up-left', takeUp)).toBe('identity-first');
    await read('99010119620815002X');
    expect(await desk.refusalOf('queue.take-up-left', takeUp)).toBe('other-person');
  });

  it('does not lie over what was begun today', async () => {
    const { desk, visitId, here } = await backNextDay();
    await desk.intake.caseFrom('intake.open', { visitId: here, itemCode: item.code });
    expect(await desk.refusalOf('queue.take-up-left', { leftId: visitId })).toBe('begun-already');
    await desk.ticketFrom('queue.hold', { reason: '去复印' });
    expect(await desk.refusalOf('queue.take-up-left', { leftId: visitId })).toBe('not-serving');
  });

  it('is thrown away only with a reason, and then whole', async () => {
    const { desk, visitId, caseId } = await backNextDay();
    await expect(desk.ask('queue.drop-left', { leftId: visitId, reason: ' ' })).rejects.toThrow('reason');
    const drop = { leftId: visitId, reason: '群众说不办了' };
    expect(await desk.ask('queue.drop-left', drop)).toMatchObject({ ok: true });
    expect(await left(desk)).toEqual([]);
    expect(await desk.intake.refusalOf('intake.look', { caseId })).toBe('no-such-case');
    expect(await desk.refusalOf('queue.drop-left', drop)).toBe('no-such-visit');
  });
});
