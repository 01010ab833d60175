import { z } from 'zod';
import { call } from '../call.ts';
import { CaseId, StoredFile } from '../shapes/case.ts';
import { PdfState } from '../shapes/notice.ts';
import { Crop, Page, PageId, Turn } from '../shapes/page.ts';

/** Every page of the case, as they are after the change. */
const Pages = z.array(Page);
/** A page of a reused copy is what a clerk compared: it is looked at and not changed. */
const CHANGE_REFUSALS = ['no-such-page', 'already-decided', 'copy-in-use'] as const;

export const pagesCalls = {
  /** The pages of all papers of a case, in their order. */
  'pages.list': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId }),
    output: Pages,
    refusals: ['no-such-case'],
  }),

  /** Puts a page at a place of its paper, from 1; the others close up. */
  'pages.move': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ pageId: PageId, place: z.int().positive() }),
    output: Pages,
    refusals: CHANGE_REFUSALS,
  }),

  'pages.turn': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ pageId: PageId, turn: Turn }),
    output: Pages,
    refusals: CHANGE_REFUSALS,
  }),

  /** Shows only a part of a page; null shows all of it again. */
  'pages.crop': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ pageId: PageId, crop: Crop.nullable() }),
    output: Pages,
    refusals: CHANGE_REFUSALS,
  }),

  /** Takes a page out of its paper, as long as the case still takes papers. Afterwards nothing is taken out. */
  'pages.remove': call({
    kind: 'write',
    role: 'clerk',
    input: z.strictObject({ pageId: PageId }),
    output: Pages,
    refusals: CHANGE_REFUSALS,
  }),

  /** The bytes of a page from an offset, at most 1 MiB. Looking at a citizen's paper is an audited act. */
  'pages.piece': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ pageId: PageId, offset: z.int().nonnegative() }),
    output: z.strictObject({
      base64: z.string(),
      totalBytes: z.int().positive(),
      mediaType: StoredFile.shape.mediaType,
    }),
    refusals: ['no-such-page', 'file-unreadable'],
  }),

  /** The small pictures of some pages; a page that has none is left out. JPEG. */
  'pages.thumbnails': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId, pageIds: z.array(PageId).min(1).max(60) }),
    output: z.array(z.strictObject({ pageId: PageId, base64: z.string() })),
    refusals: ['no-such-case'],
  }),

  /** Keeps the small picture that the window drew: a JPEG of at most 320 pixels a side. Derived, never evidence. */
  'pages.keep-thumbnail': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ pageId: PageId, base64: z.string().max(61_440) }),
    output: z.strictObject({}),
    refusals: ['no-such-page', 'damaged-file', 'picture-too-large'],
  }),

  /**
   * Begins a PDF of the pages of a paper, for printing. The window draws the sheets as the pages are shown and sends
   * them with `pages.print-sheet`; the desk lays the mark of a reused copy over them. Kept for a day.
   */
  'pages.print': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ caseId: CaseId, materialId: z.string(), sheets: z.int().min(1).max(200) }),
    output: z.strictObject({ printId: z.uuid() }),
    refusals: ['no-such-case', 'no-such-material'],
  }),

  /** A drawn sheet in pieces, the sheets in their order: JPEG. */
  'pages.print-sheet': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({
      printId: z.uuid(),
      sheet: z.int().min(1).max(200),
      offset: z.int().nonnegative(),
      totalBytes: z.int().positive().max(4_000_000),
      base64: z.string().max(61_440),
    }),
    output: z.strictObject({ received: z.int() }),
    refusals: ['no-such-print', 'out-of-order', 'damaged-file', 'file-too-large'],
  }),

  'pages.print-state': call({
    kind: 'read',
    role: 'case-worker',
    input: z.strictObject({ printId: z.uuid() }),
    output: PdfState,
    refusals: ['no-such-print'],
  }),

  /** The PDF from an offset. For a program that prints. */
  'pages.print-pdf': call({
    kind: 'write',
    role: 'case-worker',
    input: z.strictObject({ printId: z.uuid(), offset: z.int().nonnegative() }),
    output: z.strictObject({ base64: z.string(), totalBytes: z.int(), sha256: z.string() }),
    refusals: ['no-such-print', 'not-pressed-yet'],
  }),
} as const;
