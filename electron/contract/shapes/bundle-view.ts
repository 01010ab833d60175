import { z } from 'zod';
import { Bundle, BundleMark, BundleStep } from './bundle.ts';
import { CaseId, CaseMaterial, CaseState, ReceiptNumber, VisitId } from './case.ts';
import { Day, Moment } from './day.ts';
import { FormField, Meaning } from './form.ts';
import { FormStanding } from './form-value.ts';
import { ItemCode } from './item.ts';
import { NoticeSummary } from './notice.ts';
import { DebtState } from './sync-state.ts';

/** Derived from the cases, never kept. @source domain.md 7 (5) */
export const BundleState = z.enum(['open', 'partly-done', 'done', 'partly-refused']);

/**
 * `ready`: worked on at the window. `waits`: blocked by a step before it. `under-way`: received or accepted, no result
 * yet. `ended`: without a result. `left-out`: not applied for.
 */
export const StepStanding = z.enum(['ready', 'waits', 'under-way', 'done', 'ended', 'left-out']);

/** A step whose result is waited for, and the values of it that are needed. */
export const StepWait = z.strictObject({ itemCode: ItemCode, meanings: z.array(Meaning) });

/** Why a step may be left out, or was. */
export const LeaveOutReason = z.enum(['optional', 'not-needed', 'predecessor-ended']);

/** A fact that the result of a step brings. */
export const GivenValue = z.strictObject({
  ...FormField.pick({ meaning: true, labelZh: true, labelEn: true, kind: true }).shape,
  /** Masked where it is a person's; null until it is known. */
  shown: z.string().nullable(),
});

/**
 * How a step ended without a result, and what the citizen can do: `appeal`: mend and apply again, or the remedies its
 * paper names; `go-there`: another organ is right; `wait-there`: another organ goes on with it.
 */
export const EndedStep = z.strictObject({
  say: z.string(),
  /** The paper that says it; null where there is none. */
  paper: z.string().nullable(),
  organ: z.string().nullable(),
  atMs: Moment,
  next: z.enum(['appeal', 'go-there', 'wait-there', 'apply-again', 'nothing']),
});

const StepCase = z.strictObject({
  id: CaseId,
  state: CaseState,
  receiptNumber: ReceiptNumber.nullable(),
  promisedDueOn: Day.nullable(),
  /** The day it would get if it were accepted now. */
  dueIfAccepted: Day.nullable(),
  /** What the act for the whole bundle would do with it; null with the reason. */
  act: z.enum(['accept', 'accept-tolerant', 'receive']).nullable(),
  because: z.string().nullable(),
  questionsOpen: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  form: FormStanding,
  sync: DebtState.nullable(),
});

export const BundleStepView = z.strictObject({
  ...BundleStep.pick({ itemCode: true, after: true, optional: true, canSkipIf: true }).shape,
  itemNameZh: z.string(),
  itemNameEn: z.string(),
  departmentZh: z.string(),
  departmentEn: z.string(),
  departmentSeatOnly: z.boolean(),
  resultName: z.string(),
  standing: StepStanding,
  waitsFor: z.array(StepWait),
  stuck: z.boolean(),
  gives: z.array(GivenValue),
  /** Its values may be written down now. */
  mayGive: z.boolean(),
  /** The department that decides it said no, which may be written down now. */
  mayDeny: z.boolean(),
  /** Null unless it ended without a result. */
  ended: EndedStep.nullable(),
  mayLeaveOut: LeaveOutReason.nullable(),
  leftOut: z
    .strictObject({ reason: LeaveOutReason, say: z.string(), atMs: Moment, by: z.string() })
    .nullable(),
  given: z.strictObject({ paper: z.string(), atMs: Moment, by: z.string() }).nullable(),
  releasedAtMs: Moment.nullable(),
  /** Null for a step that is left out. */
  case: StepCase.nullable(),
});

/** One paper in one case. `comes`: an earlier step makes it. `owed`: taken in without it. */
export const PoolCell = z.strictObject({
  itemCode: ItemCode,
  materialId: z.string(),
  state: z.enum(['missing', 'here', 'later', 'comes', 'owed', 'not-needed']),
  /** Originals this case keeps, and copies it asks for. */
  keeps: z.int().nonnegative(),
  copies: z.int().nonnegative(),
  /** The step that makes it. */
  from: ItemCode.nullable(),
  ...CaseMaterial.pick({
    route: true,
    originalsTaken: true,
    copiesTaken: true,
    checkedAgainstOriginal: true,
    dueOn: true,
  }).shape,
});

/**
 * One paper of a bundle with the cases it serves; the strictest word of all of them. `originals`: one to look at, or
 * as many as the cases keep together.
 */
export const PoolPaper = z.strictObject({
  id: z.string(),
  materialId: z.string(),
  ...CaseMaterial.pick({
    nameZh: true,
    nameEn: true,
    mandatory: true,
    originals: true,
    copies: true,
    custody: true,
    tolerable: true,
    commitmentReplaceable: true,
  }).shape,
  note: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
  /** The last day it may come for every case that asks for it; null: it may not come later. */
  laterBy: Day.nullable(),
  cells: z.array(PoolCell).min(1),
});

/** One question, for every case that asks it. */
export const PoolQuestion = z.strictObject({
  id: z.string(),
  situationId: z.string(),
  questionZh: z.string(),
  questionEn: z.string(),
  options: z.array(z.strictObject({ id: z.string(), labelZh: z.string(), labelEn: z.string() })),
  answer: z.string().nullable(),
  itemCodes: z.array(ItemCode).min(1),
});

/** A bundle as it is offered before it is opened. */
export const BundleOffer = z.strictObject({
  bundle: Bundle,
  steps: z.array(
    z.strictObject({
      itemCode: ItemCode,
      itemNameZh: z.string(),
      itemNameEn: z.string(),
      departmentZh: z.string(),
      departmentEn: z.string(),
      departmentSeatOnly: z.boolean(),
    }),
  ),
});

/** 合并办理: a filing nobody has to go for any more, and the receipt that is owed to its department. */
const MergedFiling = z.strictObject({
  departmentZh: z.string(),
  departmentEn: z.string(),
  filingNameZh: z.string(),
  filingNameEn: z.string(),
  /** Null until its case is accepted. */
  sync: DebtState.nullable(),
});

/** An open bundle: its steps, its pool of papers, its questions, its one form. Personal data is masked. */
export const BundleView = z.strictObject({
  ...BundleMark.shape,
  visitId: VisitId,
  ...Bundle.pick({
    kind: true,
    applicantRuleZh: true,
    applicantRuleEn: true,
    ruleZh: true,
    ruleEn: true,
    deliveryZh: true,
    deliveryEn: true,
  }).shape,
  /** Whom it is about, where the visit may open it once more for another one. */
  subject: Bundle.shape.subject,
  version: z.int().positive(),
  leadDepartmentZh: z.string(),
  leadDepartmentEn: z.string(),
  state: BundleState,
  openedAtMs: Moment,
  steps: z.array(BundleStepView),
  papers: z.array(PoolPaper),
  questions: z.array(PoolQuestion),
  /** The one form over every open case, and a case through which it is reached; null when none is open. */
  form: z.strictObject({ caseId: CaseId, standing: FormStanding }).nullable(),
  merged: z.array(MergedFiling),
  /** Its slips, oldest first. */
  notices: z.array(NoticeSummary),
  /** Nothing was decided yet: all of it may be thrown away. */
  mayDiscard: z.boolean(),
});

export type BundleState = z.output<typeof BundleState>;
export type StepStanding = z.output<typeof StepStanding>;
export type StepWait = z.output<typeof StepWait>;
export type LeaveOutReason = z.output<typeof LeaveOutReason>;
export type EndedStep = z.output<typeof EndedStep>;
export type BundleStepView = z.output<typeof BundleStepView>;
export type PoolCell = z.output<typeof PoolCell>;
export type PoolPaper = z.output<typeof PoolPaper>;
export type PoolQuestion = z.output<typeof PoolQuestion>;
export type BundleOffer = z.output<typeof BundleOffer>;
export type BundleView = z.output<typeof BundleView>;
