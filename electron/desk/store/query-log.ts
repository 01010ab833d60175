import { z } from 'zod';
import { QueryLine, QueryOutcome } from '#contract/shapes/query-log.ts';
import { all, type Reader } from '#native/sqlite/database.ts';

/** What is looked for among the queries. */
export interface QueryWish {
  readonly fromMs: number;
  /** Part of a source, a system, an item, a purpose, a receipt number; or a whole clerk number. Empty: all. */
  readonly words: string;
  /** The same before wide signs were made narrow. */
  readonly typed: string;
  readonly outcome: QueryOutcome | null;
  readonly limit: number;
  /** What every question about a network certificate was put for. */
  readonly networkPurpose: string;
}

/** A code that ran out or is unknown names nobody. */
const NAMED = `answer IN ('same-person', 'other-person')`;
/** Instead of a paper, of a network certificate, and about whoever was identified without a line; one shape for all. */
const EVERY = `
  SELECT id, case_id, kind, what, purpose, basis, consent_id IS NOT NULL AS on_screen, material_id, asked_at_ms, asked_by,
    answer, trouble, answered_by, said_wrong IS NOT NULL AS said_wrong, 'applicant' AS role, NULL AS visit_id
  FROM material_query WHERE asked_at_ms >= @fromMs
  UNION ALL
  SELECT id, coalesce(case_id, (SELECT min(case_visit.case_id) FROM case_visit
      WHERE case_visit.visit_id = network_check.visit_id)), 'network-identity', '网证', @networkPurpose, 'consent', 0, NULL,
    asked_at_ms, asked_by, answer, trouble, answered_by, 0, iif(${NAMED}, role, NULL), visit_id
  FROM network_check WHERE asked_at_ms >= @fromMs
  UNION ALL
  SELECT id, case_id, 'recheck', what, purpose, 'law', 0, NULL, asked_at_ms, 'desk', answer, trouble, answered_by, 0,
    role, NULL
  FROM identity_recheck WHERE asked_at_ms >= @fromMs AND answer <> 'nobody-to-ask'`;
const OUTCOME = `CASE WHEN said_wrong THEN 'wrong' WHEN answer IN ('found', 'same-person') THEN 'found'
  WHEN answer = 'away' THEN 'away' ELSE 'no-use' END`;
const ASKED = `FROM (${EVERY}) AS asked LEFT JOIN case_file ON case_file.id = asked.case_id
    LEFT JOIN shared_query AS listed ON asked.kind IN ('shared-data', 'recheck') AND listed.code = asked.what`;
/** Names are kept as they were given: a wide bracket of one is typed as it is seen, or as a narrow one. */
const HAS = (text: string): string => `instr(${text}, @words) > 0 OR instr(${text}, @typed) > 0`;
const FITS = `WHERE @words = '' OR asked_by = @words OR ${HAS('what')} OR ${HAS('purpose')}
    OR ${HAS("coalesce(listed.name_zh || listed.system || listed.organ, '')")}
    OR instr(coalesce(receipt_number, ''), upper(@words)) > 0 OR ${HAS("coalesce(item ->> '$.nameZh', '')")}
    OR instr(lower(coalesce(item ->> '$.nameEn', '')), lower(@words)) > 0`;
/** A party of the visit in which was asked; else of the case as it was decided; else of its draft. */
const ABOUT = (what: string): string =>
  `coalesce(iif(asked.visit_id IS NULL, NULL, draft.details ->> '$.${what}'),
    parties ->> ('$.' || asked.role || '.details.${what}'), draft.details ->> '$.${what}')`;
const LINES = `SELECT asked.id, asked.case_id AS caseId, receipt_number AS receiptNumber, item_code AS itemCode,
    item_version AS itemVersion, item ->> '$.nameZh' AS itemNameZh, item ->> '$.nameEn' AS itemNameEn,
    ${ABOUT('name')} AS aboutName, ${ABOUT('kind')} AS aboutKind,
    asked.kind, iif(asked.kind = 'network-identity', '', coalesce(listed.name_zh, what)) AS source, listed.system,
    listed.organ, iif(asked.kind = 'shared-data', listed.fields, NULL) AS fields, material_id AS materialId, purpose, basis,
    on_screen AS onScreen, asked_at_ms AS askedAtMs, asked_by AS askedBy, answer, trouble, answered_by AS answeredBy,
    said_wrong AS saidWrong
  ${ASKED}
    LEFT JOIN party AS draft ON draft.visit_id = coalesce(asked.visit_id, case_file.visit_id) AND draft.role = asked.role
  ${FITS.replace('WHERE ', 'WHERE (')}) AND (@outcome IS NULL OR ${OUTCOME} = @outcome)
  ORDER BY asked_at_ms DESC, asked.id DESC LIMIT @limit`;
const COUNTS = `SELECT ${OUTCOME} AS outcome, count(*) AS count ${ASKED} ${FITS} GROUP BY outcome`;

const Flag = z.literal([0, 1]).transform((flag) => flag === 1);
const Names = z.array(z.object({ nameZh: z.string() }));
const Lines = z.array(
  z.strictObject({
    ...QueryLine.omit({ about: true, paperNameZh: true, paperNameEn: true }).shape,
    fields: z
      .string()
      .nullable()
      .transform((text) => Names.parse(text === null ? [] : JSON.parse(text)).map(({ nameZh }) => nameZh)),
    itemCode: z.string().nullable(),
    itemVersion: z.int().nullable(),
    materialId: z.string().nullable(),
    /** Whole: to be masked before it is shown. */
    aboutName: z.string().nullable(),
    aboutKind: z.string().nullable(),
    onScreen: Flag,
    saidWrong: Flag,
  }),
);
const Counts = z.array(z.strictObject({ outcome: QueryOutcome, count: z.int() }));

/** Queries since a moment, the newest first. */
export function queriesSince(
  db: Reader,
  { fromMs, words, typed, outcome, limit, networkPurpose }: QueryWish,
): z.output<typeof Lines> {
  return Lines.parse(all(db, LINES, { fromMs, words, typed, outcome, limit, networkPurpose }));
}

/** How many of each outcome. */
export function queriesCounted(
  db: Reader,
  { fromMs, words, typed, networkPurpose }: Omit<QueryWish, 'outcome' | 'limit'>,
): Readonly<Record<QueryOutcome, number>> {
  const counted = new Map(
    Counts.parse(all(db, COUNTS, { fromMs, words, typed, networkPurpose })).map(({ outcome, count }) => [
      outcome,
      count,
    ]),
  );
  const of = (outcome: QueryOutcome): number => counted.get(outcome) ?? 0;
  return { found: of('found'), 'no-use': of('no-use'), away: of('away'), wrong: of('wrong') };
}
