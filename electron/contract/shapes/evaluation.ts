import { z } from 'zod';

/**
 * 好差评 in five levels, the best first. What a platform calls them, and which end it counts from, is its adapter's.
 *
 * @source GB/T 39735; domain.md 6, trap of the direction
 */
export const EvaluationLevel = z.enum(['very-good', 'good', 'fair', 'bad', 'very-bad']);

/** Why a service was not good. */
export const EvaluationReason = z.enum(['waited', 'papers', 'unclear', 'attitude', 'not-solved', 'other']);

export type EvaluationLevel = z.output<typeof EvaluationLevel>;
export type EvaluationReason = z.output<typeof EvaluationReason>;
