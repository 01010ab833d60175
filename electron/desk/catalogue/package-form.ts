import { z } from 'zod';
import { FormField } from '#contract/shapes/form.ts';
import { Id, Name, Remark } from './package-ground.ts';

/** A field as the package describes it once, in `formFields`; its place there is its id. */
export const PackageField = FormField.omit({ id: true }).extend({
  labelZh: Name,
  labelEn: Name,
  /** A name of the package's `formSections`. */
  section: Id,
  required: z.boolean().default(true),
  options: z.array(z.strictObject({ id: Id, labelZh: Name, labelEn: Name })).default([]),
  when: z.strictObject({ field: Id, equals: Id }).nullable().default(null),
  maxLength: z.int().positive().max(4000).nullable().default(null),
  min: z.number().nullable().default(null),
  max: z.number().nullable().default(null),
  basisOrHintZh: Remark.nullable().default(null),
  basisOrHintEn: Remark.nullable().default(null),
  readOnlyFrom: z.enum(['applicant', 'predecessor']).nullable().default(null),
  freshForDays: z.int().positive().max(3660).nullable().default(null),
});

export const PackageSection = z.strictObject({ labelZh: Name, labelEn: Name });

/** A line of an item's form: a field of the package, or the same with a word of its own on it. */
export const PackageFormLine = z.union([
  Id,
  z.strictObject({
    use: Id,
    required: z.boolean().optional(),
    when: PackageField.shape.when.unwrap().optional(),
    readOnlyFrom: PackageField.shape.readOnlyFrom.unwrap().optional(),
  }),
]);

export type PackageField = z.output<typeof PackageField>;
export type PackageFormLine = z.output<typeof PackageFormLine>;
