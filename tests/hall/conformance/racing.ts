import { describe, expect, it } from 'vitest';
import type { At } from '#desk/hall/board.ts';
import { anId, at, type HallUnderTest, sure, takes } from './hall-under-test.ts';
import type { InHall } from './in-hall.ts';

const PEOPLE = 60;
const WINDOWS = [1, 2, 4].map((window) => at(window));

type Claim = (hall: HallUnderTest, at: At) => Promise<string | null>;

const boardClaim: Claim = async ({ board }, window) => {
  const called = await board.callNext(window, anId());
  if (!called.ok) return null;
  sure(await board.arrive(window));
  sure(await board.finish(window));
  return called.ticket.id;
};

/** What halls do that look first and write afterwards, without naming the state they expect. */
const carelessClaim: Claim = async ({ db }, window) => {
  const next = await db
    .selectFrom('ticket')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('turn')
    .executeTakeFirst();
  if (!next) return null;
  await db
    .updateTable('ticket')
    .set({
      state: 'done',
      window_number: window.window,
      clerk: window.clerk,
      called_at_ms: 1,
      arrived_at_ms: 1,
      ended_at_ms: 1,
      call_count: 1,
    })
    .where('id', '=', next.id)
    .execute();
  return next.id;
};

/** All windows call as fast as they can until nobody waits; every win is counted. */
async function race(hall: HallUnderTest, claim: Claim): Promise<string[]> {
  for (let nth = 0; nth < PEOPLE; nth += 1) await takes(hall.board);
  const wins: string[] = [];
  const worksUntilNobodyWaits = async (window: At): Promise<void> => {
    for (let won = await claim(hall, window); won !== null; won = await claim(hall, window)) wins.push(won);
  };
  await Promise.all(WINDOWS.map(worksUntilNobodyWaits));
  return wins;
}

export function describeRacing(inHall: InHall): void {
  describe('windows racing for the same people', () => {
    it('call each of them once', () =>
      inHall(async (hall) => {
        const wins = await race(hall, boardClaim);
        expect(wins).toHaveLength(PEOPLE);
        expect(new Set(wins).size).toBe(PEOPLE);
      }));

    it('would call people twice if a claim did not name the state it expects (control)', () =>
      inHall(async (hall) => {
        const wins = await race(hall, carelessClaim);
        expect(wins.length).toBeGreaterThan(PEOPLE);
      }));

    it('win one ticket once, when all ask for the very same one', () =>
      inHall(async ({ board }) => {
        const ticket = await takes(board);
        const answers = await Promise.all(
          WINDOWS.map((window) => board.call(window, ticket.id, 'asked for', anId())),
        );
        expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
        expect(answers.filter((answer) => !answer.ok)).toEqual([
          { ok: false, refusal: 'not-waiting' },
          { ok: false, refusal: 'not-waiting' },
        ]);
      }));

    it('never give one window two tickets, when its key is pressed many times at once', () =>
      inHall(async ({ board, db }) => {
        for (let nth = 0; nth < 10; nth += 1) await takes(board);
        const answers = await Promise.all(Array.from({ length: 10 }, () => board.callNext(at(1), anId())));
        expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
        const inHand = await db.selectFrom('ticket').select('id').where('state', '=', 'called').execute();
        expect(inHand).toHaveLength(1);
      }));

    it('are kept apart by the database itself, should a claim ever forget to look', () =>
      inHall(async ({ board, db }) => {
        await takes(board);
        const other = await takes(board);
        sure(await board.callNext(at(1), anId()));
        const second = db
          .updateTable('ticket')
          .set({ state: 'called', window_number: 1, clerk: '0301', called_at_ms: 1, call_count: 1 })
          .where('id', '=', other.id)
          .execute();
        await expect(second).rejects.toThrow(/unique/i);
      }));
  });
}
