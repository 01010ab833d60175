import type { LineState } from '#contract/shapes/sync-state.ts';
import type { Writer } from '#native/sqlite/database.ts';
import { lineHoldMs } from '#rules/sync/line.ts';
import type { Pace } from '#rules/sync/pace.ts';
import type { Settlement } from '#rules/sync/settle.ts';
import { makeDueAfterKnock } from '../store/outbox-claims.ts';
import { keepLine, provinceLine, type ProvinceLine } from '../store/province-line.ts';

/** Moment, chance and patience of one answer. */
export interface Hearing {
  readonly nowMs: number;
  readonly roll: number;
  readonly pace: Pace;
  readonly skewMs: number | null;
}

/** Writes down what an answer says about the line. Part of the transaction that settles the debt. */
export function hearOnLine(db: Writer, settled: Settlement, hearing: Hearing): void {
  const line = heard(provinceLine(db), hearing);
  if (settled.line === 'ok') {
    const lastAckAtMs = settled.state === 'done' ? hearing.nowMs : line.lastAckAtMs;
    keepLine(db, { ...standing(line, 'ok', hearing.nowMs), lastAckAtMs, failures: 0, holdUntilMs: null });
    return;
  }
  const stands = settled.line === null ? line : standing(line, settled.line, hearing.nowMs);
  if (settled.waits === 'queue') {
    keepLine(db, { ...stands, holdUntilMs: hearing.nowMs + (settled.againMs ?? 0) });
  } else if (settled.waits === 'line') {
    keepLine(db, held(stands, hearing));
  } else keepLine(db, stands);
}

/** Writes down that the platform acknowledged a write that is no debt. */
export function openLine(db: Writer, hearing: Hearing): void {
  const line = standing(heard(provinceLine(db), hearing), 'ok', hearing.nowMs);
  keepLine(db, { ...line, lastAckAtMs: hearing.nowMs, failures: 0, holdUntilMs: null });
}

/**
 * Writes down that a knock and the sign-in after it were acknowledged.
 *
 * While something is owed the line keeps its state until a debt is acknowledged: a knock proves no more
 * than that somebody is there. What waited for the line may go at once.
 */
export function answerKnock(db: Writer, hearing: Hearing): void {
  const line = { ...heard(provinceLine(db), hearing), holdUntilMs: null };
  if (makeDueAfterKnock(db, hearing.nowMs)) keepLine(db, line);
  else keepLine(db, { ...standing(line, 'ok', hearing.nowMs), failures: 0 });
}

/** Writes down that a knock was not answered as it should. */
export function closeLine(db: Writer, state: LineState, againMs: number | null, hearing: Hearing): void {
  const line = held(standing(heard(provinceLine(db), hearing), state, hearing.nowMs), hearing);
  const askedUntilMs = hearing.nowMs + (againMs ?? 0);
  keepLine(db, { ...line, holdUntilMs: Math.max(line.holdUntilMs ?? 0, askedUntilMs) });
}

/** Nothing is waited for any longer: a person wants to try now, or the desk has just started. */
export function releaseLine(db: Writer): void {
  keepLine(db, { ...provinceLine(db), holdUntilMs: null });
}

function heard(line: ProvinceLine, { nowMs, skewMs }: Hearing): ProvinceLine {
  return { ...line, lastTryAtMs: nowMs, skewMs: skewMs ?? line.skewMs };
}

function standing(line: ProvinceLine, state: LineState, nowMs: number): ProvinceLine {
  return line.state === state ? line : { ...line, state, sinceMs: nowMs };
}

function held(line: ProvinceLine, { nowMs, roll, pace }: Hearing): ProvinceLine {
  const failures = line.failures + 1;
  return { ...line, failures, holdUntilMs: nowMs + lineHoldMs(line.state, failures, roll, pace) };
}
