import type { CaseState } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { ASKED_FOR_DAYS, hasEnded } from './evaluation-due.ts';
import { calendarDaysAfter } from '../calendar/days.ts';
import type { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';

const BAD: ReadonlySet<EvaluationLevel> = new Set(['bad', 'very-bad']);

/** Whether a level wants a reason: 不满意 and 非常不满意 do. @source domain.md 6 */
export function wantsReason(level: EvaluationLevel): boolean {
  return BAD.has(level);
}

/** Says why an evaluation does not stand, or null when it does. Nobody is asked why they were content. */
export function evaluationStanding(
  level: EvaluationLevel,
  reasons: readonly EvaluationReason[],
): 'reason-missing' | 'reason-not-asked' | null {
  if (wantsReason(level)) return reasons.length === 0 ? 'reason-missing' : null;
  return reasons.length > 0 ? 'reason-not-asked' : null;
}

/**
 * Whether a case may be evaluated by the code on its slip: it has a number, this time of it was not evaluated, and it
 * did not end longer ago than anybody is asked for.
 *
 * @source domain.md 6 (once per time), 12 F24; 13.3 invariant 17
 */
export function slipRatingStanding(of: {
  readonly hasNumber: boolean;
  readonly isRated: boolean;
  readonly state: CaseState;
  /** The day of its last act. */
  readonly endedOn: Day;
  readonly today: Day;
}): 'nothing-received' | 'rated-already' | 'too-late-to-rate' | null {
  if (!of.hasNumber) return 'nothing-received';
  if (of.isRated) return 'rated-already';
  const isLate = hasEnded(of.state) && of.today > calendarDaysAfter(of.endedOn, ASKED_FOR_DAYS);
  return isLate ? 'too-late-to-rate' : null;
}
