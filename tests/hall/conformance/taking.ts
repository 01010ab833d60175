import { describe, expect, it } from 'vitest';
import { A, anId, at, P, queue, sure, takes, wish } from './hall-under-test.ts';
import type { InHall } from './in-hall.ts';

export function describeTaking(inHall: InHall): void {
  describe('taking a number', () => {
    it('gives each queue its own numbers, priority with a V and from the same serial', () =>
      inHall(async ({ board }) => {
        expect((await takes(board)).number).toBe('P001');
        expect((await takes(board, { queue: A })).number).toBe('A001');
        expect((await takes(board, { priority: 'pregnant' })).number).toBe('VP002');
        expect((await takes(board)).number).toBe('P003');
      }));

    it('says how many will be called before', () =>
      inHall(async ({ board }) => {
        expect(sure(await board.take(wish())).ahead).toBe(0);
        expect(sure(await board.take(wish())).ahead).toBe(1);
        expect(sure(await board.take(wish({ queue: A }))).ahead).toBe(0);
        expect(sure(await board.take(wish({ priority: 'elderly' }))).ahead).toBe(0);
        expect(sure(await board.take(wish())).ahead).toBe(3);
      }));

    it('gives the same ticket when asked again with the same id, however often at once', () =>
      inHall(async ({ board, db }) => {
        const once = wish({ personKey: 'k1' });
        const answers = await Promise.all(Array.from({ length: 20 }, () => board.take(once)));
        expect(new Set(answers.map((answer) => sure(answer).ticket.id)).size).toBe(1);
        expect(await db.selectFrom('ticket').select('id').execute()).toHaveLength(1);
        expect((await takes(board)).number).toBe('P002');
      }));

    it('refuses a person who already waits in this queue, and not in another or afterwards', () =>
      inHall(async ({ board }) => {
        const first = await takes(board, { personKey: 'k1' });
        expect(await board.take(wish({ personKey: 'k1' }))).toEqual({
          ok: false,
          refusal: 'already-waiting',
        });
        expect((await board.take(wish({ personKey: 'k1', queue: A }))).ok).toBe(true);
        expect((await board.take(wish({ personKey: 'k2' }))).ok).toBe(true);
        sure(await board.call(at(1), first.id, 'first today', anId()));
        expect((await board.take(wish({ personKey: 'k1' }))).ok).toBe(true);
      }));

    it('takes no number away for a refused person', () =>
      inHall(async ({ board }) => {
        await takes(board, { personKey: 'k1' });
        await board.take(wish({ personKey: 'k1' }));
        expect((await takes(board)).number).toBe('P002');
      }));

    it('lets one person in once, however many kiosks are asked at once', () =>
      inHall(async ({ board }) => {
        const answers = await Promise.all(
          Array.from({ length: 12 }, () => board.take(wish({ personKey: 'k1' }))),
        );
        expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      }));

    it('gives 200 people at once 200 numbers without gap or double', () =>
      inHall(async ({ board }) => {
        const tickets = await Promise.all(
          Array.from({ length: 200 }, (_, nth) => takes(board, { queue: nth % 4 === 0 ? A : P })),
        );
        const numbers = tickets.map((ticket) => ticket.number).toSorted();
        const expected = [
          ...Array.from({ length: 50 }, (_, nth) => `A${String(nth + 1).padStart(3, '0')}`),
          ...Array.from({ length: 150 }, (_, nth) => `P${String(nth + 1).padStart(3, '0')}`),
        ];
        expect(numbers).toEqual(expected);
      }));

    it('would double numbers if they were counted instead of taken from the counter (control)', () =>
      inHall(async ({ board, db }) => {
        await takes(board);
        const counted = await Promise.all(
          Array.from({ length: 20 }, async () => {
            const last = await db
              .selectFrom('number_counter')
              .select('last')
              .where('queue', '=', P)
              .executeTakeFirstOrThrow();
            await db
              .updateTable('number_counter')
              .set({ last: last.last + 1 })
              .where('queue', '=', P)
              .execute();
            return last.last + 1;
          }),
        );
        expect(new Set(counted).size).toBeLessThan(counted.length);
      }));

    it('has 999 numbers a day in each queue and then says so', () =>
      inHall(async ({ board, db }) => {
        await takes(board);
        await db.updateTable('number_counter').set({ last: 998 }).where('queue', '=', P).execute();
        expect((await takes(board)).number).toBe('P999');
        const usedUp = { ok: false, refusal: 'numbers-used-up' };
        expect(await board.take(wish())).toEqual(usedUp);
        expect(await board.walkIn(at(1), P, anId())).toEqual(usedUp);
        expect((await takes(board, { queue: A })).number).toBe('A001');
      }));

    it('finds a ticket by its id and by its number as printed today', () =>
      inHall(async ({ board }) => {
        const ticket = await takes(board, {
          queue: queue('E'),
          itemCode: 'X1',
          itemNameZh: '测试事项',
          itemNameEn: 'Test item',
        });
        expect(await board.ticket(ticket.id)).toEqual(ticket);
        expect(await board.ticketByNumber('E001')).toEqual(ticket);
        expect(await board.ticketByNumber('E002')).toBeNull();
      }));

    it('finds who waits today by the key of the person, and no longer when called', () =>
      inHall(async ({ board }) => {
        const ticket = await takes(board, { personKey: 'key-of-li' });
        await takes(board, { personKey: 'key-of-wang' });
        expect(await board.waitingOfPerson('key-of-li')).toEqual(ticket);
        expect(await board.waitingOfPerson('key-of-nobody')).toBeNull();
        sure(await board.callNext(at(1), anId()));
        expect(await board.waitingOfPerson('key-of-li')).toBeNull();
      }));

    it('seats a walk-in at once, with a number and every step in the journal', () =>
      inHall(async ({ board, db }) => {
        const takeId = anId();
        const { ticket } = sure(await board.walkIn(at(1), P, takeId));
        expect(ticket).toMatchObject({ number: 'P001', state: 'serving', window: 1, clerk: '0301' });
        expect(sure(await board.walkIn(at(1), P, takeId)).ticket).toEqual(ticket);
        expect(await board.walkIn(at(1), P, anId())).toEqual({ ok: false, refusal: 'ticket-in-hand' });
        const moves = await db.selectFrom('move').select(['event', 'to_state']).orderBy('seq').execute();
        expect(moves.map((move) => move.event)).toEqual(['take', 'call', 'arrive']);
      }));
  });
}
