import { z } from 'zod';
import { CaseId, VisitId } from '#contract/shapes/case.ts';
import { QueryConsent, QueryKind } from '#contract/shapes/material.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const ASK = `INSERT INTO query_consent (id, case_id, material_id, kind, what, purpose, visit_id, asked_at_ms, asked_by)
  VALUES (@id, @caseId, @materialId, @kind, @what, @purpose, @visitId, @askedAtMs, @askedBy)`;
const OPEN = `SELECT id, case_id AS caseId, material_id AS materialId, kind, what, purpose, visit_id AS visitId,
    asked_at_ms AS askedAtMs, asked_by AS askedBy
  FROM query_consent WHERE answer IS NULL ORDER BY asked_at_ms DESC, id DESC LIMIT 1`;
const ANSWER = 'UPDATE query_consent SET answer = @answer, answered_at_ms = @atMs WHERE id = @id';
const OF_CASE = `SELECT material_id AS materialId, id, kind, answer, asked_at_ms AS askedAtMs,
    answered_at_ms AS answeredAtMs
  FROM query_consent WHERE case_id = @caseId ORDER BY asked_at_ms, id`;

const AskedConsent = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  materialId: z.string(),
  kind: QueryKind,
  what: z.string(),
  purpose: z.string(),
  visitId: VisitId,
  askedAtMs: z.int(),
  askedBy: z.string(),
});
/** A consent that a citizen is asked for. */
export type AskedConsent = z.output<typeof AskedConsent>;
const MaybeAsked = AskedConsent.nullable();
const Rows = QueryConsent.extend({ materialId: z.string() }).array();

export function askConsent(db: Writer, asked: AskedConsent): void {
  run(db, ASK, { ...asked });
}

/** The one asked last, if it was not answered. */
export function openConsent(db: Reader): AskedConsent | null {
  return MaybeAsked.parse(one(db, OPEN, {}));
}

export function answerConsent(db: Writer, id: string, answer: 'agreed' | 'declined', atMs: number): void {
  run(db, ANSWER, { id, answer, atMs });
}

/** The newest consent about each paper of a case. */
export function consentsOf(db: Reader, caseId: CaseId): ReadonlyMap<string, QueryConsent> {
  const rows = Rows.parse(all(db, OF_CASE, { caseId }));
  return new Map(rows.map(({ materialId, ...consent }) => [materialId, consent]));
}
