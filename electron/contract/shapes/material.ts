import { z } from 'zod';
import { Day, Moment } from './day.ts';

/**
 * How far a paper can be trusted. A: produced by the issuing body. B: checked against the original by a clerk.
 * C: handed in by the citizen, the original not seen. D: made by the citizen, who vouches for it.
 *
 * @source domain.md 4.3 (2016 technical guide)
 */
export const Grade = z.enum(['A', 'B', 'C', 'D']);

/** What is asked of the province instead of a paper: an electronic licence, or shared data. */
export const QueryKind = z.enum(['licence', 'shared-data']);

/**
 * `found`: good, it stands for the paper. `not-found`: the source has nothing. `other-holder`, `not-valid`: it has
 * something that does not prove this. `away`: nobody answered in time; the paper is taken and asked again later.
 */
export const QueryAnswer = z.enum(['found', 'not-found', 'other-holder', 'not-valid', 'away']);

/**
 * Why nobody answered. `slow`: not in time. `away`: the line is cut. `fault`: the source itself fails. `not-allowed`:
 * the line refuses this window. `unreadable`: an answer that cannot be believed. `not-connected`: there is nobody to
 * ask, now or later: the paper is needed.
 */
export const QueryTrouble = z.enum(['slow', 'away', 'fault', 'not-allowed', 'unreadable', 'not-connected']);

/** Why a query may be asked: the citizen agreed at the window, or the law lets the hall. */
export const QueryBasis = z.enum(['consent', 'law']);

/** What kind of value a source gives, so that it is masked as elsewhere. */
export const ValueKind = z.enum(['name', 'number', 'phone', 'address', 'date', 'text']);

/** A field that the source gave, masked where it names a person. */
const SharedField = z.strictObject({ nameZh: z.string(), value: z.string() });

/**
 * 事中事后监管: what another case of the holder left open, as the source said it. `code` is the source's own; one that
 * we do not know is kept and shown.
 *
 * @source domain.md 12.3 F46
 */
export const SupervisionFlag = z.strictObject({
  code: z.string(),
  say: z.string(),
  since: Day.nullable(),
});

/** One query about a paper, kept as long as the case: who asked what, for which case, and what was answered. */
export const MaterialQuery = z.strictObject({
  id: z.uuid(),
  kind: QueryKind,
  /** Name of the licence, or code of the query. */
  what: z.string(),
  /** Always the case it was asked for, in the words the source keeps. */
  purpose: z.string(),
  basis: QueryBasis,
  /** The consent that was given on the citizen's own screen; null: said to the clerk, or not needed. */
  consentId: z.uuid().nullable(),
  askedAtMs: Moment,
  askedBy: z.string(),
  answer: QueryAnswer,
  /** Null when somebody answered. */
  trouble: QueryTrouble.nullable(),
  answeredBy: z.string().nullable(),
  /** 1 nation, 2 province, 3 city, 4 county; another code is kept. */
  level: z.string().nullable(),
  /** GB/T 36904; null for shared data. */
  identifier: z.string().nullable(),
  /** False: the check character of the identifier does not hold. A warning: published examples have one. */
  checkHolds: z.boolean().nullable(),
  issuer: z.string().nullable(),
  /** 01 in force, 03 revoked, 04 cancelled, 05 expired, 06 moved out, 07 withdrawn; another code is kept. */
  status: z.string().nullable(),
  /** Masked. */
  holder: z.string().nullable(),
  validTo: Day.nullable(),
  /** The day shared data are of. */
  asOf: Day.nullable(),
  fields: z.array(SharedField),
  flags: z.array(SupervisionFlag),
  /** What the clerk reported to be wrong with it (多源校核). */
  saidWrong: z.string().nullable(),
});

/** What a citizen said, on the screen turned to them, when asked whether a source may be asked; null: nothing yet. */
export const QueryConsent = z.strictObject({
  id: z.uuid(),
  kind: QueryKind,
  answer: z.enum(['agreed', 'declined']).nullable(),
  askedAtMs: Moment,
  answeredAtMs: Moment.nullable(),
});

/** A query that the hall may ask: whose data, which system, which fields, and whether it is connected. */
export const SharedSource = z.strictObject({
  nameZh: z.string(),
  system: z.string(),
  organ: z.string(),
  fields: z.array(z.string()),
  connected: z.boolean(),
});

/** The same paper in an earlier case of the same person, still good. */
export const EarlierCopy = z.strictObject({
  caseId: z.uuid(),
  receiptNumber: z.string(),
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  verifiedOn: Day,
  ageDays: z.int().nonnegative(),
  grade: Grade,
});

/** Where a reused copy came from, and the mark it bears on every screen and paper. Chinese: the mark is a legal word. */
export const ReusedCopy = z.strictObject({ receiptNumber: z.string(), watermark: z.string() });

/** A clerk held the paper beside the original: an act, with its moment. */
export const Verified = z.strictObject({ atMs: Moment, clerk: z.string(), window: z.int().nullable() });

/** Who owes the data, so that the paper may no longer be asked for (数据共享责任清单). */
export const OwedBy = z.strictObject({ department: z.string(), data: z.string(), method: z.string() });

/** How a paper was spared the citizen. @source domain.md 12.3 F40 */
export const SavedBy = z.enum(['situation', 'card', 'licence', 'shared-data', 'reuse', 'commitment', 'duty']);

export const SavedPaper = z.strictObject({ materialId: z.string(), by: SavedBy });

/** A month, `YYYY-MM`. */
export const Month = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/);

/** How many papers citizens did not have to bring in a month, item by item. Names no case. */
export const SavedInMonth = z.strictObject({
  month: Month,
  total: z.int(),
  /** The most spared first. */
  items: z.array(
    z.strictObject({
      itemCode: z.string(),
      itemNameZh: z.string(),
      itemNameEn: z.string(),
      /** Cases in which a paper was spared. */
      cases: z.int(),
      total: z.int(),
      /** What a citizen still had to do in these cases together: papers brought and visits made. */
      steps: z.strictObject({
        brought: z.int(),
        visits: z.int(),
        /** The visits that the item publishes at most. */
        mostVisits: z.int(),
      }),
      papers: z.array(
        z.strictObject({ nameZh: z.string(), nameEn: z.string(), by: SavedBy, count: z.int() }),
      ),
    }),
  ),
});

export type Grade = z.output<typeof Grade>;
export type QueryKind = z.output<typeof QueryKind>;
export type QueryAnswer = z.output<typeof QueryAnswer>;
export type QueryTrouble = z.output<typeof QueryTrouble>;
export type QueryBasis = z.output<typeof QueryBasis>;
export type ValueKind = z.output<typeof ValueKind>;
export type SupervisionFlag = z.output<typeof SupervisionFlag>;
export type MaterialQuery = z.output<typeof MaterialQuery>;
export type QueryConsent = z.output<typeof QueryConsent>;
export type SharedSource = z.output<typeof SharedSource>;
export type EarlierCopy = z.output<typeof EarlierCopy>;
export type Verified = z.output<typeof Verified>;
export type OwedBy = z.output<typeof OwedBy>;
export type SavedBy = z.output<typeof SavedBy>;
export type SavedPaper = z.output<typeof SavedPaper>;
export type SavedInMonth = z.output<typeof SavedInMonth>;
