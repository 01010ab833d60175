import { z } from 'zod';
import { CaseId } from './case.ts';
import { Moment } from './day.ts';
import { QueryAnswer, QueryBasis, QueryKind, QueryTrouble } from './material.ts';

/** What came of a query, as one looks for it. `wrong`: a clerk reported its answer to be wrong. */
export const QueryOutcome = z.enum(['found', 'no-use', 'away', 'wrong']);

/** One query of this window: who asked whom about whom, when, on which ground, and what was answered. No value is in it. */
export const QueryLine = z.strictObject({
  id: z.uuid(),
  caseId: CaseId,
  receiptNumber: z.string().nullable(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  /** The applicant's name, masked; null: none was named yet. */
  about: z.string().nullable(),
  kind: QueryKind,
  /** Name of the licence or of the query. */
  source: z.string(),
  /** The system and the organ behind a query of the list; null for a licence, and for one that is listed no more. */
  system: z.string().nullable(),
  organ: z.string().nullable(),
  /** Names of the facts that a query of the list gives; empty where it is not listed. */
  fields: z.array(z.string()),
  paperNameZh: z.string(),
  paperNameEn: z.string(),
  purpose: z.string(),
  basis: QueryBasis,
  /** The consent was given on the citizen's own screen. */
  onScreen: z.boolean(),
  askedAtMs: Moment,
  /** Clerk number. */
  askedBy: z.string(),
  answer: QueryAnswer,
  trouble: QueryTrouble.nullable(),
  answeredBy: z.string().nullable(),
  saidWrong: z.boolean(),
});

/** Queries of some days, the newest first. */
export const QueryLog = z.strictObject({
  lines: z.array(QueryLine),
  /** How many there are, whatever outcome was asked for; `lines` holds at most as many as were wished. */
  counts: z.record(QueryOutcome, z.int()),
});

export type QueryOutcome = z.output<typeof QueryOutcome>;
export type QueryLine = z.output<typeof QueryLine>;
export type QueryLog = z.output<typeof QueryLog>;
