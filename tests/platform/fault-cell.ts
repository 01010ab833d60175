import type { JsonObject } from '../stand-ins/province/json.ts';
import type { DebtState, LineState } from '#contract/shapes/sync-state.ts';

/** One row of the fault matrix: what goes wrong with one step of one case, and what must come of it. */
export interface Cell {
  readonly name: string;
  /** For the requests of this case only. */
  readonly fault: JsonObject;
  readonly times?: number;
  /** More rules, for any case. */
  readonly besides?: readonly JsonObject[];
  /** What the clerk sees while it lasts; null: nothing is seen, it settles by itself. */
  readonly seen: { readonly state: DebtState; readonly because: string; readonly line?: LineState } | null;
  /** What it comes to when the fault is over. `asked`: when a person tries now, it is asked about. */
  readonly end: 'done' | 'stays' | 'asked';
  /** The line itself is refused: the other case waits too. */
  readonly stopsAll?: boolean;
}

export const unknown = (because: string, line?: LineState): Cell['seen'] => ({
  state: 'unknown',
  because,
  ...(line ? { line } : {}),
});
export const paused = (because: string, line: LineState): Cell['seen'] => ({
  state: 'paused',
  because,
  line,
});
export const quarantined = (because: string): Cell['seen'] => ({ state: 'quarantined', because });
export const conflict = (code: string): Cell['fault'] => ({
  kind: 'status',
  status: 409,
  body: { code, message: '冲突' },
});
export const status = (code: number, more: JsonObject = {}): Cell['fault'] => ({
  kind: 'status',
  status: code,
  ...more,
});
