import { describe, expect, it } from 'vitest';
import type { At, Board } from '#desk/hall/board.ts';
import { anId, at, queue, sure, takes } from './hall-under-test.ts';
import type { InHall } from './in-hall.ts';
import { journalTells } from './journal.ts';

const PEOPLE = 40;
const WINDOWS = [1, 2, 3, 4].map((window) => at(window));
const WANTED = ['P', 'A', 'E'] as const;

/** One window's day: some do not come, some step aside, all others are served. */
async function serves(board: Board, window: At, nobodyComesAnyMore: () => boolean): Promise<void> {
  for (let nth = Number(window.window); ; nth += 1) {
    const called = await board.callNext(window, anId());
    if (!called.ok) {
      if (nobodyComesAnyMore()) return;
      await board.view(window.window);
      continue;
    }
    if (nth % 7 === 0 && !called.ticket.returnedOnce) {
      sure(await board.recall(window));
      sure(await board.pass(window, 'did not come'));
      sure(await board.requeue(called.ticket.id));
      continue;
    }
    sure(await board.arrive(window));
    if (nth % 5 === 0) {
      sure(await board.hold(window, 'copies a page'));
      sure(await board.resume(window, called.ticket.id));
    }
    sure(await board.finish(window));
  }
}

export function describeLoad(inHall: InHall): void {
  describe('a busy hour', () => {
    it('serves everybody once: forty people, three queues, four windows', () =>
      inHall(async (hall) => {
        const { board, db } = hall;
        let taken = 0;
        const kiosk = async (): Promise<void> => {
          for (; taken < PEOPLE; taken += 1) {
            await takes(board, {
              queue: queue(WANTED[taken % WANTED.length] ?? 'P'),
              priority: taken % 6 === 0 ? 'elderly' : 'none',
            });
          }
        };
        await Promise.all([kiosk(), ...WINDOWS.map((w) => serves(board, w, () => taken === PEOPLE))]);

        const states = await db
          .selectFrom('ticket')
          .select((eb) => ['state', eb.fn.countAll<number>().as('tickets')] as const)
          .groupBy('state')
          .execute();
        expect(states).toEqual([{ state: 'done', tickets: PEOPLE }]);
        for (const window of WINDOWS) expect(await board.inHand(window.window)).toBeNull();
        const finished = await Promise.all(WINDOWS.map((w) => board.view(w.window)));
        expect(finished.reduce((sum, view) => sum + view.doneToday, 0)).toBe(PEOPLE);
        await journalTells(hall);
      }));
  });
}
