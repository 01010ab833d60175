import { z } from 'zod';
import { CaseId, ReceiptNumber } from '#contract/shapes/case.ts';
import { all, type Reader } from '#native/sqlite/database.ts';

/** Verified copies with their pages, in cases this person applied for that have an outcome. */
const COPIES = `SELECT paper_name AS paperName, case_file.id AS caseId, material_id AS materialId,
    receipt_number AS receiptNumber, json_extract(item, '$.nameZh') AS itemNameZh,
    json_extract(item, '$.nameEn') AS itemNameEn, checked_at_ms AS checkedAtMs, checked_by AS checkedBy,
    checked_window AS checkedWindow, file_hash AS fileHash
  FROM case_person
    JOIN case_file ON case_file.id = case_person.case_id
    JOIN case_material ON case_material.case_id = case_file.id
  WHERE person_key = @personKey AND role = 'applicant' AND case_file.id IS NOT @caseId
    AND receipt_number IS NOT NULL AND checked_at_ms IS NOT NULL AND file_hash IS NOT NULL
    AND route IN ('paper', 'scan') AND paper_name <> ''
  ORDER BY checked_at_ms`;

const Copy = z.strictObject({
  paperName: z.string(),
  caseId: CaseId,
  materialId: z.string(),
  receiptNumber: ReceiptNumber,
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  checkedAtMs: z.int(),
  checkedBy: z.string(),
  checkedWindow: z.int().nullable(),
  fileHash: z.string(),
});
export type VerifiedCopy = z.output<typeof Copy>;
const Copies = Copy.array();

/**
 * The newest verified copy of each paper this person gave before, by the paper's name.
 *
 * @param caseId the case that looks for it and is none of the earlier ones
 */
export function copiesOfPerson(
  db: Reader,
  personKey: string,
  caseId: CaseId | null,
): ReadonlyMap<string, VerifiedCopy> {
  const rows = Copies.parse(all(db, COPIES, { personKey, caseId }));
  return new Map(rows.map((copy) => [copy.paperName, copy]));
}
