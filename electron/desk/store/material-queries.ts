import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import { MaterialQuery } from '#contract/shapes/material.ts';
import { TO_BE_DECIDED } from '#rules/intake/recheck.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { inJson } from './parties.ts';

const COLUMNS = `id, case_id AS caseId, material_id AS materialId, kind, what, purpose, basis,
  consent_id AS consentId, asked_at_ms AS askedAtMs, asked_by AS askedBy, answer, trouble, answered_by AS answeredBy, level, identifier,
  check_holds AS checkHolds, issuer, status, holder, valid_to AS validTo, as_of AS asOf, fields, flags,
  said_wrong AS saidWrong`;
const OF_CASE = `SELECT ${COLUMNS} FROM material_query WHERE case_id = @caseId ORDER BY asked_at_ms DESC, id DESC`;
const BY_ID = `SELECT ${COLUMNS} FROM material_query WHERE id = @id`;
const KEEP = `INSERT INTO material_query (id, case_id, material_id, kind, what, purpose, basis, consent_id,
    asked_at_ms, asked_by, answer, trouble, answered_by, level, identifier, check_holds, issuer, status, holder, valid_to, as_of, fields,
    flags)
  VALUES (@id, @caseId, @materialId, @kind, @what, @purpose, @basis, @consentId, @askedAtMs, @askedBy, @answer, @trouble,
    @answeredBy, @level, @identifier, @checkHolds, @issuer, @status, @holder, @validTo, @asOf, @fields, @flags)`;
const SAY_WRONG = `UPDATE material_query SET said_wrong = @say, said_wrong_at_ms = @atMs, said_wrong_by = @by
  WHERE id = @id`;

const WRONG_NOT_OWED = `SELECT ${COLUMNS} FROM material_query
  WHERE case_id = @caseId AND said_wrong IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM wrong_data_owed WHERE query_id = material_query.id)
  ORDER BY said_wrong_at_ms, id`;
const OWE = 'INSERT INTO wrong_data_owed (query_id, case_id, owed_at_ms) VALUES (@id, @caseId, @atMs)';

/** The newest word about a paper that came another way, in a case that is still to be decided. */
const TO_ASK_AGAIN = `SELECT away.case_id AS caseId, away.material_id AS materialId
  FROM material_query AS away INDEXED BY material_query_away
    JOIN case_material USING (case_id, material_id)
    JOIN case_file ON case_file.id = away.case_id
  WHERE away.answer = 'away' AND away.trouble <> 'not-connected'
    AND case_file.state IN (SELECT value FROM json_each(@states))
    AND NOT EXISTS (SELECT 1 FROM material_query AS later WHERE later.case_id = away.case_id
      AND later.material_id = away.material_id AND later.asked_at_ms > away.asked_at_ms)
    AND (away.asked_at_ms < @lineSinceMs OR (away.asked_at_ms <= @oldMs
      AND 1 = (SELECT count(*) FROM material_query AS before WHERE before.case_id = away.case_id
        AND before.material_id = away.material_id AND before.answer = 'away')))
  ORDER BY away.asked_at_ms LIMIT 50`;
const ToAskAgain = z.strictObject({ caseId: CaseId, materialId: z.string() }).array();

const Row = z
  .strictObject({
    ...MaterialQuery.shape,
    caseId: CaseId,
    materialId: z.string(),
    checkHolds: z.literal([0, 1]).nullable(),
    fields: inJson(MaterialQuery.shape.fields),
    flags: inJson(MaterialQuery.shape.flags),
  })
  .transform(({ caseId, materialId, checkHolds, ...query }) => ({
    caseId,
    materialId,
    query: { ...query, checkHolds: checkHolds === null ? null : checkHolds === 1 } satisfies MaterialQuery,
  }));
const Rows = Row.array();
const MaybeRow = Row.nullable();

/** A query and the paper it was about. */
export type KeptQuery = z.output<typeof Row>;

/** Every query about each paper of a case, the newest first. */
export function queriesOf(db: Reader, caseId: CaseId): ReadonlyMap<string, readonly MaterialQuery[]> {
  const rows = Rows.parse(all(db, OF_CASE, { caseId }));
  const byPaper = Map.groupBy(rows, ({ materialId }) => materialId);
  return new Map([...byPaper].map(([id, kept]) => [id, kept.map(({ query }) => query)]));
}

export function queryById(db: Reader, id: string): KeptQuery | null {
  return MaybeRow.parse(one(db, BY_ID, { id }));
}

/**
 * Papers whose source was away when it was asked last: since before the line came back, or the first time and some
 * while ago. Oldest first.
 */
export function queriesToAskAgain(
  db: Reader,
  when: { readonly lineSinceMs: number; readonly oldMs: number },
): z.output<typeof ToAskAgain> {
  return ToAskAgain.parse(all(db, TO_ASK_AGAIN, { ...when, states: JSON.stringify([...TO_BE_DECIDED]) }));
}

/** Keeps a query as it was answered. Never changed afterwards, except that it may be reported wrong, once. */
export function keepQuery(db: Writer, { caseId, materialId, query }: KeptQuery): void {
  const { saidWrong: _notYet, ...asked } = query;
  run(db, KEEP, {
    ...asked,
    caseId,
    materialId,
    checkHolds: query.checkHolds === null ? null : Number(query.checkHolds),
    fields: JSON.stringify(query.fields),
    flags: JSON.stringify(query.flags),
  });
}

/** 多源校核: what the clerk says is wrong with it. */
export function sayQueryWrong(
  db: Writer,
  id: string,
  wrong: { readonly say: string; readonly atMs: number; readonly by: string },
): void {
  run(db, SAY_WRONG, { id, ...wrong });
}

/** Queries reported wrong whose source has not been told yet. */
export function wrongAndNotOwed(db: Reader, caseId: CaseId): KeptQuery[] {
  return Rows.parse(all(db, WRONG_NOT_OWED, { caseId }));
}

/** From now on a debt of the case carries the report. */
export function markReportOwed(db: Writer, id: string, caseId: CaseId, atMs: number): void {
  run(db, OWE, { id, caseId, atMs });
}
