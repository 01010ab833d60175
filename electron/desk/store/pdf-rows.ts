import { z } from 'zod';
import type { PdfState } from '#contract/shapes/notice.ts';

/** What a row says of a PDF that is pressed, waits for the press, or could not be made. */
export const PdfRow = z.strictObject({
  sha256: z.string().nullable(),
  bytes: z.int().nullable(),
  pressedAtMs: z.int().nullable(),
  why: z.string().nullable(),
});

/** A piece of a pressed PDF, and the whole it belongs to. */
export const PdfPiece = z.strictObject({
  piece: z.instanceof(Uint8Array),
  totalBytes: z.int(),
  sha256: z.string(),
});

export function pdfState({ sha256, bytes, pressedAtMs, why }: z.output<typeof PdfRow>): PdfState {
  if (why !== null) return { state: 'not-pressed', why };
  if (sha256 === null || bytes === null || pressedAtMs === null) return { state: 'waiting' };
  return { state: 'pressed', sha256, bytes, pressedAtMs };
}
