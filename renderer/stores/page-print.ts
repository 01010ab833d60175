import type { CaseId } from '#contract/shapes/case.ts';
import type { Page } from '#contract/shapes/page.ts';
import { turnedFrame } from '#rules/intake/page-frame.ts';
import type { Desk } from '../desk.ts';
import { type Setback, tell } from './asking.ts';
import { base64Of, PIECE_BYTES } from './file-pieces.ts';
import type { PageAddresses } from './page-bytes.ts';
import type { PdfPictures } from './pdf-pictures.ts';

/** A4 at 150 dots per inch: as fine as a copier, and 300 kB a page. */
const SHEET = { width: 1_240, height: 1_754 };
const QUALITY = 0.85;

export interface PrintWish {
  readonly caseId: CaseId;
  readonly materialId: string;
  readonly pages: readonly Page[];
}

export type Printed =
  | { readonly printId: string; readonly sheets: number }
  | { readonly setback: Setback }
  /** One of its PDFs cannot be drawn, and a paper is not printed in part. */
  | { readonly notDrawn: Page };

/**
 * Draws the pages of a paper as they are shown, one sheet each, and hands them to the desk, which lays the mark of a
 * reused copy over them and has them pressed.
 *
 * @param drawn told after every sheet how many there are
 */
export async function printPages(
  desk: Desk,
  { caseId, materialId, pages }: PrintWish,
  sources: { readonly addresses: PageAddresses; readonly pdfs: PdfPictures },
  drawn: (sheets: number) => void,
): Promise<Printed> {
  const sheets = pages.flatMap((page) =>
    Array.from({ length: page.pagesInFile }, (_, at) => ({ page, no: at + 1 })),
  );
  const begun = await tell(desk, 'pages.print', { caseId, materialId, sheets: sheets.length });
  if (!begun.ok) return { setback: begun.setback };
  const { printId } = begun.value;
  for (const [at, { page, no }] of sheets.entries()) {
    const picture = await pictureOf(page, no, sources);
    if ('setback' in picture) return picture;
    if ('notDrawn' in picture) return { notDrawn: page };
    const bytes = await asShown(page, picture.canvas);
    const setback = await sendSheet(desk, { printId, sheet: at + 1, bytes });
    if (setback) return { setback };
    drawn(at + 1);
  }
  return { printId, sheets: sheets.length };
}

async function pictureOf(
  page: Page,
  no: number,
  { addresses, pdfs }: { readonly addresses: PageAddresses; readonly pdfs: PdfPictures },
): Promise<Awaited<ReturnType<PdfPictures['of']>> | { readonly canvas: ImageBitmap }> {
  if (page.widthPx === null) return pdfs.of(page, no, SHEET);
  const found = await addresses.of(page);
  if ('setback' in found) return found;
  try {
    return { canvas: await createImageBitmap(found.blob) };
  } catch (error) {
    if (error instanceof DOMException) return { notDrawn: true };
    throw error;
  }
}

/** Turned and cropped as it is kept, no larger than a sheet: a JPEG. */
async function asShown(page: Page, picture: HTMLCanvasElement | ImageBitmap): Promise<Uint8Array> {
  const { turn, crop } = page;
  const onSide = turn === 90 || turn === 270;
  const [fullWidth, fullHeight] = onSide ? [picture.height, picture.width] : [picture.width, picture.height];
  const frame = turnedFrame(crop, turn);
  const width = fullWidth * (frame.right - frame.left);
  const height = fullHeight * (frame.bottom - frame.top);
  const long = Math.max(SHEET.width, SHEET.height);
  const scale = Math.min(1, long / Math.max(width, height));
  const sheet = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const paper = sheet.getContext('2d');
  if (!paper) throw new Error('no canvas to draw a sheet on');
  paper.imageSmoothingQuality = 'high';
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, sheet.width, sheet.height);
  paper.scale(scale, scale);
  paper.translate(fullWidth / 2 - frame.left * fullWidth, fullHeight / 2 - frame.top * fullHeight);
  paper.rotate((turn * Math.PI) / 180);
  paper.drawImage(picture, -picture.width / 2, -picture.height / 2);
  if (picture instanceof ImageBitmap) picture.close();
  const jpeg = await sheet.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return new Uint8Array(await jpeg.arrayBuffer());
}

async function sendSheet(
  desk: Desk,
  { printId, sheet, bytes }: { readonly printId: string; readonly sheet: number; readonly bytes: Uint8Array },
): Promise<Setback | null> {
  for (let offset = 0; offset < bytes.length;) {
    const told = await tell(desk, 'pages.print-sheet', {
      printId,
      sheet,
      offset,
      totalBytes: bytes.length,
      base64: base64Of(bytes.subarray(offset, offset + PIECE_BYTES)),
    });
    if (!told.ok) return told.setback;
    offset = told.value.received;
  }
  return null;
}
