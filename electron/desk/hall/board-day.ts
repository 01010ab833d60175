import type { Kysely } from 'kysely';
import { Day } from '#contract/shapes/day.ts';
import { businessDay, dayInZone } from '#rules/queue/business-day.ts';
import { stateAfter, statesBefore } from '#rules/queue/ticket-moves.ts';
import type { HallTables } from './hall-tables.ts';

const JOURNAL_ROWS_AT_ONCE = 500;

/**
 * Opens the business day at the first act after midnight and ends the day before: who still waits, was
 * called, is held or was passed is expired, and every key of a person is erased.
 *
 * Every act of the board begins here, so a machine that is never switched off has its day ends too.
 *
 * @returns the business day, and how many tickets the day end expired
 */
export async function openDay(
  db: Kysely<HallTables>,
  atMs: number,
  timeZone: string,
): Promise<{ readonly day: Day; readonly expired: number }> {
  const clockDay = dayInZone(atMs, timeZone);
  const kept = await db
    .selectFrom('board_clock')
    .select(['day', 'clock_day'])
    .where('id', '=', 1)
    .executeTakeFirst();
  if (!kept) {
    const first = businessDay(null, clockDay);
    await db
      .insertInto('board_clock')
      .values({ id: 1, day: first.day, clock_day: first.clockDay, last_turn: 0 })
      .onConflict((c) => c.column('id').doNothing())
      .execute();
    return openDay(db, atMs, timeZone);
  }

  const known = { day: Day.parse(kept.day), clockDay: Day.parse(kept.clock_day) };
  const now = businessDay(known, clockDay);
  if (now.day === known.day && now.clockDay === known.clockDay) return { day: now.day, expired: 0 };

  const opened = await db
    .updateTable('board_clock')
    .set({ day: now.day, clock_day: now.clockDay })
    .where('id', '=', 1)
    .where('day', '=', known.day)
    .where('clock_day', '=', known.clockDay)
    .returning('id')
    .executeTakeFirst();
  // Another window opened the day in between: what it did is read again.
  if (!opened) return openDay(db, atMs, timeZone);
  return { day: now.day, expired: now.day === known.day ? 0 : await endOther(db, now.day, atMs) };
}

async function endOther(db: Kysely<HallTables>, day: Day, atMs: number): Promise<number> {
  let expired = 0;
  for (const from of statesBefore('day-end')) {
    const ended = await db
      .updateTable('ticket')
      .set({ state: stateAfter('day-end'), ended_at_ms: atMs })
      .where('state', '=', from)
      .where('day', '<>', day)
      .returning(['id', 'place_reason'])
      .execute();
    expired += ended.length;
    for (let done = 0; done < ended.length; done += JOURNAL_ROWS_AT_ONCE)
      await db
        .insertInto('move')
        .values(
          ended.slice(done, done + JOURNAL_ROWS_AT_ONCE).map((ticket) => ({
            ticket_id: ticket.id,
            day,
            event: 'day-end',
            from_state: from,
            to_state: stateAfter('day-end'),
            window_number: null,
            clerk: null,
            reason: null,
            place_reason: ticket.place_reason,
            call_id: null,
            at_ms: atMs,
          })),
        )
        .execute();
  }
  await db
    .updateTable('ticket')
    .set({ person_key: null, guidance: null })
    .where('day', '<>', day)
    .where((eb) => eb.or([eb('person_key', 'is not', null), eb('guidance', 'is not', null)]))
    .execute();
  return expired;
}
