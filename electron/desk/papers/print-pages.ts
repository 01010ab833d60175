import type { z } from 'zod';
import type { Reply } from '#contract/call.ts';
import type { pagesCalls } from '#contract/calls/pages.ts';
import { fileKind } from '#rules/intake/file-kind.ts';
import { lookAtJpeg } from '#rules/intake/picture-look.ts';
import { no, type WriteBench, yes } from '../answering.ts';
import { caseById } from '../store/cases.ts';
import {
  addPrint,
  addSheetPiece,
  printById,
  printIsWhole,
  sheetBytes,
  sheetsOf,
} from '../store/page-prints.ts';
import { pagesOf } from '../store/pages.ts';

const DAY_MS = 24 * 3_600_000;
/** All sheets of a print together: what one page of the press can hold. */
const PRINT_BYTES_AT_MOST = 60_000_000;

type Begin = z.output<(typeof pagesCalls)['pages.print']['input']>;
type SheetPiece = z.output<(typeof pagesCalls)['pages.print-sheet']['input']>;

/** Begins a print of the pages of one paper: an act with a clerk and a moment. */
export function beginPrint(
  { db, nowMs, asker, about }: WriteBench,
  { caseId, materialId, sheets }: Begin,
): Reply<{ printId: string }, 'no-such-case' | 'no-such-material'> {
  if (!caseById(db, caseId)) return no('no-such-case');
  if (pagesOf(db, caseId).every((page) => page.materialId !== materialId)) return no('no-such-material');
  const clerk = asker.staff?.number ?? 'nobody';
  const printId = addPrint(db, { caseId, materialId, sheets, atMs: nowMs, clerk }, nowMs - DAY_MS);
  about(caseId, `print ${materialId} ${printId}`);
  return yes({ printId });
}

/** Takes a piece of a drawn sheet; with the last piece of the last one the print goes to the press. */
export function takeSheetPiece(
  bench: WriteBench,
  { printId, sheet, offset, totalBytes, base64 }: SheetPiece,
): Reply<{ received: number }, 'no-such-print' | 'out-of-order' | 'damaged-file' | 'file-too-large'> {
  const { db, parts, afterwards } = bench;
  bench.pieceOnly?.();
  const print = printById(db, printId);
  if (!print || print.whole || sheet > print.sheets) return no('no-such-print');
  const content = Buffer.from(base64, 'base64');
  if (content.length === 0 || offset + content.length > totalBytes) return no('damaged-file');
  if (totalBytes > PRINT_BYTES_AT_MOST / print.sheets) return no('file-too-large');
  if (offset !== sheetBytes(db, printId, sheet)) return no('out-of-order');
  addSheetPiece(db, { id: printId, sheet, offset, content });
  const received = offset + content.length;
  if (received < totalBytes || sheet < print.sheets) return yes({ received });
  const drawn = sheetsOf(db, printId);
  if (drawn.length !== print.sheets || !drawn.every(isPicture)) return no('damaged-file');
  printIsWhole(db, printId);
  afterwards(() => parts.press.wake());
  return yes({ received });
}

function isPicture(bytes: Uint8Array): boolean {
  return fileKind(bytes) === 'image/jpeg' && lookAtJpeg(bytes).fault === null;
}
