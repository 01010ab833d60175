import { z } from 'zod';
import { CaseId, CaseState, ReceiptNumber } from './case.ts';
import { Day, Moment } from './day.ts';
import { NoticeSummary } from './notice.ts';

/** One paper of one case, wherever it lies. Names no person. */
export const PaperKey = z.strictObject({ caseId: CaseId, materialId: z.string() });

const Paper = PaperKey.extend({
  receiptNumber: ReceiptNumber,
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  originals: z.int().positive(),
  copies: z.int().nonnegative(),
});

/** A paper with an original that is in no list and was not given back. */
export const PaperHere = Paper.extend({
  department: z.string(),
  state: CaseState,
  since: Day,
  /** It lies here since an earlier day: nobody knows where it goes. */
  overnight: z.boolean(),
  /** The item says that it goes back to the citizen and not to the department. */
  goesBack: z.boolean(),
});

export const HandOverDepartment = z.strictObject({
  key: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
});

/** 物料转移单: given by a clerk, taken by somebody of the department. */
export const HandOverList = z.strictObject({
  id: z.uuid(),
  department: HandOverDepartment,
  madeAtMs: Moment,
  madeOn: Day,
  givenBy: z.string(),
  /** Null until the department signed: who, with which badge number, when. */
  taken: z.strictObject({ by: z.string(), badge: z.string(), atMs: Moment }).nullable(),
  /** `cameBack`: the department did not find it when it signed, so it lies here again. */
  papers: z.array(Paper.extend({ cameBack: z.boolean() })),
  notice: NoticeSummary,
});

/** What lies at this counter and where the rest went. */
export const HandOverView = z.strictObject({
  /** Departments with a paper here, in the order of the oldest paper. */
  departments: z.array(HandOverDepartment),
  here: z.array(PaperHere),
  /** Those nobody signed yet first, then those of the last thirty days, newest first. */
  lists: z.array(HandOverList),
});

export type PaperKey = z.output<typeof PaperKey>;
export type PaperHere = z.output<typeof PaperHere>;
export type HandOverList = z.output<typeof HandOverList>;
export type HandOverView = z.output<typeof HandOverView>;
