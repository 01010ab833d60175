import { describe, expect, it } from 'vitest';
import { anId, at, DAY_MS, HOUR_MS, P, sure, takes, wish } from './hall-under-test.ts';
import type { InHall } from './in-hall.ts';

const MIDNIGHT_MS = Date.parse('2026-11-25T00:00:00+08:00');

export function describeDays(inHall: InHall): void {
  describe('the business day', () => {
    it('ends at midnight in the hall, not in Greenwich, at the first act after it', () =>
      inHall(async ({ board }, clock) => {
        clock.nowMs = MIDNIGHT_MS - 8 * HOUR_MS - 1;
        const early = await takes(board);
        clock.nowMs = MIDNIGHT_MS - 1;
        const late = await takes(board);
        expect([early.number, late.number]).toEqual(['P001', 'P002']);

        clock.nowMs = MIDNIGHT_MS;
        expect(await takes(board)).toMatchObject({ number: 'P001', day: '2026-11-25' });
        expect((await board.ticket(late.id))?.state).toBe('expired');
        expect((await board.ticketByNumber('P001'))?.id).not.toBe(early.id);
        expect(await board.ticketByNumber('P002')).toBeNull();
      }));

    it('ends waiting, called, held and passed tickets, and lets who is served be served', () =>
      inHall(
        async ({ board }, clock) => {
          const waiting = await takes(board);
          const tickets = [waiting];
          for (const window of [1, 2, 4]) {
            await takes(board);
            tickets.push(sure(await board.callNext(at(window), anId())).ticket);
          }
          sure(await board.arrive(at(1)));
          sure(await board.hold(at(1), 'copies a page'));
          sure(await board.pass(at(2), 'did not come'));
          sure(await board.walkIn(at(1), P, anId()));
          const serving = await board.inHand(at(1).window);

          clock.nowMs += DAY_MS;
          expect(await board.endOfDay()).toBe(4);
          expect(await board.endOfDay()).toBe(0);

          expect(await board.inHand(at(4).window)).toBeNull();
          const view = await board.view(at(1).window);
          expect(view).toMatchObject({ waiting: [], held: [], passed: [], doneToday: 0, inHand: serving });
          sure(await board.finish(at(1)));
          expect((await board.view(at(1).window)).doneToday).toBe(0);
        },
        { recallsBeforePass: 0 },
      ));

    it('erases every key of a person when it ends', () =>
      inHall(async ({ board, db }, clock) => {
        await takes(board, { personKey: 'k1' });
        await takes(board, { personKey: 'k2' });
        sure(await board.callNext(at(1), anId()));
        sure(await board.arrive(at(1)));
        const keys = () => db.selectFrom('ticket').select('id').where('person_key', 'is not', null).execute();
        expect(await keys()).toHaveLength(2);
        clock.nowMs += DAY_MS;
        await board.endOfDay();
        expect(await keys()).toEqual([]);
        expect((await board.take(wish({ personKey: 'k1' }))).ok).toBe(true);
      }));

    it('goes on counting when the clock is set back, and keeps the queue', () =>
      inHall(async ({ board }, clock) => {
        const first = await takes(board);
        const rightMs = clock.nowMs;
        clock.nowMs = Date.parse('2020-01-01T00:00:10+08:00');
        const second = await takes(board);
        expect(second).toMatchObject({ number: 'P002', day: '2026-11-24' });
        expect((await board.view(at(1).window)).waiting).toMatchObject([
          { ticket: { id: first.id }, waitedMs: 0 },
          { ticket: { id: second.id }, waitedMs: 0 },
        ]);

        clock.nowMs = rightMs + HOUR_MS;
        expect((await takes(board)).number).toBe('P003');
        expect(await board.endOfDay()).toBe(0);
        expect(sure(await board.callNext(at(1), anId())).ticket.id).toBe(first.id);
      }));

    it('gives no number twice on any day, however the clock jumps', () =>
      inHall(async ({ board }, clock) => {
        const startMs = clock.nowMs;
        const given: string[] = [];
        for (const days of [0, -1, 0, 40, -300, 0, 0.7, 1, 0, 41, 40, 39.4, 39.7, 1, 2]) {
          clock.nowMs = startMs + days * DAY_MS;
          const ticket = await takes(board);
          given.push(`${ticket.day} ${ticket.number}`);
        }
        expect(new Set(given).size).toBe(given.length);
      }));

    it('finds a passed ticket of yesterday too late', () =>
      inHall(async ({ board }, clock) => {
        await takes(board);
        const { ticket } = sure(await board.callNext(at(1), anId()));
        sure(await board.recall(at(1)));
        sure(await board.pass(at(1), 'did not come'));
        clock.nowMs += DAY_MS;
        expect(await board.requeue(ticket.id)).toEqual({ ok: false, refusal: 'not-today' });
      }));
  });
}
