import { z } from 'zod';
import { one, run, type Writer } from '#native/sqlite/database.ts';
import type { Sessions } from '../access/sessions.ts';
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

/** Seats kept in the case file. Read anew at every question, so that a rolled-back change never stays in memory. */
export function openSessions(db: Writer, nowMs: () => number): Sessions {
  run(db, FORGET, { beforeMs: nowMs() - OLDEST_MS });
  return {
    at: (seat) => {
      const row = MaybeRow.parse(one(db, AT, { seat }));
      const person = row && personByNumber(db, row.number);
      return row && person
        ? { staff: staffOf(person), locked: row.locked, mustChangePassword: row.mustChange }
        : { staff: null, locked: false, mustChangePassword: false };
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
