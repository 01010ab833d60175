import { z } from 'zod';
import { CardLine } from './card-again.ts';
import { CaseId, VisitId } from './case.ts';
import { Day, Moment } from './day.ts';
import { FormField, Meaning } from './form.ts';
import { FieldValue, FormStanding } from './form-value.ts';
import { NoticeId } from './notice.ts';
import { SigningState } from './signature.ts';

/** One form that asks for a value: whether it must, and while which other value. */
export const Asking = z.strictObject({
  caseId: CaseId,
  required: z.boolean(),
  when: z.strictObject({ meaning: Meaning, equals: z.string() }).nullable(),
});

/** A value that is asked once for every form that means the same; the strictest word of all of them holds. */
export const AskedField = FormField.omit({ id: true, required: true, when: true }).extend({
  asks: z.array(Asking).min(1),
});

/**
 * 申请表: the newest paper on which the applicant was shown what the form says.
 *
 * @source domain.md 12.3 F44
 */
export const FormPaper = z.strictObject({
  noticeId: NoticeId,
  documentNumber: z.string(),
  signing: SigningState,
  /** The form says something else now: whoever signs is shown a new paper. */
  changed: z.boolean(),
  /** Answers that the citizen said are not right and that nobody has changed since. */
  objected: z.array(Meaning),
});

/** What every act on a form answers with. */
export const FormValues = z.strictObject({
  visitId: VisitId,
  /** In the order of the fields. */
  values: z.array(FieldValue),
  /** What a card that was asked for again says otherwise; counted among what differs. */
  cardLines: z.array(CardLine),
  standing: FormStanding,
  mayUndo: z.boolean(),
  /** Null while the form was never shown to the applicant. */
  paper: FormPaper.nullable(),
});

/** What came of asking the sources of a form again. */
export const SourcesAsked = z.strictObject({
  sources: z.int().positive(),
  /** Did not answer: what they said before stays as it is. */
  away: z.int().nonnegative(),
  /** Facts of which a source says something else now. */
  renewed: z.int().nonnegative(),
});

/** A form to be filled in: of one case, or of every open case of its visit together. */
export const FormView = FormValues.extend({
  fields: z.array(AskedField),
  /** What a value is measured by as it is typed: the day in the hall, and whose region is always known. */
  terms: z.strictObject({ today: Day, site: z.string() }),
  /** An item of this form is accepted only with the applicant's signature on it. */
  signatureWanted: z.boolean(),
  /** Decided: the values are those of the day, and nothing is typed any more. */
  frozen: z.boolean(),
  /** People a form asks about whose values a party of this visit can give: `mother`, `legal-representative`. */
  people: z.array(z.string()),
});

/** One line to be typed into a department's own system. */
const EntryLine = z.strictObject({
  meaning: Meaning,
  labelZh: z.string(),
  labelEn: z.string(),
  shown: z.string(),
  masked: z.boolean(),
  entered: z.strictObject({ atMs: Moment, by: z.string() }).nullable(),
});

/**
 * 二次录入: a case that must be typed once more into a department's system that has no interface.
 *
 * @source domain.md 12.1 F05, 12.4 F51
 */
export const EntryList = z.strictObject({
  systemZh: z.string(),
  systemEn: z.string(),
  /** In the order of that system's form. */
  lines: z.array(EntryLine),
  /** Cases typed twice for this system in the last 30 days: the obstacle, counted. */
  typedTwice: z.int().nonnegative(),
});

export type Asking = z.output<typeof Asking>;
export type AskedField = z.output<typeof AskedField>;
export type FormPaper = z.output<typeof FormPaper>;
export type FormValues = z.output<typeof FormValues>;
export type FormView = z.output<typeof FormView>;
export type SourcesAsked = z.output<typeof SourcesAsked>;
export type EntryList = z.output<typeof EntryList>;
