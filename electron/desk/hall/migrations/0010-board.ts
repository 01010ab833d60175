import type { Migration } from 'kysely/migration';
import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

/**
 * Tickets, the journal of their moves, and the counters numbers come from.
 *
 * What must never be true is refused by the database: two tickets with one number, two tickets in hand at
 * one window, one call or one taking counted twice, a journal entry changed.
 */
export function board(engine: Engine): Migration {
  return {
    up: async (db) => {
      await engine
        .strict(db.schema.createTable('ticket'))
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('day', 'text', (c) => c.notNull())
        .addColumn('number', 'text', (c) => c.notNull())
        .addColumn('number_queue', 'text', (c) => c.notNull())
        .addColumn('serial', 'integer', (c) => c.notNull().check(sql`serial between 1 and 999`))
        .addColumn('queue', 'text', (c) => c.notNull())
        .addColumn('item_code', 'text')
        .addColumn('item_name', 'text')
        .addColumn('state', 'text', (c) =>
          c
            .notNull()
            .check(
              sql`state in ('waiting', 'called', 'serving', 'held', 'passed', 'done', 'cancelled', 'expired')`,
            ),
        )
        .addColumn('priority', 'text', (c) => c.notNull())
        .addColumn('place_reason', 'text', (c) =>
          c.notNull().check(sql`place_reason in ('first-come', 'priority', 'transferred', 'returned')`),
        )
        .addColumn('turn', 'integer', (c) => c.notNull())
        .addColumn('returned_turn', 'integer', (c) => c.notNull())
        .addColumn('taken_at_ms', engine.moment, (c) => c.notNull())
        .addColumn('called_at_ms', engine.moment)
        .addColumn('arrived_at_ms', engine.moment)
        .addColumn('ended_at_ms', engine.moment)
        .addColumn('call_count', 'integer', (c) => c.notNull())
        .addColumn('window_number', 'integer')
        .addColumn('clerk', 'text')
        .addColumn('reason', 'text')
        .addColumn('returned_once', 'integer', (c) => c.notNull().check(sql`returned_once in (0, 1)`))
        .addColumn('person_key', 'text')
        .addColumn('take_id', 'text', (c) => c.notNull().unique())
        .addUniqueConstraint('ticket_number_once', ['day', 'number_queue', 'serial'])
        .addCheckConstraint(
          'ticket_at_a_window',
          sql`state not in ('called', 'serving', 'held', 'passed', 'done')
            or (window_number is not null and clerk is not null and called_at_ms is not null and call_count > 0)`,
        )
        .addCheckConstraint(
          'ticket_arrived',
          sql`state not in ('serving', 'held', 'done') or arrived_at_ms is not null`,
        )
        .addCheckConstraint(
          'ticket_waiting',
          sql`state <> 'waiting' or (called_at_ms is null and arrived_at_ms is null and call_count = 0)`,
        )
        .addCheckConstraint(
          'ticket_ended',
          sql`(state in ('done', 'cancelled', 'expired')) = (ended_at_ms is not null)`,
        )
        .execute();

      await db.schema
        .createIndex('one_ticket_in_hand')
        .unique()
        .on('ticket')
        .column('window_number')
        .where(sql.ref('state'), 'in', sql`('called', 'serving')`)
        .execute();
      await db.schema
        .createIndex('ticket_by_state')
        .on('ticket')
        .columns(['state', 'queue', 'turn'])
        .execute();
      await db.schema.createIndex('ticket_by_number').on('ticket').columns(['day', 'number']).execute();

      await engine
        .strict(db.schema.createTable('move'))
        .addColumn('seq', engine.moment, engine.counted)
        .addColumn('ticket_id', 'text', (c) => c.notNull().references('ticket.id'))
        .addColumn('day', 'text', (c) => c.notNull())
        .addColumn('event', 'text', (c) => c.notNull())
        .addColumn('from_state', 'text')
        .addColumn('to_state', 'text', (c) => c.notNull())
        .addColumn('window_number', 'integer')
        .addColumn('clerk', 'text')
        .addColumn('reason', 'text')
        .addColumn('place_reason', 'text')
        .addColumn('call_id', 'text', (c) => c.unique())
        .addColumn('at_ms', engine.moment, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('move_by_day').on('move').columns(['day', 'event']).execute();
      await db.schema.createIndex('move_by_ticket').on('move').column('ticket_id').execute();
      await engine.appendOnly(db, 'move');

      await engine
        .strict(db.schema.createTable('number_counter'))
        .addColumn('day', 'text', (c) => c.notNull())
        .addColumn('queue', 'text', (c) => c.notNull())
        .addColumn('last', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('number_counter_key', ['day', 'queue'])
        .execute();

      await engine
        .strict(db.schema.createTable('board_clock'))
        .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
        .addColumn('day', 'text', (c) => c.notNull())
        .addColumn('clock_day', 'text', (c) => c.notNull())
        .addColumn('last_turn', 'integer', (c) => c.notNull())
        .execute();
    },
  };
}
