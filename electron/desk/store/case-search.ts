import { z } from 'zod';
import { CaseId, CaseState, ReceiptNumber } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { all, type Reader } from '#native/sqlite/database.ts';

/** A found case; the name is whole and must be masked before it is shown. */
const FoundCase = z.strictObject({
  id: CaseId,
  receiptNumber: ReceiptNumber.nullable(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  applicantName: z.string().nullable(),
  applicantKind: z.string().nullable(),
  state: CaseState,
  openedAtMs: z.int(),
  promisedDueOn: Day.nullable(),
});
type FoundCase = z.output<typeof FoundCase>;

export interface CaseSearch {
  /** The words with narrow signs, for numbers and items. */
  readonly words: string;
  /** The same as typed: a name is kept with the wide brackets it was read with. */
  readonly typed: string;
  /** Keyed hashes of the certificate numbers the text may be. */
  readonly personKeys: readonly string[];
  /** A whole receipt number, or what stands before its check sign: `-03-000127`, or the last digits alone. */
  readonly receipt: string | null;
  /** The case an official number belongs to. */
  readonly caseId: string | null;
  readonly limit: number;
}

const FIND = `
  SELECT case_file.id, receipt_number AS receiptNumber,
    item ->> '$.nameZh' AS itemNameZh, item ->> '$.nameEn' AS itemNameEn,
    coalesce(parties ->> '$.applicant.details.name', draft.name) AS applicantName,
    coalesce(parties ->> '$.applicant.details.kind', draft.details ->> '$.kind') AS applicantKind,
    state, case_file.opened_at_ms AS openedAtMs, promised_due_on AS promisedDueOn
  FROM case_file JOIN visit ON visit.id = case_file.visit_id
  LEFT JOIN party AS draft ON draft.visit_id = case_file.visit_id AND draft.role = 'applicant'
  WHERE case_file.id = @caseId
    OR case_file.id IN (SELECT case_id FROM case_online WHERE online_number = @words COLLATE NOCASE)
    OR receipt_number = @receipt
    OR (@receipt IS NOT NULL AND instr(receipt_number, @receipt || '-') > 0)
    OR visit.ticket_number = upper(@words)
    OR case_file.id IN (SELECT case_id FROM case_person
      WHERE person_key IN (SELECT value FROM json_each(@personKeys)) OR instr(name, @words) > 0 OR instr(name, @typed) > 0)
    OR (state = 'draft' AND case_file.visit_id IN (SELECT visit_id FROM party
      WHERE person_key IN (SELECT value FROM json_each(@personKeys)) OR instr(name, @words) > 0 OR instr(name, @typed) > 0))
    OR instr(item ->> '$.nameZh', @words) > 0 OR instr(item ->> '$.nameZh', @typed) > 0
    OR instr(lower(item ->> '$.nameEn'), lower(@words)) > 0
    OR item_code = @words
  ORDER BY case_file.opened_at_ms DESC, case_file.id DESC LIMIT @limit`;
const NEWEST = FIND.replace(/WHERE [\s\S]*ORDER BY/, 'ORDER BY');

/** Cases that any of the wishes fits, newest first; without words the newest of all. */
export function findCases(db: Reader, search: CaseSearch): FoundCase[] {
  if (search.words === '') return FoundCase.array().parse(all(db, NEWEST, { limit: search.limit }));
  return FoundCase.array().parse(
    all(db, FIND, {
      words: search.words,
      typed: search.typed,
      personKeys: JSON.stringify(search.personKeys),
      receipt: search.receipt,
      caseId: search.caseId,
      limit: search.limit,
    }),
  );
}
