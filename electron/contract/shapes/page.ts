import { z } from 'zod';
import { StoredFile } from './case.ts';
import { Moment } from './day.ts';

export const PageId = z.uuid().brand<'PageId'>();

/** Clockwise, in degrees. The bytes stay as they came: a turn is kept beside them. */
export const Turn = z.literal([0, 90, 180, 270]);

const part = z.number().min(0).max(1);

/** The part of a page that is shown, in fractions of the page as it came, before it is turned. */
export const Crop = z
  .strictObject({ left: part, top: part, right: part, bottom: part })
  .refine(({ left, right }) => right - left >= 0.049, { message: 'too narrow' })
  .refine(({ top, bottom }) => bottom - top >= 0.049, { message: 'too low' });

/** One page of a paper: a picture, or a PDF with pages of its own. */
export const Page = z.strictObject({
  id: PageId,
  materialId: z.string(),
  /** From 1, without gaps, in the order of the paper. */
  place: z.int().positive(),
  file: StoredFile,
  /** Of a picture; null for a PDF. */
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  /** 1 for a picture. */
  pagesInFile: z.int().positive(),
  turn: Turn,
  crop: Crop.nullable(),
  /** Whether a small picture of it is kept; it can be drawn again at any time. */
  hasThumbnail: z.boolean(),
  addedAtMs: Moment,
  /** What a page of a reused copy must bear wherever it is shown or printed; null for every other page. */
  mark: z.string().nullable(),
});

export type PageId = z.output<typeof PageId>;
export type Turn = z.output<typeof Turn>;
export type Crop = z.output<typeof Crop>;
export type Page = z.output<typeof Page>;
