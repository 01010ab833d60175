import { z } from 'zod';
import { oneChanged, run, type Writer } from '#native/sqlite/database.ts';

const OPEN = `
  INSERT INTO outside_act (call, actor, seat, started_at_ms) VALUES (@call, @by, @seat, @atMs) RETURNING id`;
const CLOSE = 'UPDATE outside_act SET outcome = @outcome, ended_at_ms = @atMs WHERE id = @id';
const CLOSE_LEFT = `
  UPDATE outside_act SET outcome = 'unknown', ended_at_ms = @atMs WHERE outcome IS NULL`;

const Opened = z.object({ id: z.int() });

/** An act outside the case file is about to begin: who, which call, when. */
export interface Intent {
  readonly call: string;
  readonly by: string;
  readonly seat: string;
  readonly atMs: number;
}

/** Writes down the intent of an act outside the case file. It is on the disk when this returns. */
export function openAct(db: Writer, intent: Intent): number {
  return Opened.parse(oneChanged(db, OPEN, { ...intent })).id;
}

/** Writes down how it ended. */
export function closeAct(db: Writer, id: number, outcome: string, atMs: number): void {
  run(db, CLOSE, { id, outcome, atMs });
}

/** At start: acts that a crash cut off ended nobody knows how. Returns how many. */
export function closeLeftActs(db: Writer, atMs: number): number {
  return run(db, CLOSE_LEFT, { atMs });
}
