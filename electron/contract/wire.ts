import { z } from 'zod';

/** Front desk → desk process. `no` pairs an answer with its question. */
export const Question = z.strictObject({
  no: z.int().positive(),
  name: z.string().max(80),
  input: z.unknown(),
});

/** What a fault shows: a number the log knows and one plain sentence, never a stack or a value. */
export const Fault = z.strictObject({ number: z.string(), message: z.string() });

/** Desk process → front desk. `no` 0: a line that held no question number, so that nothing can be paired. */
export const Told = z.union([
  z.strictObject({ no: z.int().positive(), answer: z.unknown() }),
  z.strictObject({ no: z.int().nonnegative(), fault: Fault }),
  z.strictObject({ news: z.string(), value: z.unknown() }),
]);

export type Question = z.output<typeof Question>;
export type Told = z.output<typeof Told>;
export type Fault = z.output<typeof Fault>;
