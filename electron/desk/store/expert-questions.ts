import { z } from 'zod';
import { type CaseId, CaseId as Case } from '#contract/shapes/case.ts';
import { ExpertQuestion } from '#contract/shapes/expert.ts';
import { all, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const ADD = `INSERT INTO expert_question (id, case_id, item_code, item_name, text, asked_at_ms, asked_by)
  VALUES (@id, @caseId, @itemCode, @itemName, @text, @atMs, @by)`;
const OF_CASE = `SELECT id, text, asked_at_ms AS askedAtMs, asked_by AS askedBy, kept_at_ms AS keptAtMs, answer,
    answered_by AS answeredBy, answered_at_ms AS answeredAtMs
  FROM expert_question WHERE case_id = @caseId ORDER BY asked_at_ms DESC, id`;
const OPEN = `SELECT id, case_id AS caseId, item_code AS itemCode, item_name AS itemName, text,
    asked_at_ms AS askedAtMs, asked_by AS askedBy
  FROM expert_question WHERE answer IS NULL AND asked_at_ms >= @sinceMs ORDER BY asked_at_ms LIMIT 20`;
const KEPT = 'UPDATE expert_question SET kept_at_ms = @atMs WHERE id = @id AND kept_at_ms IS NULL';
const ANSWERED = `UPDATE expert_question SET answer = @text, answered_by = @by, answered_at_ms = @answeredAtMs,
    kept_at_ms = coalesce(kept_at_ms, @atMs)
  WHERE id = @id AND answer IS NULL`;

const Rows = z
  .strictObject({
    ...ExpertQuestion.omit({ answer: true }).shape,
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAtMs: z.int().nullable(),
  })
  .transform(({ answer: text, answeredBy: by, answeredAtMs: atMs, ...asked }): ExpertQuestion => ({
    ...asked,
    answer: text !== null && by !== null && atMs !== null ? { text, by, atMs } : null,
  }))
  .array();
const Open = z
  .strictObject({
    id: z.string(),
    caseId: Case,
    itemCode: z.string(),
    itemName: z.string(),
    text: z.string(),
    askedAtMs: z.int(),
    askedBy: z.string(),
  })
  .array();

/** A question nobody has answered yet. */
export type OpenQuestion = z.output<typeof Open>[number];

export function addQuestion(
  db: Writer,
  question: {
    readonly id: string;
    readonly caseId: CaseId;
    readonly itemCode: string;
    readonly itemName: string;
    readonly text: string;
    readonly atMs: number;
    readonly by: string;
  },
): void {
  run(db, ADD, { ...question });
}

export function questionsOfCase(db: Reader, caseId: CaseId): ExpertQuestion[] {
  return Rows.parse(all(db, OF_CASE, { caseId }));
}

/** What was asked since a moment and has no answer, the oldest first. */
export function openQuestions(db: Reader, sinceMs: number): OpenQuestion[] {
  return Open.parse(all(db, OPEN, { sinceMs }));
}

/** True when the platform had not said so before. */
export function keptByPlatform(db: Writer, id: string, atMs: number): boolean {
  return run(db, KEPT, { id, atMs }) > 0;
}

export function keepExpertAnswer(
  db: Writer,
  answer: {
    readonly id: string;
    readonly text: string;
    readonly by: string;
    readonly answeredAtMs: number;
    readonly atMs: number;
  },
): void {
  run(db, ANSWERED, { ...answer });
}
