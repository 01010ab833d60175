import type { Ticket, TicketId } from '#contract/shapes/ticket.ts';
import { ordinaryIsDue, placeOfReturned } from '#rules/queue/next-ticket.ts';
import { PLACE_REASON_WHEN_RETURNED } from '#rules/queue/place-reason.ts';
import type { At, Moved } from './board.ts';
import {
  type Act,
  claimNext,
  hasInHand,
  moveTicket,
  nextTurn,
  priorityRun,
  servedAt,
  ticketBy,
  ticketByCall,
  ticketInHand,
  waitingIn,
  writeMove,
} from './board-queries.ts';
import { placeOf, ticketOf, type TicketRow } from './hall-tables.ts';

/** Calls whoever is next at this window. */
export async function callNext(
  act: Act,
  at: At,
  callId: string,
): Promise<Moved<'nobody-waiting' | 'ticket-in-hand'>> {
  const before = await ticketByCall(act.db, callId);
  if (before) return moved(before);

  const run = await priorityRun(act, at.window);
  const claimed = await claimNext(act, at, ordinaryIsDue(run, act.rules));
  if (claimed) {
    await writeMove(act, 'call', 'waiting', claimed, { ...at, callId });
    return moved(claimed);
  }
  return refused((await ticketInHand(act.db, at.window)) ? 'ticket-in-hand' : 'nobody-waiting');
}

/** Calls one ticket out of turn; the reason is kept with the call. */
export async function call(
  act: Act,
  at: At,
  id: TicketId,
  reason: string,
  callId: string,
): Promise<Moved<'no-such-ticket' | 'ticket-in-hand' | 'not-waiting' | 'not-served-here'>> {
  const before = await ticketByCall(act.db, callId);
  if (before) return moved(before);

  const claimed = await moveTicket(
    act,
    'call',
    (eb) => eb.and([eb('id', '=', id), servedAt(eb, act.rules, at.window), eb.not(hasInHand(eb, at.window))]),
    { ...atWindow(at), called_at_ms: act.atMs, call_count: 1, reason },
    { ...at, reason, callId },
  );
  if (claimed) return moved(claimed);

  const there = await ticketBy(act.db, 'id', id);
  if (!there) return refused('no-such-ticket');
  if (await ticketInHand(act.db, at.window)) return refused('ticket-in-hand');
  return refused(there.state === 'waiting' ? 'not-served-here' : 'not-waiting');
}

/** Calls the ticket in hand once more. The first time of calling stands. */
export async function recall(act: Act, at: At): Promise<Moved<'no-ticket-in-hand' | 'already-arrived'>> {
  const inHand = await ticketInHand(act.db, at.window);
  if (!inHand) return refused('no-ticket-in-hand');
  const again = await moveTicket(
    act,
    'recall',
    (eb) => eb.and([eb('id', '=', inHand.id), eb('window_number', '=', at.window)]),
    { clerk: at.clerk, call_count: inHand.call_count + 1 },
    at,
  );
  return again ? moved(again) : refused('already-arrived');
}

export async function arrive(act: Act, at: At): Promise<Moved<'no-ticket-in-hand' | 'already-arrived'>> {
  const arrived = await moveTicket(
    act,
    'arrive',
    (eb) => eb.and([eb('window_number', '=', at.window)]),
    { clerk: at.clerk, arrived_at_ms: act.atMs },
    at,
  );
  if (arrived) return moved(arrived);
  return refused((await ticketInHand(act.db, at.window)) ? 'already-arrived' : 'no-ticket-in-hand');
}

/** The citizen did not come. Only after the hall's number of further calls. */
export async function pass(
  act: Act,
  at: At,
  reason: string,
): Promise<Moved<'no-ticket-in-hand' | 'already-arrived' | 'call-again-first'>> {
  const passed = await moveTicket(
    act,
    'pass',
    (eb) => eb.and([eb('window_number', '=', at.window), eb('call_count', '>', act.rules.recallsBeforePass)]),
    { clerk: at.clerk, reason },
    { ...at, reason },
  );
  if (passed) return moved(passed);
  const inHand = await ticketInHand(act.db, at.window);
  if (!inHand) return refused('no-ticket-in-hand');
  return refused(inHand.state === 'called' ? 'call-again-first' : 'already-arrived');
}

/** A passed citizen is back: once, the same day, behind the next few of the queue. */
export async function requeue(
  act: Act,
  id: TicketId,
  by: string | null,
): Promise<Moved<'no-such-ticket' | 'not-passed' | 'already-returned-once' | 'not-today'>> {
  const there = await ticketBy(act.db, 'id', id);
  if (!there) return refused('no-such-ticket');
  if (there.day !== act.day) return refused('not-today');
  if (there.state !== ('passed' satisfies Ticket['state'])) return refused('not-passed');
  if (there.returned_once === 1) return refused('already-returned-once');

  const newTurn = await nextTurn(act);
  const waiting = await waitingIn(act, ticketOf(there).queue);
  const place = placeOfReturned(waiting.map(placeOf), newTurn);
  const back = await moveTicket(
    act,
    'requeue',
    (eb) => eb.and([eb('id', '=', id), eb('returned_once', '=', 0), eb('day', '=', act.day)]),
    {
      ...waitingAgain,
      window_number: null,
      place_reason: PLACE_REASON_WHEN_RETURNED,
      turn: place.turn,
      returned_turn: place.returnedTurn,
      returned_once: 1,
    },
    { window: null, clerk: by },
  );
  return back ? moved(back) : refused('not-passed');
}

/** A ticket back in the queue starts its call anew; what happened before stays in the journal. */
export const waitingAgain = { clerk: null, called_at_ms: null, arrived_at_ms: null, call_count: 0 } as const;

export const atWindow = (at: At) => ({ window_number: at.window, clerk: at.clerk });

export const moved = (row: TicketRow) => ({ ok: true, ticket: ticketOf(row) }) as const;

export const refused = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const;
