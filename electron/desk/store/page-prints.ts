import { z } from 'zod';
import { CaseId } from '#contract/shapes/case.ts';
import type { PdfState } from '#contract/shapes/notice.ts';
import { all, one, type Reader, run, type Writer } from '#native/sqlite/database.ts';
import { newId } from '../new-id.ts';
import { PdfPiece, PdfRow, pdfState } from './pdf-rows.ts';

const PRINT = `SELECT id, case_id AS caseId, material_id AS materialId, sheets, whole FROM page_print`;
const STATE = `SELECT sha256, length(pdf) AS bytes, pressed_at_ms AS pressedAtMs, why FROM page_print
  WHERE id = @id`;
const HAD = `SELECT sum(length(content)) AS had FROM page_print_piece WHERE print_id = @id AND sheet = @sheet`;
const PIECES = `SELECT sheet, content FROM page_print_piece WHERE print_id = @id ORDER BY sheet, offset`;
const PDF_PIECE = `SELECT substr(pdf, @from, @count) AS piece, length(pdf) AS totalBytes, sha256 FROM page_print
  WHERE id = @id AND pdf IS NOT NULL`;
const KEEP = `UPDATE page_print SET pdf = @pdf, sha256 = @sha256, why = @why, pressed_at_ms = @atMs
  WHERE id = @id AND pressed_at_ms IS NULL`;

const Print = z
  .strictObject({
    id: z.string(),
    caseId: CaseId,
    materialId: z.string(),
    sheets: z.int(),
    whole: z.literal([0, 1]).transform((flag) => flag === 1),
  })
  .nullable();
const State = PdfRow.nullable();
const Had = z.strictObject({ had: z.int().nullable() });
const Pieces = z.strictObject({ sheet: z.int(), content: z.instanceof(Uint8Array) }).array();
const MaybePiece = PdfPiece.nullable();

/** The pages of a paper on their way to a PDF. */
export type PagePrint = NonNullable<z.output<typeof Print>>;

/** Begins a print; those of yesterday and before go. */
export function addPrint(
  db: Writer,
  print: {
    readonly caseId: CaseId;
    readonly materialId: string;
    readonly sheets: number;
    readonly atMs: number;
    readonly clerk: string;
  },
  keptSinceMs: number,
): string {
  const id = newId();
  run(db, 'DELETE FROM page_print WHERE made_at_ms < @keptSinceMs', { keptSinceMs });
  run(
    db,
    `INSERT INTO page_print (id, case_id, material_id, sheets, made_at_ms, made_by)
     VALUES (@id, @caseId, @materialId, @sheets, @atMs, @clerk)`,
    { ...print, id },
  );
  return id;
}

export function printById(db: Reader, id: string): PagePrint | null {
  return Print.parse(one(db, `${PRINT} WHERE id = @id`, { id }));
}

/** The oldest print whose sheets are all there and that was not pressed. */
export function printToPress(db: Reader): PagePrint | null {
  return Print.parse(one(db, `${PRINT} WHERE whole = 1 AND pressed_at_ms IS NULL ORDER BY id LIMIT 1`));
}

/** Bytes of a sheet that are there. */
export function sheetBytes(db: Reader, id: string, sheet: number): number {
  return Had.parse(one(db, HAD, { id, sheet })).had ?? 0;
}

export function addSheetPiece(
  db: Writer,
  piece: {
    readonly id: string;
    readonly sheet: number;
    readonly offset: number;
    readonly content: Uint8Array;
  },
): void {
  run(
    db,
    `INSERT INTO page_print_piece (print_id, sheet, offset, content) VALUES (@id, @sheet, @offset, @content)`,
    piece,
  );
}

export function printIsWhole(db: Writer, id: string): void {
  run(db, 'UPDATE page_print SET whole = 1 WHERE id = @id', { id });
}

/** The drawn sheets, in their order. */
export function sheetsOf(db: Reader, id: string): readonly Uint8Array[] {
  const pieces = Map.groupBy(Pieces.parse(all(db, PIECES, { id })), ({ sheet }) => sheet);
  return [...pieces.values()].map((parts) => Buffer.concat(parts.map(({ content }) => content)));
}

/** Keeps the PDF of a print, or why there is none; what was drawn for it goes. */
export function keepPrint(
  db: Writer,
  print: { readonly id: string; readonly atMs: number } & (
    | { readonly pdf: Uint8Array; readonly sha256: string }
    | { readonly why: string }
  ),
): void {
  run(db, KEEP, { pdf: null, sha256: null, why: null, ...print });
  run(db, 'DELETE FROM page_print_piece WHERE print_id = @id', { id: print.id });
}

/** Null when there is no such print. */
export function printState(db: Reader, id: string): PdfState | null {
  const row = State.parse(one(db, STATE, { id }));
  return row && pdfState(row);
}

export function printPiece(
  db: Reader,
  id: string,
  offset: number,
  count: number,
): z.output<typeof PdfPiece> | null {
  return MaybePiece.parse(one(db, PDF_PIECE, { id, from: offset + 1, count }));
}
