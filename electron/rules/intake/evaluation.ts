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
