import { describe, expect, it } from 'vitest';
import { type Ticket, TicketState } from '#contract/shapes/ticket.ts';
import type { Board } from '#desk/hall/board.ts';
import { mayMove, stateAfter, type TicketEvent } from '#rules/queue/ticket-moves.ts';
import { A, anId, at, DAY_MS, type HallClock, P, sure, takes, unknownTicket } from './hall-under-test.ts';
import type { InHall } from './in-hall.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: string };

/** Brings a new ticket of window 1 into a state, by moves a hall makes. */
const REACH: Record<TicketState, (board: Board, clock: HallClock) => Promise<Ticket>> = {
  waiting: (board) => takes(board),
  called: async (board) => {
    await takes(board);
    return sure(await board.callNext(at(1), anId())).ticket;
  },
  serving: async (board, clock) => {
    await REACH.called(board, clock);
    return sure(await board.arrive(at(1))).ticket;
  },
  held: async (board, clock) => {
    await REACH.serving(board, clock);
    return sure(await board.hold(at(1), 'copies a page')).ticket;
  },
  passed: async (board, clock) => {
    await REACH.called(board, clock);
    return sure(await board.pass(at(1), 'did not come')).ticket;
  },
  done: async (board, clock) => {
    await REACH.serving(board, clock);
    return sure(await board.finish(at(1))).ticket;
  },
  cancelled: async (board) => {
    const ticket = await takes(board);
    return sure(await board.cancel(ticket.id, 'went home', '0301')).ticket;
  },
  expired: async (board, clock) => {
    const ticket = await takes(board);
    clock.nowMs += DAY_MS;
    await board.endOfDay();
    return { ...ticket, state: 'expired' };
  },
};

type Asked = (board: Board, ticket: Ticket, clock: HallClock) => Promise<Answer>;
const ASK: Record<Exclude<TicketEvent, 'take'>, Asked> = {
  call: (board, ticket) => board.call(at(2), ticket.id, 'asked for by name', anId()),
  recall: (board) => board.recall(at(1)),
  arrive: (board) => board.arrive(at(1)),
  pass: (board) => board.pass(at(1), 'did not come'),
  requeue: (board, ticket) => board.requeue(ticket.id),
  hold: (board) => board.hold(at(1), 'copies a page'),
  resume: (board, ticket) => board.resume(at(1), ticket.id),
  transfer: (board, ticket) => board.transfer(ticket.id, { queue: A, window: null }, 'wrong queue', '0001'),
  finish: (board) => board.finish(at(1)),
  cancel: (board, ticket) => board.cancel(ticket.id, 'went home', '0301'),
  'day-end': async (board, _ticket, clock) => {
    clock.nowMs += DAY_MS;
    return (await board.endOfDay()) > 0 ? { ok: true } : { ok: false, refusal: 'nothing-to-end' };
  },
};

/** Said when the ticket is in that state; `other` for every state not named. */
const REFUSED: Record<keyof typeof ASK, Partial<Record<TicketState | 'other', string>>> = {
  call: { other: 'not-waiting' },
  recall: { serving: 'already-arrived', other: 'no-ticket-in-hand' },
  arrive: { serving: 'already-arrived', other: 'no-ticket-in-hand' },
  pass: { serving: 'already-arrived', other: 'no-ticket-in-hand' },
  requeue: { expired: 'not-today', other: 'not-passed' },
  hold: { called: 'not-serving', other: 'no-ticket-in-hand' },
  resume: { other: 'not-held' },
  transfer: { other: 'cannot-move-now' },
  finish: { called: 'not-serving', other: 'no-ticket-in-hand' },
  cancel: { other: 'not-waiting' },
  'day-end': { other: 'nothing-to-end' },
};

const events = Object.keys(ASK).filter((event): event is keyof typeof ASK => event in ASK);
const cells = TicketState.options.flatMap((state) => events.map((event) => [state, event] as const));

export function describeMoving(inHall: InHall): void {
  describe('moving a ticket', () => {
    it.each(cells)('a ticket that is %s answers to %s as the table of moves says', (state, event) =>
      inHall(
        async ({ board, db }, clock) => {
          const before = await REACH[state](board, clock);
          const written = await db.selectFrom('move').selectAll().execute();

          const answer = await ASK[event](board, before, clock);

          const after = await board.ticket(before.id);
          const since = await db.selectFrom('move').selectAll().where('seq', '>', written.length).execute();
          const refusal = REFUSED[event][state] ?? REFUSED[event].other;
          const step = { event, from_state: state, to_state: stateAfter(event), at_ms: clock.nowMs };
          const expected = mayMove(state, event)
            ? { answer: { ok: true }, state: stateAfter(event), journal: [step] }
            : { answer: { ok: false, refusal }, state, journal: [] };
          expect({ answer, state: after?.state, journal: since }).toMatchObject(expected);
          expect(since).toHaveLength(expected.journal.length);
        },
        { recallsBeforePass: 0 },
      ),
    );

    it('knows no ticket that was never taken', () =>
      inHall(async ({ board }) => {
        const none = { ok: false, refusal: 'no-such-ticket' };
        expect(await board.call(at(1), unknownTicket, 'asked for', anId())).toEqual(none);
        expect(await board.requeue(unknownTicket)).toEqual(none);
        expect(await board.resume(at(1), unknownTicket)).toEqual(none);
        expect(await board.transfer(unknownTicket, { queue: A, window: null }, 'why', '0001')).toEqual(none);
        expect(await board.cancel(unknownTicket, 'why', '0001')).toEqual(none);
        expect(await board.ticket(unknownTicket)).toBeNull();
      }));

    it('has one ticket in hand at a window, called or served', () =>
      inHall(async ({ board }, clock) => {
        const held = await REACH.held(board, clock);
        const waiting = await takes(board);
        await takes(board);
        sure(await board.callNext(at(1), anId()));
        const full = { ok: false, refusal: 'ticket-in-hand' };
        for (const step of ['called', 'serving']) {
          if (step === 'serving') sure(await board.arrive(at(1)));
          expect(await board.callNext(at(1), anId())).toEqual(full);
          expect(await board.call(at(1), waiting.id, 'asked for', anId())).toMatchObject({ ok: false });
          expect(await board.resume(at(1), held.id)).toEqual(full);
          expect(await board.walkIn(at(1), P, anId())).toEqual(full);
        }
      }));

    it('calls nobody when nobody it serves waits', () =>
      inHall(async ({ board }) => {
        const ticket = await takes(board);
        expect(await board.callNext(at(3), anId())).toEqual({ ok: false, refusal: 'nobody-waiting' });
        expect(await board.call(at(3), ticket.id, 'asked for', anId())).toEqual({
          ok: false,
          refusal: 'not-served-here',
        });
        expect(await board.callNext(at(9), anId())).toEqual({ ok: false, refusal: 'nobody-waiting' });
      }));

    it('gives the ticket of the first time when a call is repeated, wherever the ticket is now', () =>
      inHall(async ({ board, db }) => {
        const [callId, otherId] = [anId(), anId()];
        await takes(board);
        const other = await takes(board);
        const first = sure(await board.callNext(at(1), callId)).ticket;
        expect(sure(await board.callNext(at(1), callId)).ticket).toEqual(first);
        sure(await board.arrive(at(1)));
        sure(await board.finish(at(1)));
        expect(sure(await board.callNext(at(1), callId)).ticket).toMatchObject({
          id: first.id,
          state: 'done',
        });
        sure(await board.call(at(1), other.id, 'asked for', otherId));
        expect(sure(await board.call(at(1), other.id, 'asked for', otherId)).ticket.callCount).toBe(1);
        const calls = await db.selectFrom('move').select('seq').where('event', '=', 'call').execute();
        expect(calls).toHaveLength(2);
      }));

    it('passes only after calling again as often as the hall says', () =>
      inHall(async ({ board }, clock) => {
        const called = await REACH.called(board, clock);
        expect(await board.pass(at(1), 'did not come')).toEqual({ ok: false, refusal: 'call-again-first' });
        clock.nowMs += 60_000;
        const again = sure(await board.recall(at(1))).ticket;
        expect(again).toMatchObject({ callCount: 2, calledAtMs: called.calledAtMs });
        expect(sure(await board.pass(at(1), 'did not come')).ticket.reason).toBe('did not come');
      }));

    it('takes a passed citizen back once, behind the next three, and starts counting calls anew', () =>
      inHall(async ({ board }) => {
        for (let nth = 0; nth < 6; nth += 1) await takes(board);
        const late = sure(await board.callNext(at(1), anId())).ticket;
        sure(await board.recall(at(1)));
        sure(await board.pass(at(1), 'did not come'));
        const back = sure(await board.requeue(late.id, '0301')).ticket;
        expect(back).toMatchObject({ state: 'waiting', returnedOnce: true, callCount: 0, window: null });
        const { waiting } = await board.view(at(1).window);
        expect(waiting.map((line) => line.ticket.number)).toEqual([
          'P002',
          'P003',
          'P004',
          'P001',
          'P005',
          'P006',
        ]);
        expect(waiting[3]?.placeReason).toBe('returned');

        sure(await board.call(at(1), late.id, 'is here now', anId()));
        expect(await board.pass(at(1), 'gone again')).toEqual({ ok: false, refusal: 'call-again-first' });
        sure(await board.recall(at(1)));
        sure(await board.pass(at(1), 'gone again'));
        expect(await board.requeue(late.id)).toEqual({ ok: false, refusal: 'already-returned-once' });
      }));

    it('resumes a held ticket at its own window only', () =>
      inHall(async ({ board }, clock) => {
        const held = await REACH.held(board, clock);
        expect(await board.resume(at(2), held.id)).toEqual({ ok: false, refusal: 'held-elsewhere' });
        expect(held).toMatchObject({ window: 1, clerk: '0301', reason: 'copies a page' });
        expect(sure(await board.resume(at(1, '0399'), held.id)).ticket).toMatchObject({
          state: 'serving',
          clerk: '0399',
        });
      }));

    it('transfers to a queue before its ordinary tickets, with the time and the number it was taken with', () =>
      inHall(async ({ board }, clock) => {
        const serving = await REACH.serving(board, clock);
        await takes(board, { queue: A });
        clock.nowMs += 60_000;
        const sent = sure(
          await board.transfer(serving.id, { queue: A, window: null }, 'wrong queue', '0001'),
        );
        expect(sent.ticket).toMatchObject({
          number: serving.number,
          queue: A,
          takenAtMs: serving.takenAtMs,
          window: null,
          reason: 'wrong queue',
        });
        const { waiting } = await board.view(at(3).window);
        expect(waiting.map((line) => [line.ticket.number, line.placeReason])).toEqual([
          ['P001', 'transferred'],
          ['A001', 'first-come'],
        ]);
        expect((await takes(board)).number).toBe('P002');
      }));

    it('shows a ticket sent to one window to that window only, whatever it serves', () =>
      inHall(async ({ board }) => {
        const ticket = await takes(board);
        sure(
          await board.transfer(ticket.id, { queue: null, window: at(3).window }, 'knows the case', '0001'),
        );
        expect((await board.view(at(1).window)).waiting).toEqual([]);
        expect(await board.callNext(at(1), anId())).toEqual({ ok: false, refusal: 'nobody-waiting' });
        expect(sure(await board.callNext(at(3), anId())).ticket.id).toBe(ticket.id);
      }));

    it('keeps the written reason of a call out of turn with the call', () =>
      inHall(async ({ board, db }) => {
        await takes(board);
        const later = await takes(board);
        sure(await board.call(at(1), later.id, 'came from the help desk', anId()));
        const call = await db
          .selectFrom('move')
          .selectAll()
          .where('event', '=', 'call')
          .executeTakeFirstOrThrow();
        expect(call).toMatchObject({ reason: 'came from the help desk', clerk: '0301', window_number: 1 });
      }));
  });
}
