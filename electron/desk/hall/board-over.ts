import type { Kysely } from 'kysely';
import type { Board } from './board.ts';
import { type Act, ticketBy, ticketByNumber, ticketInHand, waitingOfPerson } from './board-queries.ts';
import { openDay } from './board-day.ts';
import { arrive, call, callNext, pass, recall, requeue } from './calling.ts';
import type { Engine } from './engine.ts';
import { checkHallRules, type HallRules } from './hall-rules.ts';
import { type HallTables, ticketOf } from './hall-tables.ts';
import { display, view } from './looking.ts';
import { cancel, finish, hold, resume, transfer } from './serving.ts';
import { take, walkIn } from './taking.ts';

/** What a board stands on. */
export interface BoardGround {
  readonly db: Kysely<HallTables>;
  readonly engine: Engine;
  readonly rules: HallRules;
  readonly newId: () => string;
}

/** The hall board over an open, migrated database of either engine. `close` closes the database. */
export function boardOver({ db, engine, rules, newId }: BoardGround): Board {
  checkHallRules(rules);

  /** One transaction, begun by opening the day. Whoever was beaten by another window looks again, once. */
  const act = async <T>(run: (act: Act) => Promise<T>): Promise<T> => {
    const inOneGo = (): Promise<T> =>
      db.transaction().execute(async (trx) => {
        const atMs = await engine.nowMs(trx);
        const { day } = await openDay(trx, atMs, rules.timeZone);
        return run({ db: trx, engine, rules, atMs, day, newId });
      });
    try {
      return await inOneGo();
    } catch (thrown) {
      if (!engine.wasBeaten(thrown)) throw thrown;
      return inOneGo();
    }
  };

  return {
    take: (wish) => act((a) => take(a, wish)),
    view: (window) => act((a) => view(a, window)),
    display: () => act(display),
    ticket: (id) => act(async (a) => shown(await ticketBy(a.db, 'id', id))),
    guidanceOf: (id) => act(async (a) => (await ticketBy(a.db, 'id', id))?.guidance ?? null),
    ticketByNumber: (number) => act(async (a) => shown(await ticketByNumber(a.db, number, a.day))),
    waitingOfPerson: (personKey) => act(async (a) => shown(await waitingOfPerson(a, personKey))),
    inHand: (window) => act(async (a) => shown(await ticketInHand(a.db, window))),
    callNext: (at, callId) => act((a) => callNext(a, at, callId)),
    call: (at, ticket, reason, callId) => act((a) => call(a, at, ticket, reason, callId)),
    recall: (at) => act((a) => recall(a, at)),
    arrive: (at) => act((a) => arrive(a, at)),
    pass: (at, reason) => act((a) => pass(a, at, reason)),
    requeue: (ticket, by) => act((a) => requeue(a, ticket, by ?? null)),
    hold: (at, reason) => act((a) => hold(a, at, reason)),
    resume: (at, ticket) => act((a) => resume(a, at, ticket)),
    transfer: (ticket, to, reason, by) => act((a) => transfer(a, ticket, to, reason, by)),
    finish: (at) => act((a) => finish(a, at)),
    cancel: (ticket, reason, by) => act((a) => cancel(a, ticket, reason, by)),
    walkIn: (at, queue, takeId) => act((a) => walkIn(a, at, queue, takeId)),
    endOfDay: () =>
      db
        .transaction()
        .execute(async (trx) => (await openDay(trx, await engine.nowMs(trx), rules.timeZone)).expired),
    close: () => db.destroy(),
  };
}

const shown = (row: Parameters<typeof ticketOf>[0] | undefined) => (row ? ticketOf(row) : null);
