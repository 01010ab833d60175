import { z } from 'zod';
import { Moment } from './day.ts';

/** 远程帮办: what a clerk asked an expert of the county about a case, and what came back. */
export const ExpertQuestion = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  askedAtMs: Moment,
  askedBy: z.string(),
  /** When the platform said that it has it; null: it is still owed. */
  keptAtMs: Moment.nullable(),
  answer: z.strictObject({ text: z.string(), by: z.string(), atMs: Moment }).nullable(),
});

export const ExpertQuestions = z.array(ExpertQuestion);

export type ExpertQuestion = z.output<typeof ExpertQuestion>;
