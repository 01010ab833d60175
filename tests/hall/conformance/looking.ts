import { describe, expect, it } from 'vitest';
import { BoardView } from '#contract/shapes/ticket.ts';
import { A, anId, at, HOUR_MS, P, queue, sure, takes } from './hall-under-test.ts';
import type { InHall } from './in-hall.ts';

export function describeLooking(inHall: InHall): void {
  describe('looking at the queue', () => {
    it('shows a window what waits for it in calling order, each with its reason', () =>
      inHall(async ({ board }, clock) => {
        await takes(board);
        await takes(board, { queue: A });
        await takes(board, { queue: queue('E') });
        await takes(board, { priority: 'elderly' });
        clock.nowMs += HOUR_MS;
        const view = await board.view(at(1).window);
        expect(BoardView.parse(view)).toEqual(view);
        expect(view.waiting.map((line) => [line.ticket.number, line.placeReason, line.waitedMs])).toEqual([
          ['VP002', 'priority', HOUR_MS],
          ['P001', 'first-come', HOUR_MS],
          ['A001', 'first-come', HOUR_MS],
        ]);
        expect(view).toMatchObject({ served: [P, A], doneToday: 0, inHand: null, readAtMs: clock.nowMs });
      }));

    it('shows the order in which a window then really calls, limit of priority calls included', () =>
      inHall(async ({ board }) => {
        for (const priority of [
          'none',
          'elderly',
          'none',
          'soldier',
          'pregnant',
          'disabled',
          'none',
        ] as const)
          await takes(board, { priority });
        sure(await board.callNext(at(1), anId()));
        sure(await board.arrive(at(1)));
        sure(await board.finish(at(1)));
        const shown = (await board.view(at(1).window)).waiting.map((line) => line.ticket.number);
        const called: string[] = [];
        for (let nth = 0; nth < shown.length; nth += 1) {
          called.push(sure(await board.callNext(at(1), anId())).ticket.number);
          sure(await board.arrive(at(1)));
          sure(await board.finish(at(1)));
        }
        expect(called).toEqual(shown);
        expect(called).toEqual(['VP004', 'P001', 'VP005', 'VP006', 'P003', 'P007']);
      }));

    it('counts what each window finished today, and keeps held and passed tickets in view', () =>
      inHall(
        async ({ board }) => {
          for (let nth = 0; nth < 4; nth += 1) await takes(board);
          const held = sure(await board.callNext(at(1), anId())).ticket;
          sure(await board.arrive(at(1)));
          sure(await board.hold(at(1), 'copies a page'));
          const passed = sure(await board.callNext(at(1), anId())).ticket;
          sure(await board.pass(at(1), 'did not come'));
          sure(await board.callNext(at(1), anId()));
          sure(await board.arrive(at(1)));
          sure(await board.finish(at(1)));

          const mine = await board.view(at(1).window);
          expect(mine.held.map((ticket) => ticket.id)).toEqual([held.id]);
          expect(mine.passed.map((ticket) => ticket.id)).toEqual([passed.id]);
          expect(mine.doneToday).toBe(1);
          const theirs = await board.view(at(2).window);
          expect([theirs.held, theirs.passed.length, theirs.doneToday]).toEqual([[], 1, 0]);
          expect((await board.view(at(3).window)).passed).toEqual([]);
        },
        { recallsBeforePass: 0 },
      ));

    it('never carries a key of a person, even to the window', () =>
      inHall(async ({ board }) => {
        await takes(board, { personKey: 'a-secret-key' });
        expect(JSON.stringify(await board.view(at(1).window))).not.toContain('a-secret-key');
      }));
  });

  describe('the public display', () => {
    it('shows the last calls with their windows, newest first, a recall as a call', () =>
      inHall(async ({ board }, clock) => {
        for (let nth = 0; nth < 3; nth += 1) await takes(board);
        sure(await board.callNext(at(1), anId()));
        clock.nowMs += 1_000;
        sure(await board.callNext(at(2), anId()));
        clock.nowMs += 1_000;
        sure(await board.recall(at(1)));
        const shown = await board.display();
        expect(shown.calls).toEqual([
          { number: 'P001', window: 1, calledAtMs: clock.nowMs, state: 'called' },
          { number: 'P002', window: 2, calledAtMs: clock.nowMs - 1_000, state: 'called' },
        ]);
        expect(shown.waiting).toEqual(
          new Map([
            [P, 1],
            [A, 0],
            [queue('E'), 0],
          ]),
        );
      }));

    it('takes a ticket off that waits again, and says no more than number, window, time and state', () =>
      inHall(async ({ board }) => {
        await takes(board, { itemCode: 'X1', itemNameZh: '测试事项', itemNameEn: 'Test item' });
        const { ticket } = sure(await board.callNext(at(1), anId()));
        const [line] = (await board.display()).calls;
        expect(Object.keys(line ?? {}).toSorted()).toEqual(['calledAtMs', 'number', 'state', 'window']);
        sure(await board.transfer(ticket.id, { queue: A, window: null }, 'wrong queue', '0001'));
        expect((await board.display()).calls).toEqual([]);
      }));
  });
}
