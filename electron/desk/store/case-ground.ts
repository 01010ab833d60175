import { z } from 'zod';
import { type CaseGround, CatalogueSource } from '#contract/shapes/catalogue.ts';
import type { CaseId } from '#contract/shapes/case.ts';
import { ServiceItem } from '#contract/shapes/item.ts';
import { NoticeKind } from '#contract/shapes/notice.ts';
import { all, one, type Reader } from '#native/sqlite/database.ts';

const CASE = `SELECT item, opened_at_ms AS openedAtMs, calendar_version AS calendar
  FROM case_file WHERE id = @caseId`;
const IN_FORCE_THEN = `SELECT name, source, at_ms AS atMs FROM catalogue_state
  WHERE at_ms <= @openedAtMs ORDER BY seq DESC LIMIT 1`;
const PAPERS = `SELECT kind, document_number AS documentNumber, template_version AS templateVersion
  FROM notice WHERE case_id = @caseId ORDER BY issued_at_ms, document_number`;

const Case = z
  .strictObject({
    item: z.string().transform((text) => ServiceItem.parse(JSON.parse(text))),
    openedAtMs: z.int(),
    calendar: z.string().nullable(),
  })
  .nullable();
const Then = z.strictObject({ name: z.string(), source: CatalogueSource, atMs: z.int() }).nullable();
const Papers = z.array(
  z.strictObject({ kind: NoticeKind, documentNumber: z.string(), templateVersion: z.int() }),
);

/** What a case stands on, from its own copy of the item and its own papers; null: there is no such case. */
export function caseGround(db: Reader, caseId: CaseId): CaseGround | null {
  const file = Case.parse(one(db, CASE, { caseId }));
  if (!file) return null;
  const { item, openedAtMs, calendar } = file;
  return {
    itemVersion: item.version,
    legalBasis: item.legalBasis,
    limitBasis: item.legalLimit.days === null ? null : item.legalLimit.basis,
    catalogue: Then.parse(one(db, IN_FORCE_THEN, { openedAtMs })),
    calendar,
    papers: Papers.parse(all(db, PAPERS, { caseId })),
  };
}
