import type { QueueCode, Ticket } from '#contract/shapes/ticket.ts';
import { callingOrder } from '#rules/queue/next-ticket.ts';
import { placeReasonWhenTaken } from '#rules/queue/place-reason.ts';
import { ticketNumber } from '#rules/queue/ticket-number.ts';
import type { At, Board, Moved } from './board.ts';
import {
  type Act,
  insertTicket,
  lockNumbers,
  nextSerial,
  nextTurn,
  ticketBy,
  ticketInHand,
  waitingIn,
  writeMove,
} from './board-queries.ts';
import { placeOf, ticketOf, type TicketRow } from './hall-tables.ts';

type Wish = Parameters<Board['take']>[0];

/**
 * Takes a number. Under the lock of the queue's counter, so that numbers have no gap and no double and the
 * same person cannot slip in twice.
 */
export async function take(act: Act, wish: Wish): ReturnType<Board['take']> {
  await lockNumbers(act, wish.queue);
  const before = await ticketBy(act.db, 'take_id', wish.takeId);
  if (before) return { ok: true, ticket: ticketOf(before), ahead: await aheadOf(act, before) };

  const waiting = await waitingIn(act, wish.queue);
  if (wish.personKey !== null && waiting.some((other) => other.person_key === wish.personKey))
    return { ok: false, refusal: 'already-waiting' };

  const fresh = await freshTicket(act, wish);
  if (!fresh) return { ok: false, refusal: 'numbers-used-up' };
  const taken = await insertTicket(act, fresh);
  await writeMove(act, 'take', null, taken, { window: null, clerk: null });
  return { ok: true, ticket: ticketOf(taken), ahead: await aheadOf(act, taken) };
}

/** A ticket for a citizen who already stands at the window: taken, called and arrived in one go. */
export async function walkIn(
  act: Act,
  at: At,
  queue: QueueCode,
  takeId: string,
): Promise<Moved<'ticket-in-hand' | 'numbers-used-up'>> {
  await lockNumbers(act, queue);
  const before = await ticketBy(act.db, 'take_id', takeId);
  if (before) return { ok: true, ticket: ticketOf(before) };
  if (await ticketInHand(act.db, at.window)) return { ok: false, refusal: 'ticket-in-hand' };

  const fresh = await freshTicket(act, {
    queue,
    itemCode: null,
    itemNameZh: null,
    itemNameEn: null,
    priority: 'none',
    personKey: null,
    takeId,
  });
  if (!fresh) return { ok: false, refusal: 'numbers-used-up' };
  const seated = await insertTicket(act, {
    ...fresh,
    state: 'serving',
    called_at_ms: act.atMs,
    arrived_at_ms: act.atMs,
    call_count: 1,
    window_number: at.window,
    clerk: at.clerk,
  });
  await writeMove(act, 'take', null, seated, at, 'walked-in');
  await writeMove(act, 'call', 'waiting', seated, at, 'walked-in');
  await writeMove(act, 'arrive', 'called', seated, at, 'walked-in');
  return { ok: true, ticket: ticketOf(seated) };
}

/** A waiting ticket with a number and a turn of its own, or null when the queue has no number left today. */
async function freshTicket(act: Act, wish: Wish): Promise<TicketRow | null> {
  const serial = await nextSerial(act, wish.queue);
  if (serial === null) return null;
  return {
    id: act.newId(),
    day: act.day,
    number: ticketNumber(wish.queue, serial, wish.priority),
    number_queue: wish.queue,
    serial,
    queue: wish.queue,
    item_code: wish.itemCode,
    item_name: wish.itemNameZh,
    item_name_en: wish.itemNameEn,
    state: 'waiting' satisfies Ticket['state'],
    priority: wish.priority,
    place_reason: placeReasonWhenTaken(wish.priority),
    turn: await nextTurn(act),
    returned_turn: 0,
    taken_at_ms: act.atMs,
    called_at_ms: null,
    arrived_at_ms: null,
    ended_at_ms: null,
    call_count: 0,
    window_number: null,
    clerk: null,
    reason: null,
    returned_once: 0,
    person_key: wish.personKey,
    take_id: wish.takeId,
    guidance_id: wish.guidance?.id ?? null,
    guidance: wish.guidance?.text ?? null,
  };
}

/** How many of its queue will be called before it. */
async function aheadOf(act: Act, ticket: TicketRow): Promise<number> {
  const waiting = await waitingIn(act, ticketOf(ticket).queue);
  const order = callingOrder(waiting.map(placeOf), 0, act.rules);
  return Math.max(
    0,
    order.findIndex((place) => place.row.id === ticket.id),
  );
}
