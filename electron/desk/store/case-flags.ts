import { z } from 'zod';
import { CaseId, ReceiptNumber } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { FlagKind, type FlagResult } from '#contract/shapes/supervision.ts';
import { all, oneChanged, type Reader, run, type Writer } from '#native/sqlite/database.ts';

const RAISE = `INSERT INTO case_flag (case_id, kind, person_key, item_code, raised_on, raised_at_ms, due_on, say)
  VALUES (@caseId, @kind, @personKey, @itemCode, @on, @atMs, @dueOn, @say)
  ON CONFLICT DO NOTHING`;
const CLEAR = `UPDATE case_flag SET cleared_on = @on, cleared_at_ms = @atMs, cleared_by = @by, result = @result
  WHERE case_id = @caseId AND kind = @kind AND cleared_at_ms IS NULL
  RETURNING person_key AS personKey, item_code AS itemCode, raised_on AS since, due_on AS dueOn, say`;
const STANDING = `SELECT kind, case_id AS caseId, case_flag.item_code AS itemCode, receipt_number AS receiptNumber,
    json_extract(item, '$.nameZh') AS itemNameZh, json_extract(item, '$.nameEn') AS itemNameEn,
    raised_on AS since, due_on AS dueOn, say
  FROM case_flag JOIN case_file ON case_file.id = case_id`;
const OF_CASE = `${STANDING} WHERE case_id = @caseId AND cleared_at_ms IS NULL ORDER BY raised_at_ms, kind`;
const OF_PERSON = `${STANDING} WHERE person_key IN (SELECT value FROM json_each(@keys)) AND cleared_at_ms IS NULL
  ORDER BY raised_at_ms, case_id, kind`;

const Standing = z
  .strictObject({
    kind: FlagKind,
    caseId: CaseId,
    itemCode: z.string(),
    receiptNumber: ReceiptNumber,
    itemNameZh: z.string(),
    itemNameEn: z.string(),
    since: Day,
    dueOn: Day.nullable(),
    say: z.string().nullable(),
  })
  .array();
const Cleared = z
  .strictObject({
    personKey: z.string(),
    itemCode: z.string(),
    since: Day,
    dueOn: Day.nullable(),
    say: z.string().nullable(),
  })
  .nullable();

export type StandingFlag = z.output<typeof Standing>[number];

/** Raises a flag of a case, filed under its applicant. One of a kind stands once per case. */
export function raiseFlag(
  db: Writer,
  flag: {
    readonly caseId: CaseId;
    readonly kind: FlagKind;
    readonly personKey: string;
    readonly itemCode: string;
    readonly on: Day;
    readonly atMs: number;
    readonly dueOn: Day | null;
    readonly say: string | null;
  },
): void {
  run(db, RAISE, { ...flag });
}

/** Takes a flag down. Null: none of this kind stands. */
export function clearFlag(
  db: Writer,
  cleared: {
    readonly caseId: CaseId;
    readonly kind: FlagKind;
    readonly result: FlagResult;
    readonly on: Day;
    readonly atMs: number;
    readonly by: string;
  },
): z.output<typeof Cleared> {
  return Cleared.parse(oneChanged(db, CLEAR, { ...cleared }));
}

export function flagsOfCase(db: Reader, caseId: CaseId): StandingFlag[] {
  return Standing.parse(all(db, OF_CASE, { caseId }));
}

/** What stands against an applicant in any case, by the keyed hashes of their number. */
export function flagsOfPerson(db: Reader, personKeys: readonly string[]): StandingFlag[] {
  return Standing.parse(all(db, OF_PERSON, { keys: JSON.stringify(personKeys) }));
}
