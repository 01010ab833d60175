import { z } from 'zod';
import type { Desk } from '../answering.ts';
import { oneChanged, run, type Writer } from '#native/sqlite/database.ts';

const OPEN = `
  INSERT INTO outside_act (call, actor, seat, started_at_ms) VALUES (@call, @by, @seat, @atMs) RETURNING id`;
const CLOSE = 'UPDATE outside_act SET outcome = @outcome, ended_at_ms = @atMs WHERE id = @id';
const CLOSE_LEFT = `
  UPDATE outside_act SET outcome = 'unknown', ended_at_ms = @atMs WHERE outcome IS NULL`;

const Opened = z.object({ id: z.int() });

/** An act outside the case file is about to begin: who, which call, when. */
interface Intent {
  readonly call: string;
  readonly by: string;
  readonly seat: string;
  readonly atMs: number;
}

/** Writes down the intent of an act outside the case file. It is on the disk when this returns. */
function openAct(db: Writer, intent: Intent): number {
  return Opened.parse(oneChanged(db, OPEN, { ...intent })).id;
}

/** Writes down how it ended. */
function closeAct(db: Writer, id: number, outcome: string, atMs: number): void {
  run(db, CLOSE, { id, outcome, atMs });
}

/** Journals acts outside the case file as they begin; what is returned closes the entry. */
export function journalIn(db: Writer, nowMs: () => number): Desk['journal'] {
  return (call, asker, atMs) => {
    const act = openAct(db, { call, by: asker.staff?.number ?? 'nobody', seat: asker.seat, atMs });
    return (outcome) => closeAct(db, act, outcome, nowMs());
  };
}

/** At start: acts that a crash cut off ended nobody knows how. Returns how many. */
export function closeLeftActs(db: Writer, atMs: number): number {
  return run(db, CLOSE_LEFT, { atMs });
}
