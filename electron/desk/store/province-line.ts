import { z } from 'zod';
import { LineState } from '#contract/shapes/sync-state.ts';
import { one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const LINE = `
  SELECT state, since_ms AS sinceMs, failures, hold_until_ms AS holdUntilMs, last_try_at_ms AS lastTryAtMs,
    last_ack_at_ms AS lastAckAtMs, skew_ms AS skewMs
  FROM province_line WHERE only = 1`;
const KEEP = `
  UPDATE province_line SET state = @state, since_ms = @sinceMs, failures = @failures,
    hold_until_ms = @holdUntilMs, last_try_at_ms = @lastTryAtMs, last_ack_at_ms = @lastAckAtMs,
    skew_ms = @skewMs
  WHERE only = 1`;

const Line = z.object({
  state: LineState,
  sinceMs: z.int().nullable(),
  /** Knocks and sendings in a row that the line itself did not carry. */
  failures: z.int(),
  /** Nothing goes over the line before. */
  holdUntilMs: z.int().nullable(),
  lastTryAtMs: z.int().nullable(),
  lastAckAtMs: z.int().nullable(),
  skewMs: z.int().nullable(),
});

/** How the line to the province stands. One row, so that a restart knows what the last run knew. */
export type ProvinceLine = z.output<typeof Line>;

export function provinceLine(db: Reader): ProvinceLine {
  return Line.parse(one(db, LINE));
}

export function keepLine(db: Writer, line: ProvinceLine): void {
  run(db, KEEP, { ...line });
}
