import { z } from 'zod';
import { QueryLine, QueryOutcome } from '#contract/shapes/query-log.ts';
import { all, type Reader } from '#native/sqlite/database.ts';

/** What is looked for among the queries. */
export interface QueryWish {
  readonly fromMs: number;
  /** Part of a source, a system, an item, a purpose, a receipt number; or a whole clerk number. Empty: all. */
  readonly words: string;
  readonly outcome: QueryOutcome | null;
  readonly limit: number;
}

const OUTCOME = `CASE WHEN said_wrong IS NOT NULL THEN 'wrong' WHEN answer = 'found' THEN 'found'
  WHEN answer = 'away' THEN 'away' ELSE 'no-use' END`;
const ASKED = `FROM material_query AS asked JOIN case_file ON case_file.id = asked.case_id
    LEFT JOIN shared_query AS listed ON asked.kind = 'shared-data' AND listed.code = asked.what
  WHERE asked_at_ms >= @fromMs
    AND (@words = '' OR asked_by = @words OR instr(what, @words) > 0 OR instr(purpose, @words) > 0
      OR instr(coalesce(listed.name_zh || listed.system || listed.organ, ''), @words) > 0
      OR instr(coalesce(receipt_number, ''), upper(@words)) > 0
      OR instr(lower(item ->> '$.nameEn'), lower(@words)) > 0)`;
const LINES = `SELECT asked.id, asked.case_id AS caseId, receipt_number AS receiptNumber, item_code AS itemCode,
    item_version AS itemVersion, item ->> '$.nameZh' AS itemNameZh, item ->> '$.nameEn' AS itemNameEn,
    coalesce(parties ->> '$.applicant.details.name', draft.name) AS applicantName,
    coalesce(parties ->> '$.applicant.details.kind', draft.details ->> '$.kind') AS applicantKind,
    asked.kind, coalesce(listed.name_zh, what) AS source, listed.system, listed.organ, listed.fields,
    material_id AS materialId,
    purpose, basis, consent_id IS NOT NULL AS onScreen, asked_at_ms AS askedAtMs, asked_by AS askedBy, answer, trouble,
    answered_by AS answeredBy, said_wrong IS NOT NULL AS saidWrong
  ${ASKED.replace(
    '\n  WHERE',
    `\n    LEFT JOIN party AS draft ON draft.visit_id = case_file.visit_id AND draft.role = 'applicant'\n  WHERE`,
  )}
    AND (@outcome IS NULL OR ${OUTCOME} = @outcome)
  ORDER BY asked_at_ms DESC, asked.id DESC LIMIT @limit`;
const COUNTS = `SELECT ${OUTCOME} AS outcome, count(*) AS count ${ASKED} GROUP BY outcome`;

const Flag = z.literal([0, 1]).transform((flag) => flag === 1);
const Names = z.array(z.object({ nameZh: z.string() }));
const Lines = z.array(
  z.strictObject({
    ...QueryLine.omit({ about: true, paperNameZh: true, paperNameEn: true }).shape,
    fields: z
      .string()
      .nullable()
      .transform((text) => Names.parse(text === null ? [] : JSON.parse(text)).map(({ nameZh }) => nameZh)),
    itemCode: z.string(),
    itemVersion: z.int(),
    materialId: z.string(),
    /** Whole: to be masked before it is shown. */
    applicantName: z.string().nullable(),
    applicantKind: z.string().nullable(),
    onScreen: Flag,
    saidWrong: Flag,
  }),
);
const Counts = z.array(z.strictObject({ outcome: QueryOutcome, count: z.int() }));

/** Queries since a moment, the newest first. */
export function queriesSince(
  db: Reader,
  { fromMs, words, outcome, limit }: QueryWish,
): z.output<typeof Lines> {
  return Lines.parse(all(db, LINES, { fromMs, words, outcome, limit }));
}

/** How many of each outcome. */
export function queriesCounted(
  db: Reader,
  { fromMs, words }: Pick<QueryWish, 'fromMs' | 'words'>,
): Readonly<Record<QueryOutcome, number>> {
  const counted = new Map(
    Counts.parse(all(db, COUNTS, { fromMs, words })).map(({ outcome, count }) => [outcome, count]),
  );
  const of = (outcome: QueryOutcome): number => counted.get(outcome) ?? 0;
  return { found: of('found'), 'no-use': of('no-use'), away: of('away'), wrong: of('wrong') };
}
