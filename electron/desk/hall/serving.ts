import type { TicketId } from '#contract/shapes/ticket.ts';
import { PlaceReason } from '#contract/shapes/ticket.ts';
import { placeReasonWhenTransferred } from '#rules/queue/place-reason.ts';
import type { At, Board, Moved } from './board.ts';
import { type Act, hasInHand, moveTicket, ticketBy, ticketInHand } from './board-queries.ts';
import { atWindow, moved, refused, waitingAgain } from './calling.ts';

/** The citizen steps aside, to copy a page say. The ticket stays this window's; others may be called. */
export async function hold(
  act: Act,
  at: At,
  reason: string,
): Promise<Moved<'no-ticket-in-hand' | 'not-serving'>> {
  const held = await moveTicket(
    act,
    'hold',
    (eb) => eb.and([eb('window_number', '=', at.window)]),
    { reason },
    { ...at, reason },
  );
  return held ? moved(held) : notServing(act, at);
}

export async function resume(
  act: Act,
  at: At,
  id: TicketId,
): Promise<Moved<'no-such-ticket' | 'ticket-in-hand' | 'not-held' | 'held-elsewhere'>> {
  const back = await moveTicket(
    act,
    'resume',
    (eb) =>
      eb.and([eb('id', '=', id), eb('window_number', '=', at.window), eb.not(hasInHand(eb, at.window))]),
    atWindow(at),
    at,
  );
  if (back) return moved(back);

  const there = await ticketBy(act.db, 'id', id);
  if (!there) return refused('no-such-ticket');
  if (there.state !== 'held') return refused('not-held');
  return refused(there.window_number === at.window ? 'ticket-in-hand' : 'held-elsewhere');
}

/** 转号: the ticket waits elsewhere, before ordinary ones, with the turn it always had. */
export async function transfer(
  act: Act,
  id: TicketId,
  to: Parameters<Board['transfer']>[1],
  reason: string,
  by: string,
): Promise<Moved<'no-such-ticket' | 'cannot-move-now'>> {
  const there = await ticketBy(act.db, 'id', id);
  if (!there) return refused('no-such-ticket');
  const sent = await moveTicket(
    act,
    'transfer',
    (eb) => eb.and([eb('id', '=', id)]),
    {
      ...waitingAgain,
      queue: to.queue ?? there.queue,
      window_number: to.window,
      place_reason: placeReasonWhenTransferred(PlaceReason.parse(there.place_reason)),
      reason,
    },
    { window: to.window, clerk: by, reason },
  );
  return sent ? moved(sent) : refused('cannot-move-now');
}

export async function finish(act: Act, at: At): Promise<Moved<'no-ticket-in-hand' | 'not-serving'>> {
  const done = await moveTicket(
    act,
    'finish',
    (eb) => eb.and([eb('window_number', '=', at.window)]),
    { clerk: at.clerk, ended_at_ms: act.atMs },
    at,
  );
  return done ? moved(done) : notServing(act, at);
}

export async function cancel(
  act: Act,
  id: TicketId,
  reason: string,
  by: string,
): Promise<Moved<'no-such-ticket' | 'not-waiting'>> {
  const ended = await moveTicket(
    act,
    'cancel',
    (eb) => eb.and([eb('id', '=', id)]),
    { reason, ended_at_ms: act.atMs },
    { window: null, clerk: by, reason },
  );
  if (ended) return moved(ended);
  return refused((await ticketBy(act.db, 'id', id)) ? 'not-waiting' : 'no-such-ticket');
}

async function notServing(act: Act, at: At) {
  return refused((await ticketInHand(act.db, at.window)) ? 'not-serving' : 'no-ticket-in-hand');
}
