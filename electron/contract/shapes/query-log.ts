import { z } from 'zod';
import { CaseId } from './case.ts';
import { Moment } from './day.ts';
import { QueryAnswer, QueryBasis, QueryKind, QueryTrouble } from './material.ts';
import { NetworkResult } from './network-identity.ts';

/** What came of a query, as one looks for it. `wrong`: a clerk reported its answer to be wrong. */
export const QueryOutcome = z.enum(['found', 'no-use', 'away', 'wrong']);

/**
 * What was asked. Besides what stands for a paper: `network-identity`: whose network certificate was shown; `recheck`:
 * whether the register knows whoever was identified by the chip alone while the line was down.
 */
const AskedKind = z.enum([...QueryKind.options, 'network-identity', 'recheck']);

/** One query of this window: who asked whom about whom, when, on which ground, and what was answered. No value is in it. */
export const QueryLine = z.strictObject({
  id: z.uuid(),
  /** Null: asked before there was a case, or for a look at somebody's page. */
  caseId: CaseId.nullable(),
  receiptNumber: z.string().nullable(),
  itemNameZh: z.string().nullable(),
  itemNameEn: z.string().nullable(),
  /** Name of whoever was asked about, masked; for a paper it is the applicant. Null: nobody was named yet. */
  about: z.string().nullable(),
  kind: AskedKind,
  /** Name of the licence or of the query; empty for a network certificate. */
  source: z.string(),
  /** The system and the organ behind a query of the list; null for what has none, and for one that is listed no more. */
  system: z.string().nullable(),
  organ: z.string().nullable(),
  /** Names of the facts that a query of the list gives; empty where it is not listed. */
  fields: z.array(z.string()),
  /** The paper it was asked instead of; null: it was about an identity. */
  paperNameZh: z.string().nullable(),
  paperNameEn: z.string().nullable(),
  purpose: z.string(),
  basis: QueryBasis,
  /** The consent was given on the citizen's own screen. */
  onScreen: z.boolean(),
  askedAtMs: Moment,
  /** Clerk number, or `desk`. */
  askedBy: z.string(),
  answer: z.enum([...QueryAnswer.options, ...NetworkResult.exclude(['away']).options]),
  /** Why nobody answered. A recheck that is `not-connected` was not even asked. */
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
