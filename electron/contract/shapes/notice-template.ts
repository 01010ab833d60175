import { z } from 'zod';
import { NoticeKind } from './notice.ts';

/** A word of the vocabulary of its kind; `rules/notices/vocabulary.ts` says which there are. */
const Flag = z.string().min(1);

/** A sentence with `{placeholders}`. With `when` or `unless` it is printed only if that is, or is not, so. */
const TemplateLine = z.union([
  z.string().min(1),
  z.strictObject({ say: z.string().min(1), when: Flag.optional(), unless: Flag.optional() }),
]);

/**
 * The wording of one kind of paper in one version. It is data: a package of the catalogue may replace it.
 * Numbers, dates, seal and code are drawn by the page and are no part of the wording.
 */
export const NoticeTemplate = z.strictObject({
  kind: NoticeKind,
  version: z.int().positive(),
  title: z.string().min(1).max(20),
  rows: z.array(
    z.strictObject({
      label: z.string().min(1).max(8),
      value: z.string().min(1),
      when: Flag.optional(),
      unless: Flag.optional(),
    }),
  ),
  paragraphs: z.array(TemplateLine),
  /** One line of the table for every entry of the list. */
  table: z
    .strictObject({ list: z.string().min(1), head: z.array(z.string()), cells: z.array(z.string()) })
    .nullable(),
  /** A second part on the same paper, as the letter that belongs to a tolerance (承诺书). */
  annex: z.strictObject({ title: z.string().min(1), paragraphs: z.array(TemplateLine) }).nullable(),
  foot: z.array(TemplateLine),
  /** Who signs, as the lines of the paper name them. */
  signers: z.array(z.string().min(1)),
  /** An organ's seal belongs on it. */
  sealed: z.boolean(),
});

export type TemplateLine = z.output<typeof TemplateLine>;
export type NoticeTemplate = z.output<typeof NoticeTemplate>;
