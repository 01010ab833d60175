import { describe, expect, it } from 'vitest';
import type { HallUnderTest } from './hall-under-test.ts';
import { A, anId, at, sure, takes } from './hall-under-test.ts';
import type { InHall } from './in-hall.ts';

/** Reads the whole journal against the tickets: every ticket's steps join up and end where the ticket stands. */
export async function journalTells({ db }: Pick<HallUnderTest, 'db'>): Promise<void> {
  const moves = await db.selectFrom('move').selectAll().orderBy('seq').execute();
  const tickets = await db.selectFrom('ticket').select(['id', 'state']).execute();
  const told = new Map<string, string>();
  for (const move of moves) {
    const before = told.get(move.ticket_id) ?? null;
    expect([move.event === 'take', move.from_state], `step ${move.seq}`).toEqual([before === null, before]);
    told.set(move.ticket_id, move.to_state);
  }
  expect(told).toEqual(new Map(tickets.map((ticket) => [ticket.id, ticket.state])));
}

export function describeJournal(inHall: InHall): void {
  describe('the journal of moves', () => {
    it('tells every step of every ticket, with window, clerk, reason and time', () =>
      inHall(async (hall, clock) => {
        const { board, db } = hall;
        await takes(board);
        const { ticket } = sure(await board.callNext(at(1), anId()));
        clock.nowMs += 5_000;
        sure(await board.recall(at(1)));
        sure(await board.pass(at(1), 'did not come'));
        sure(await board.requeue(ticket.id, '0001'));
        sure(await board.callNext(at(2), anId()));
        sure(await board.arrive(at(2)));
        sure(await board.hold(at(2), 'copies a page'));
        sure(await board.resume(at(2), ticket.id));
        sure(await board.transfer(ticket.id, { queue: A, window: at(3).window }, 'knows the case', '0001'));
        sure(await board.callNext(at(3), anId()));
        sure(await board.arrive(at(3)));
        sure(await board.finish(at(3)));
        await journalTells(hall);

        const moves = await db.selectFrom('move').selectAll().orderBy('seq').execute();
        expect(moves.map((m) => [m.event, m.window_number, m.clerk, m.reason])).toEqual([
          ['take', null, null, null],
          ['call', 1, '0301', null],
          ['recall', 1, '0301', null],
          ['pass', 1, '0301', 'did not come'],
          ['requeue', null, '0001', null],
          ['call', 2, '0302', null],
          ['arrive', 2, '0302', null],
          ['hold', 2, '0302', 'copies a page'],
          ['resume', 2, '0302', null],
          ['transfer', 3, '0001', 'knows the case'],
          ['call', 3, '0303', null],
          ['arrive', 3, '0303', null],
          ['finish', 3, '0303', null],
        ]);
        expect(moves.map((m) => m.place_reason)).toEqual([
          ...Array.from({ length: 4 }, () => 'first-come'),
          ...Array.from({ length: 5 }, () => 'returned'),
          ...Array.from({ length: 4 }, () => 'transferred'),
        ]);
      }));

    it('cannot be changed or shortened', () =>
      inHall(async ({ board, db }) => {
        await takes(board);
        await expect(db.updateTable('move').set({ clerk: 'somebody' }).execute()).rejects.toThrow(
          'append-only',
        );
        await expect(db.deleteFrom('move').execute()).rejects.toThrow('append-only');
        expect(await db.selectFrom('move').select('clerk').execute()).toEqual([{ clerk: null }]);
      }));

    it('holds no step of a move that was refused', () =>
      inHall(async ({ board, db }) => {
        await board.callNext(at(1), anId());
        await board.finish(at(1));
        expect(await db.selectFrom('move').select('seq').execute()).toEqual([]);
      }));
  });

  describe('a restart', () => {
    it('keeps tickets, places, the ticket in hand and the numbers', () =>
      inHall(async (hall) => {
        for (const priority of ['none', 'elderly', 'none', 'soldier', 'none'] as const)
          await takes(hall.board, { priority });
        const callId = anId();
        const called = sure(await hall.board.callNext(at(1), callId)).ticket;
        const [view, display] = [await hall.board.view(at(1).window), await hall.board.display()];

        const again = await hall.restarted();

        expect(await again.board.view(at(1).window)).toEqual(view);
        expect(await again.board.display()).toEqual(display);
        expect(sure(await again.board.callNext(at(1), callId)).ticket).toEqual(called);
        expect((await takes(again.board)).number).toBe('P006');
        await journalTells(again);
      }));
  });
}
