import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import type { Day } from '#contract/shapes/day.ts';
import type { QueueCode, TicketState, WindowNumber } from '#contract/shapes/ticket.ts';
import { SERIALS_A_DAY } from '#rules/queue/ticket-number.ts';
import { stateAfter, statesBefore, type TicketEvent } from '#rules/queue/ticket-moves.ts';
import type { Engine } from './engine.ts';
import type { HallRules } from './hall-rules.ts';
import type { HallTables, TicketRow } from './hall-tables.ts';

/** One transaction of the board: one moment, one business day. */
export interface Act {
  readonly db: Transaction<HallTables>;
  readonly engine: Engine;
  readonly rules: HallRules;
  readonly atMs: number;
  readonly day: Day;
  readonly newId: () => string;
}

/** Who moves a ticket, from where and why. Goes into the journal as it is. */
export interface Note {
  readonly window: WindowNumber | null;
  readonly clerk: string | null;
  readonly reason?: string | undefined;
  readonly callId?: string | undefined;
}

type OfTicket = ExpressionBuilder<HallTables, 'ticket'>;
type Which = (eb: OfTicket) => ReturnType<OfTicket['and']>;
type Changes = Partial<Omit<TicketRow, 'id' | 'state' | 'take_id'>>;

const IN_HAND = ['called', 'serving'] as const satisfies readonly TicketState[];

export const ticketBy = (
  db: Kysely<HallTables>,
  key: 'id' | 'take_id',
  value: string,
): Promise<TicketRow | undefined> =>
  db.selectFrom('ticket').selectAll().where(key, '=', value).executeTakeFirst();

/** The ticket an earlier call with this id won, wherever it is now. */
export const ticketByCall = (db: Kysely<HallTables>, callId: string): Promise<TicketRow | undefined> =>
  db
    .selectFrom('ticket')
    .innerJoin('move', 'move.ticket_id', 'ticket.id')
    .selectAll('ticket')
    .where('move.call_id', '=', callId)
    .executeTakeFirst();

export const ticketByNumber = (
  db: Kysely<HallTables>,
  number: string,
  day: Day,
): Promise<TicketRow | undefined> =>
  db.selectFrom('ticket').selectAll().where('day', '=', day).where('number', '=', number).executeTakeFirst();

export const ticketInHand = (db: Kysely<HallTables>, window: WindowNumber): Promise<TicketRow | undefined> =>
  db
    .selectFrom('ticket')
    .selectAll()
    .where('window_number', '=', window)
    .where('state', 'in', IN_HAND)
    .executeTakeFirst();

/** Tickets this window may call: sent to it, or in a queue it serves and sent nowhere else. */
export const waitingAt = (act: Act, window: WindowNumber): Promise<TicketRow[]> =>
  act.db
    .selectFrom('ticket')
    .selectAll()
    .where('state', '=', 'waiting')
    .where((eb) => servedAt(eb, act.rules, window))
    .execute();

export const waitingIn = (act: Act, queue: QueueCode): Promise<TicketRow[]> =>
  act.db.selectFrom('ticket').selectAll().where('state', '=', 'waiting').where('queue', '=', queue).execute();

export const waitingOfPerson = (act: Act, personKey: string): Promise<TicketRow | undefined> =>
  act.db
    .selectFrom('ticket')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('day', '=', act.day)
    .where('person_key', '=', personKey)
    .orderBy('taken_at_ms')
    .executeTakeFirst();

/**
 * The row of a queue's numbers, locked: until this transaction ends nobody else takes a number in this queue.
 */
export async function lockNumbers({ db, day }: Act, queue: QueueCode): Promise<void> {
  await db
    .insertInto('number_counter')
    .values({ day, queue, last: 0 })
    .onConflict((c) =>
      c.columns(['day', 'queue']).doUpdateSet((eb) => ({ last: eb.ref('number_counter.last') })),
    )
    .execute();
}

/** The next serial of a queue, or null when the day's three digits are used up. */
export async function nextSerial({ db, day }: Act, queue: QueueCode): Promise<number | null> {
  const counted = await db
    .updateTable('number_counter')
    .set((eb) => ({ last: eb('last', '+', 1) }))
    .where('day', '=', day)
    .where('queue', '=', queue)
    .where('last', '<', SERIALS_A_DAY)
    .returning('last')
    .executeTakeFirst();
  return counted?.last ?? null;
}

/** A turn nobody in the hall has had. */
export async function nextTurn({ db }: Act): Promise<number> {
  const counted = await db
    .updateTable('board_clock')
    .set((eb) => ({ last_turn: eb('last_turn', '+', 1) }))
    .where('id', '=', 1)
    .returning('last_turn')
    .executeTakeFirstOrThrow();
  return counted.last_turn;
}

export async function insertTicket(act: Act, ticket: TicketRow): Promise<TicketRow> {
  return act.db.insertInto('ticket').values(ticket).returningAll().executeTakeFirstOrThrow();
}

/**
 * Claims the ticket a window calls next, in one statement: chosen, still waiting and nothing in hand, or nothing.
 *
 * The order is that of `callingOrder` in rules/queue/next-ticket.ts; a test holds the two together.
 *
 * @param ordinaryFirst priority tickets have had their run, so another goes first if one waits
 */
export function claimNext(
  act: Act,
  at: { readonly window: WindowNumber; readonly clerk: string },
  ordinaryFirst: boolean,
): Promise<TicketRow | undefined> {
  return act.db
    .updateTable('ticket')
    .set(calledBy(act, at))
    .where('state', '=', 'waiting')
    .where((eb) => eb.not(hasInHand(eb, at.window)))
    .where('id', '=', (eb) =>
      act.engine.claiming(
        eb
          .selectFrom('ticket')
          .select('ticket.id')
          .where('state', '=', 'waiting')
          .where((choice) => servedAt(choice, act.rules, at.window))
          .orderBy(
            (order) => order.case().when('place_reason', '=', 'priority').then(1).else(0).end(),
            ordinaryFirst ? 'asc' : 'desc',
          )
          .orderBy(
            (order) => order.case().when('place_reason', '=', 'transferred').then(1).else(0).end(),
            'desc',
          )
          .orderBy('turn')
          .orderBy('returned_turn')
          .limit(1),
      ),
    )
    .returningAll()
    .executeTakeFirst();
}

const calledBy = (act: Act, at: { readonly window: WindowNumber; readonly clerk: string }) => ({
  state: stateAfter('call'),
  window_number: at.window,
  clerk: at.clerk,
  called_at_ms: act.atMs,
  call_count: 1,
});

/**
 * Moves a ticket and writes it into the journal, or does neither.
 *
 * One statement for each state the table of moves allows: the state is named in it, so whoever is second
 * changes nothing.
 */
export async function moveTicket(
  act: Act,
  event: TicketEvent,
  which: Which,
  changes: Changes,
  note: Note,
): Promise<TicketRow | null> {
  for (const from of statesBefore(event)) {
    const moved = await act.db
      .updateTable('ticket')
      .set({ ...changes, state: stateAfter(event) })
      .where('state', '=', from)
      .where(which)
      .returningAll()
      .executeTakeFirst();
    if (!moved) continue;
    await writeMove(act, event, from, moved, note);
    return moved;
  }
  return null;
}

export async function writeMove(
  act: Act,
  event: TicketEvent,
  from: TicketState | null,
  ticket: Pick<TicketRow, 'id' | 'place_reason'>,
  note: Note,
  stood: 'in-queue' | 'walked-in' = 'in-queue',
): Promise<void> {
  await act.db
    .insertInto('move')
    .values({
      ticket_id: ticket.id,
      day: act.day,
      event,
      from_state: from,
      to_state: stateAfter(event),
      window_number: note.window,
      clerk: note.clerk,
      reason: note.reason ?? null,
      place_reason: stood === 'in-queue' ? ticket.place_reason : null,
      call_id: note.callId ?? null,
      at_ms: act.atMs,
    })
    .execute();
}

/** Priority tickets this window called today since its last other call. Walk-ins do not count. */
export async function priorityRun(act: Act, window: WindowNumber): Promise<number> {
  const calls = await act.db
    .selectFrom('move')
    .select('place_reason')
    .where('day', '=', act.day)
    .where('event', '=', 'call')
    .where('window_number', '=', window)
    .where('place_reason', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(act.rules.priorityInARow)
    .execute();
  const firstOther = calls.findIndex((call) => call.place_reason !== 'priority');
  return firstOther === -1 ? calls.length : firstOther;
}

export const hasInHand = (eb: OfTicket, window: WindowNumber) =>
  eb.exists(
    eb
      .selectFrom('ticket as mine')
      .select('mine.id')
      .where('mine.window_number', '=', window)
      .where('mine.state', 'in', IN_HAND),
  );

export const servedAt = (eb: OfTicket, rules: HallRules, window: WindowNumber) => {
  const sentHere = eb('window_number', '=', window);
  const served = rules.windows.get(window) ?? [];
  return served.length === 0
    ? eb.and([sentHere])
    : eb.or([sentHere, eb.and([eb('window_number', 'is', null), eb('queue', 'in', served)])]);
};
