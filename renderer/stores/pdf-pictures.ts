import type { Page } from '#contract/shapes/page.ts';
import type { OpenPdf } from '../pdf/open-pdf.ts';
import type { Setback } from './asking.ts';
import type { PageAddresses } from './page-bytes.ts';

/** Documents kept open, and drawn pages kept: the one looked at and those beside it. */
const OPEN = 2;
const KEPT = 4;

/** A box of dots a page is drawn into. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

export type PdfPicture =
  | { readonly canvas: HTMLCanvasElement }
  | { readonly setback: Setback }
  /** The PDF cannot be drawn; it is kept as it came. */
  | { readonly notDrawn: true };

export interface PdfPictures {
  /** A page inside a PDF, from 1, drawn as large as it fits into the box. */
  readonly of: (page: Page, no: number, box: Box) => Promise<PdfPicture>;
  readonly release: () => void;
}

/** Draws the pages of PDFs one by one as they are asked for; the reader is loaded with the first. */
export function createPdfPictures(addresses: PageAddresses): PdfPictures {
  const open = new Map<string, Promise<OpenPdf>>();
  const kept = new Map<string, Promise<HTMLCanvasElement>>();

  function opened(hash: string, blob: Blob): Promise<OpenPdf> {
    const pdf = taken(open, hash) ?? openAnew(blob);
    open.set(hash, pdf);
    for (const [old, one] of beyond(open, OPEN)) {
      open.delete(old);
      void close(one);
    }
    return pdf;
  }

  return {
    of: async (page, no, box) => {
      const { hash } = page.file;
      const key = [hash, no, box.width, box.height].join(' ');
      const known = taken(kept, key);
      if (!known) {
        const found = await addresses.of(page);
        if ('setback' in found) return found;
        const picture = opened(hash, found.blob).then((pdf) => pdf.draw(no, box));
        kept.set(key, picture);
        for (const [old] of beyond(kept, KEPT)) kept.delete(old);
      } else kept.set(key, known);
      try {
        const canvas = await kept.get(key);
        return canvas ? { canvas } : { notDrawn: true };
      } catch (error) {
        // Not kept: a thread that hung was put away, and the next look starts a fresh one.
        kept.delete(key);
        open.delete(hash);
        if (await isNotDrawn(error)) return { notDrawn: true };
        throw error;
      }
    },
    release: () => {
      for (const pdf of open.values()) void close(pdf);
      open.clear();
      kept.clear();
    },
  };
}

async function openAnew(blob: Blob): Promise<OpenPdf> {
  const { openPdf } = await import('../pdf/open-pdf.ts');
  return openPdf(new Uint8Array(await blob.arrayBuffer()));
}

async function isNotDrawn(error: unknown): Promise<boolean> {
  const { PdfNotDrawn } = await import('../pdf/open-pdf.ts');
  return error instanceof PdfNotDrawn;
}

/** One that could not be opened has nothing to close: what was wrong was told to whoever looked at it. */
async function close(pdf: Promise<OpenPdf>): Promise<void> {
  await pdf.then(
    (one) => one.close(),
    () => undefined,
  );
}

/** Takes the entry out, so that putting it back makes it the newest. */
function taken<T>(map: Map<string, T>, key: string): T | undefined {
  const found = map.get(key);
  map.delete(key);
  return found;
}

/** The oldest entries above a number. */
function beyond<T>(map: ReadonlyMap<string, T>, most: number): (readonly [string, T])[] {
  return [...map].slice(0, Math.max(0, map.size - most));
}

/** The first page of a PDF in hand, drawn into a box; null when it cannot be drawn. */
export async function drawFirstPage(blob: Blob, box: Box): Promise<HTMLCanvasElement | null> {
  try {
    const pdf = await openAnew(blob);
    try {
      return await pdf.draw(1, box);
    } finally {
      await pdf.close();
    }
  } catch (error) {
    if (await isNotDrawn(error)) return null;
    throw error;
  }
}
