import { z } from 'zod';
import { changesMade, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import type { SeatSession, Sessions } from '../access/sessions.ts';
import { personByNumber, staffOf } from './people.ts';

const AT = 'SELECT number, locked, must_change AS mustChange FROM session WHERE seat = @seat';
const SIGN_IN = `
  INSERT INTO session (seat, number, locked, must_change, since_ms)
  VALUES (@seat, @number, 0, @mustChange, @atMs)
  ON CONFLICT (seat) DO UPDATE
  SET number = excluded.number, locked = 0, must_change = excluded.must_change, since_ms = excluded.since_ms`;
const SIGN_OUT = 'DELETE FROM session WHERE seat = @seat';
const LOCK = 'UPDATE session SET locked = 1 WHERE seat = @seat';
const UNLOCK = 'UPDATE session SET locked = 0 WHERE seat = @seat';
const FORGET = `DELETE FROM session WHERE since_ms < @beforeMs OR seat LIKE 'stdio-%'`;

const OLDEST_MS = 24 * 60 * 60 * 1000;

const Yes = z.literal([0, 1]).transform((n) => n === 1);
const MaybeRow = z.object({ number: z.string(), locked: Yes, mustChange: Yes }).nullable();

/** Seats kept in the case file: the last one asked for is read again when any row of the file has changed. */
export function openSessions(db: Writer, nowMs: () => number): Sessions {
  run(db, FORGET, { beforeMs: nowMs() - OLDEST_MS });
  let last: { readonly seat: string; readonly changes: unknown; readonly session: SeatSession } | null = null;
  return {
    at: (seat) => {
      // What is read inside a transaction may be taken back, so it is not kept.
      if (db.inTransaction) return sessionAt(db, seat);
      const changes = changesMade(db);
      if (last?.seat !== seat || last.changes !== changes)
        last = { seat, changes, session: sessionAt(db, seat) };
      return last.session;
    },
    signIn: (seat, { number }, mustChangePassword) => {
      run(db, SIGN_IN, { seat, number, mustChange: mustChangePassword ? 1 : 0, atMs: nowMs() });
    },
    signOut: (seat) => {
      run(db, SIGN_OUT, { seat });
    },
    lock: (seat) => {
      run(db, LOCK, { seat });
    },
    unlock: (seat) => {
      run(db, UNLOCK, { seat });
    },
  };
}

function sessionAt(db: Reader, seat: string): SeatSession {
  const row = MaybeRow.parse(one(db, AT, { seat }));
  const person = row && personByNumber(db, row.number);
  return row && person
    ? { staff: staffOf(person), locked: row.locked, mustChangePassword: row.mustChange }
    : { staff: null, locked: false, mustChangePassword: false };
}
