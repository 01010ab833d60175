import { z } from 'zod';
import type { CaseId } from '#contract/shapes/case.ts';
import { MaterialQuery } from '#contract/shapes/material.ts';
import { all, type Reader } from '#native/sqlite/database.ts';

const COLUMNS = `id, case_id AS caseId, material_id AS materialId, kind, what, purpose, basis,
  asked_at_ms AS askedAtMs, asked_by AS askedBy, answer, answered_by AS answeredBy, identifier,
  check_holds AS checkHolds, holder, valid_to AS validTo, fields, said_wrong AS saidWrong`;
const OF_CASE = `SELECT ${COLUMNS} FROM material_query WHERE case_id = @caseId ORDER BY asked_at_ms, id`;

const Row = z
  .strictObject({
    ...MaterialQuery.shape,
    caseId: z.string(),
    materialId: z.string(),
    checkHolds: z.literal([0, 1]).nullable(),
    fields: z.string(),
  })
  .transform(({ caseId: _case, materialId, checkHolds, fields, ...query }) => ({
    materialId,
    query: MaterialQuery.parse({
      ...query,
      checkHolds: checkHolds === null ? null : checkHolds === 1,
      fields: JSON.parse(fields),
    }),
  }));
const Rows = Row.array();

/** The newest query of each paper of a case. */
export function queriesOf(db: Reader, caseId: CaseId): ReadonlyMap<string, MaterialQuery> {
  const rows = Rows.parse(all(db, OF_CASE, { caseId }));
  return new Map(rows.map(({ materialId, query }) => [materialId, query]));
}
