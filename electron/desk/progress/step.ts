import type { CommonRefusal } from '#contract/call.ts';
import type { Refusal } from '#contract/calls.ts';
import { caseAfter, type CaseEvent, takesPapers } from '#rules/intake/case-moves.ts';
import type { WriteBench } from '../answering.ts';
import { settleSpared } from '../intake/keep-spared.ts';
import { type CaseMoveRecord, moveCase } from '../store/case-moves.ts';
import type { WholeProgress } from './whole-progress.ts';

export type StepRefusal = Exclude<Refusal<'progress.act'>, CommonRefusal>;

/** What one act needs: where to write, and the case as it was when the act was decided. */
export interface Step {
  readonly bench: WriteBench;
  readonly progress: WholeProgress;
}

/** Moves a case; what the act does not change stays as it is. Which papers were spared is settled on the way out. */
export function move(
  { bench, progress }: Step,
  event: CaseEvent,
  set: Partial<Omit<CaseMoveRecord, 'id' | 'from' | 'to'>> = {},
): 'not-in-this-state' | null {
  const { record } = progress.whole;
  const to = caseAfter(record.state, event);
  const nothing = { allIn: null, acceptance: null, dues: null, decision: null };
  const moved =
    to !== null && moveCase(bench.db, { ...nothing, ...set, id: record.id, from: record.state, to });
  if (!moved) return 'not-in-this-state';
  if (takesPapers(record.state)) settleSpared(bench, record.id);
  return null;
}

/** Null when the calendar does not reach far enough. */
export function within<T>(count: () => T): T | null {
  try {
    return count();
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
