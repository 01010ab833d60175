import { z } from 'zod';
import type { CaseId, CaseState } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { ActLine } from '#contract/shapes/progress.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import type { Duties } from '#rules/intake/act-standings.ts';
import type { CaseEvent } from '#rules/intake/case-moves.ts';
import { inJson } from './parties.ts';

/** What an act is called in the time line: a move of the case, or something that moved no state. */
export type ActName =
  | CaseEvent
  | 'fill-owed'
  | 'answer-overdue'
  | 'ask-withdrawal'
  | 'check-commitment'
  | 'settle-flag'
  | 'recount'
  | 'pass-on'
  | 'arrive';

/** One act on a case, as it happened at a window. Never changed afterwards (invariant 11). */
export interface CaseActRecord {
  readonly caseId: CaseId;
  readonly event: ActName;
  readonly from: CaseState;
  readonly to: CaseState;
  /** The clock of this desk. */
  readonly atMs: number;
  readonly on: Day;
  readonly clerk: string;
  readonly window: number;
  /** Number of the manager who let it happen; null when nobody had to. */
  readonly supervisor: string | null;
  /** Number of the paper that carries it; null when it has none. */
  readonly notice: string | null;
  /** What else was said: reason, days, organ. No names and no certificate numbers. */
  readonly detail: Readonly<Record<string, string | number>>;
}

const ADD = `
  INSERT INTO case_act (case_id, event, from_state, to_state, at_ms, on_day, clerk, window, supervisor, notice, detail)
  VALUES (@caseId, @event, @from, @to, @atMs, @on, @clerk, @window, @supervisor, @notice, @detail)`;
const OF_CASE = `SELECT seq, event, from_state AS "from", to_state AS "to", at_ms AS atMs, on_day AS "on", clerk,
    window, supervisor, notice, detail FROM case_act WHERE case_id = @caseId ORDER BY seq`;

const Lines = ActLine.extend({ detail: inJson(ActLine.shape.detail) }).array();

/** Adds an act to the time line of its case. Call it inside the transaction of the act itself. */
export function recordAct(db: Writer, act: CaseActRecord): void {
  run(db, ADD, { ...act, detail: JSON.stringify(act.detail) });
}

/** The time line of a case, first act first. */
export function actsOfCase(db: Reader, caseId: CaseId): ActLine[] {
  return z.array(ActLine).parse(Lines.parse(all(db, OF_CASE, { caseId })));
}

const DUTY: Readonly<Record<keyof Duties, ReadonlySet<string>>> = {
  clerk: new Set(['accept', 'accept-tolerant', 'accept-commitment']),
  decider: new Set(['grant', 'deny']),
  issuer: new Set(['make-result']),
};

/** Who took which duty on a case, by its time line. */
export function dutiesOf(timeline: readonly ActLine[]): Duties {
  const of = (duty: keyof Duties): string | null =>
    timeline.findLast(({ event }) => DUTY[duty].has(event))?.clerk ?? null;
  return { clerk: of('clerk'), decider: of('decider'), issuer: of('issuer') };
}
