import type { CaseId, CaseState } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { run, type Writer } from '#native/sqlite/database.ts';
import type { CaseEvent } from '#rules/intake/case-moves.ts';

/** One act on a case, as it happened at a window. Never changed afterwards (invariant 11). */
interface CaseActRecord {
  readonly caseId: CaseId;
  readonly event: CaseEvent;
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

/** Adds an act to the time line of its case. Call it inside the transaction of the act itself. */
export function recordAct(db: Writer, act: CaseActRecord): void {
  run(db, ADD, { ...act, detail: JSON.stringify(act.detail) });
}
