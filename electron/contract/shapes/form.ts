import { z } from 'zod';

/**
 * The fact itself, whoever asks for it: `applicant.name`, `child.citizen-number`, `premises.address`. A value is
 * asked once per visit and fills every form that means the same.
 */
export const Meaning = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+$/, 'a meaning is words and dots');

export const FormFieldKind = z.enum([
  'text',
  'long-text',
  'number',
  /** Yuan, at most two decimals. */
  'money',
  /** YYYY-MM-DD */
  'date',
  /** One of `options`; the value is the option's id. */
  'choice',
  /** The value is `yes` or `no`. */
  'yes-no',
  'phone',
  'id-number',
  'credit-code',
  /** 行政区划代码, 6 to 12 digits */
  'region',
  'address',
]);

const FormOption = z.strictObject({ id: z.string(), labelZh: z.string(), labelEn: z.string() });

/** One field of an item's form. `id` is unique in the item; `meaning` is what it asks for. */
export const FormField = z.strictObject({
  id: z.string(),
  meaning: Meaning,
  labelZh: z.string(),
  labelEn: z.string(),
  /** Fields with the same section stand together, in the order of the form. */
  section: z.strictObject({ id: z.string(), labelZh: z.string(), labelEn: z.string() }),
  kind: FormFieldKind,
  required: z.boolean(),
  /** Empty unless the kind is `choice`. */
  options: z.array(FormOption),
  /** Asked only while an earlier field of the same form has this value. */
  when: z.strictObject({ field: z.string(), equals: z.string() }).nullable(),
  /** Characters of a text; null: the product's own limit. */
  maxLength: z.int().positive().nullable(),
  /** Least and greatest value of a number or of money. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Why it is asked, or how to fill it in. */
  basisOrHintZh: z.string().nullable(),
  basisOrHintEn: z.string().nullable(),
  /**
   * `applicant`: not typed, it is what the party's own data says. `predecessor`: given by an earlier step of the
   * bundle and typed only where there is no such step.
   */
  readOnlyFrom: z.enum(['applicant', 'predecessor']).nullable(),
  /** Days for which an answer holds without being asked again; null: as long as its kind of source allows. */
  freshForDays: z.int().positive().nullable().default(null),
});

export type Meaning = z.output<typeof Meaning>;
export type FormFieldKind = z.output<typeof FormFieldKind>;
export type FormField = z.output<typeof FormField>;
