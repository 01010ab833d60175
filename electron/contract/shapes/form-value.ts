import { z } from 'zod';
import { Day, Moment } from './day.ts';
import { Meaning } from './form.ts';

/**
 * Where a value of a form came from. `card`: the chip of the person's card. `shared-data` and `licence`: a query
 * answered it. `predecessor`: an earlier step of the bundle brought it. `earlier-case`: the same person gave it before.
 * `…-before`: what the same source said until it was asked again and said something else.
 *
 * @source domain.md 12.3 F44 (一数一源)
 */
export const FormSource = z.enum([
  'card',
  'shared-data',
  'licence',
  'predecessor',
  'by-hand',
  'earlier-case',
  'shared-data-before',
  'licence-before',
]);

/** What a rule objects to in a value. Words are in renderer/words; one that `blocks` keeps the case from acceptance. */
export const FieldTrouble = z.strictObject({ problem: z.string(), blocks: z.boolean() });

/** One value, with where and when it is from. `shown` is masked where `masked` says so. */
export const SourcedValue = z.strictObject({
  source: FormSource,
  shown: z.string(),
  masked: z.boolean(),
  /** The day the value is of: when it was typed, read from the chip, or answered by its source. */
  asOf: Day,
  /** The source itself shows only a part of it: it is compared with and never counts. */
  part: z.boolean(),
  /** Older than its kind of source may be without being asked again. */
  stale: z.boolean(),
  /** What names the source, as a receipt number; null where there is nothing to name. */
  origin: z.string().nullable(),
});

/** What one field of a form holds now. */
export const FieldValue = z.strictObject({
  meaning: Meaning,
  /** The value that counts; null while the field is empty. */
  value: SourcedValue.nullable(),
  trouble: FieldTrouble.nullable(),
  /** `applicant`: said by the party itself and changed there. `predecessor`: brought by an earlier step. */
  readOnly: z.enum(['applicant', 'predecessor']).nullable(),
  /** Every source that has a word on it, the one that counts first. Fewer than two: nothing to compare. */
  sources: z.array(SourcedValue),
  /** What sources show in part only, while nobody has said it whole: nothing is filled in with it. */
  shownInPart: z.array(SourcedValue),
  /** The value that counts agrees with a source as far as that source shows it. */
  agreesAsShown: z.boolean(),
  /** The sources say different things and nobody has picked one. */
  differs: z.boolean(),
  /** Which source a clerk picked, and why. */
  picked: z.strictObject({ reason: z.string(), by: z.string(), atMs: Moment }).nullable(),
  /** What the same person gave in an earlier case, offered and never filled by itself. */
  earlier: SourcedValue.nullable(),
});

/** How far a form is. `open`: asked for, required and empty. */
export const FormStanding = z.strictObject({
  asked: z.int().nonnegative(),
  open: z.int().nonnegative(),
  /** Values that a rule objects to so that the case is not accepted. */
  wrong: z.int().nonnegative(),
  /** Fields on which sources differ and nobody has picked one, and what a card asked for again says otherwise. */
  differing: z.int().nonnegative(),
});

export type FormSource = z.output<typeof FormSource>;
export type FieldTrouble = z.output<typeof FieldTrouble>;
export type SourcedValue = z.output<typeof SourcedValue>;
export type FieldValue = z.output<typeof FieldValue>;
export type FormStanding = z.output<typeof FormStanding>;
