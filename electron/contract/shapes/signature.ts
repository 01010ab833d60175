import { z } from 'zod';
import { Moment } from './day.ts';

/** Where a pen went down, moved and came up. The pad is 1000 × 400 units whatever the screen. */
export const Stroke = z
  .array(z.strictObject({ x: z.int().min(0).max(1000), y: z.int().min(0).max(400) }))
  .min(1)
  .max(600);
export const Strokes = z.array(Stroke).min(1).max(60);

/** `on-paper`: with a pen on the printed paper. */
export const SignatureOutcome = z.enum(['signed', 'on-paper', 'refused', 'impossible']);

/** How a paper that wants a signature stands. */
export const SigningState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not-wanted') }),
  z.strictObject({ state: z.literal('wanted') }),
  z.strictObject({ state: z.literal('on-screen') }),
  /** The citizen said on the screen that something is not right. */
  z.strictObject({ state: z.literal('objected'), atMs: Moment }),
  z.strictObject({
    state: z.literal('settled'),
    outcome: SignatureOutcome,
    atMs: Moment,
    clerk: z.string(),
    reason: z.string().nullable(),
    /** sha-256 of the picture, hex. */
    sha256: z.string().nullable(),
  }),
]);

export type Stroke = z.output<typeof Stroke>;
export type SignatureOutcome = z.output<typeof SignatureOutcome>;
export type SigningState = z.output<typeof SigningState>;
