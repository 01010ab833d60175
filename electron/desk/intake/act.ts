import type { Day } from '#contract/shapes/day.ts';

/** The moment of an act, at this window, by this clerk. */
export interface Act {
  readonly atMs: number;
  readonly on: Day;
  readonly clerk: string;
  readonly window: number;
  /** False: the case got its first outcome now and was received in the same act. */
  readonly receivedBefore: boolean;
}

/** Numbers of the papers an act issued; null where it issued none. */
export interface DocumentNumbers {
  readonly slip: string | null;
  readonly decision: string | null;
}
