import { CallLine, QueueCode, type BoardView, type WindowNumber } from '#contract/shapes/ticket.ts';
import { callingOrder } from '#rules/queue/next-ticket.ts';
import type { Board } from './board.ts';
import { type Act, priorityRun, ticketInHand, waitingAt } from './board-queries.ts';
import { placeOf, ticketOf } from './hall-tables.ts';

const LAST_CALLS = 12;

/** The queue as one window sees it: the waiting in the order it will call them, each with its reason. */
export async function view(act: Act, window: WindowNumber): Promise<BoardView> {
  const { db, rules, day, atMs } = act;
  const served = rules.windows.get(window) ?? [];
  const [inHand, waiting, run] = [
    await ticketInHand(db, window),
    await waitingAt(act, window),
    await priorityRun(act, window),
  ];
  const held = await db
    .selectFrom('ticket')
    .selectAll()
    .where('state', '=', 'held')
    .where('window_number', '=', window)
    .orderBy('arrived_at_ms')
    .execute();
  const passed = await db
    .selectFrom('ticket')
    .selectAll()
    .where('state', '=', 'passed')
    .where((eb) =>
      served.length === 0
        ? eb('window_number', '=', window)
        : eb.or([eb('window_number', '=', window), eb('queue', 'in', served)]),
    )
    .orderBy('turn')
    .execute();
  const done = await db
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('tickets'))
    .where('state', '=', 'done')
    .where('window_number', '=', window)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();

  return {
    window,
    inHand: inHand ? ticketOf(inHand) : null,
    waiting: callingOrder(waiting.map(placeOf), run, rules).map((place) => ({
      ticket: ticketOf(place.row),
      placeReason: place.placeReason,
      // A clock set back must not show a wait that has not begun.
      waitedMs: Math.max(0, atMs - place.row.taken_at_ms),
    })),
    held: held.map(ticketOf),
    passed: passed.map(ticketOf),
    served: [...served],
    doneToday: done.tickets,
    readAtMs: atMs,
  };
}

/**
 * What the whole hall may read: the last calls with their windows, how many wait. Never an item or a name.
 *
 * A ticket called again stands first again, with the time of that call; one that waits again is not shown.
 */
export async function display({ db, day, atMs, rules }: Act): ReturnType<Board['display']> {
  const calls = await db
    .selectFrom('move')
    .innerJoin('ticket', 'ticket.id', 'move.ticket_id')
    .select(['ticket.number', 'move.window_number as window', 'move.at_ms as calledAtMs', 'ticket.state'])
    .where('move.seq', 'in', (eb) =>
      eb
        .selectFrom('move as latest')
        .select((last) => last.fn.max('latest.seq').as('seq'))
        .where('latest.day', '=', day)
        .where('latest.event', 'in', ['call', 'recall'])
        .groupBy('latest.ticket_id'),
    )
    .where('ticket.state', 'in', ['called', 'serving', 'held', 'passed', 'done'])
    .orderBy('move.seq', 'desc')
    .limit(LAST_CALLS)
    .execute();
  const counted = await db
    .selectFrom('ticket')
    .select((eb) => ['queue', eb.fn.countAll<number>().as('tickets')] as const)
    .where('state', '=', 'waiting')
    .groupBy('queue')
    .execute();
  const waiting = new Map(rules.queues.map((queue) => [queue, 0]));
  for (const row of counted) waiting.set(QueueCode.parse(row.queue), row.tickets);

  return { calls: calls.map((line) => CallLine.parse(line)), waiting, readAtMs: atMs };
}
