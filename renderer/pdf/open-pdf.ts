import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PdfData } from './pdf-data.ts';

/** The bundler copies the file as it is and puts its address here. */
const WORKER_FILE = new URL('../../node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url)
  .href;
const PAINTER_FILE = new URL(
  '../../node_modules/pdfjs-dist/legacy/build/pdf.renderer.min.mjs',
  import.meta.url,
).href;
/** Dots of one drawn page at most: 8 million are 32 MB, and as fine as a scan that fills the screen. */
const AREA_AT_MOST = 8_000_000;
/** Dots of one picture inside a PDF at most; a larger one is left blank and not unpacked. */
const PICTURE_AT_MOST = 100_000_000;
/** A page that is not drawn in this time will not be. */
const WITHIN_MS = 20_000;

/** The PDF cannot be drawn: it is broken, or it asks for more than a page may. Its bytes are kept all the same. */
export class PdfNotDrawn extends Error {}

export interface OpenPdf {
  readonly pages: number;
  /** Draws a page, from 1, as large as it fits into the box. @throws {PdfNotDrawn} */
  readonly draw: (
    no: number,
    box: { readonly width: number; readonly height: number },
  ) => Promise<HTMLCanvasElement>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF to be drawn. It is read in one worker and painted in another: neither has a page, the bridge to the desk,
 * network or eval, and no script of the document runs. The window hands their messages on and gets a finished picture.
 * Its links lead nowhere and its forms are only looked at.
 *
 * @source safety.md T7
 * @throws {PdfNotDrawn}
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<OpenPdf> {
  const painter = new Worker(ownScript(PAINTER_FILE), { type: 'module', name: 'pdf-painter' });
  GlobalWorkerOptions.rendererPorts = [painter];
  const task = getDocument({
    data: bytes,
    worker: workerAtHand(),
    BinaryDataFactory: PdfData,
    // Only named, never fetched: PdfData hands the bytes out.
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: new URL('pdf/', document.baseURI).href,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    maxImageSize: PICTURE_AT_MOST,
    verbosity: 0,
  });
  const putAway = async () => {
    await task.destroy();
    painter.terminate();
  };
  const document_ = await drawn(task.promise).catch(async (error: unknown) => {
    await putAway();
    throw error;
  });
  return {
    pages: document_.numPages,
    draw: async (no, box) => drawn(drawPage(document_, no, box)),
    close: putAway,
  };
}

async function drawPage(
  pdf: PDFDocumentProxy,
  no: number,
  box: { readonly width: number; readonly height: number },
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(no);
  const whole = page.getViewport({ scale: 1 });
  const fit = Math.min(box.width / whole.width, box.height / whole.height);
  const most = Math.sqrt(AREA_AT_MOST / (whole.width * whole.height));
  const viewport = page.getViewport({ scale: Math.min(fit, most) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const painting = page.render({ canvas, viewport });
  await painting.promise;
  // Never in the window: it holds the bridge to the desk.
  if (!painting.isWorkerRendering) throw new PdfNotDrawn('the painter did not start');
  const isWhole = hasItsPictures(page);
  page.cleanup();
  if (!isWhole) throw new PdfNotDrawn('a picture on the page could not be unpacked');
  return canvas;
}

/** A picture that cannot be unpacked is left out without a word, and a page is not shown as if it were blank there. */
function hasItsPictures({ objs, commonObjs }: PDFPageProxy): boolean {
  return [...objs, ...commonObjs].every(([, unpacked]) => unpacked !== null);
}

let atHand: { readonly pdf: PDFWorker; readonly thread: Worker } | null = null;

/** One thread reads every PDF of this window. A fresh one is started after it was put away. */
function workerAtHand(): PDFWorker {
  if (atHand) return atHand.pdf;
  const thread = new Worker(ownScript(WORKER_FILE), { type: 'module', name: 'pdf' });
  thread.addEventListener('error', putWorkerAway);
  atHand = { thread, pdf: PDFWorker.create({ port: thread, verbosity: 0 }) };
  return atHand.pdf;
}

function putWorkerAway(): void {
  atHand?.pdf.destroy();
  atHand?.thread.terminate();
  atHand = null;
}

let policy: { readonly createScriptURL: (address: string) => string } | null = null;

/** The window's policy wants every script address vouched for: this vouches for those of the two workers. */
function ownScript(address: string): string {
  policy ??= window.trustedTypes?.createPolicy('pdf-worker', {
    createScriptURL: (asked) => (asked === WORKER_FILE || asked === PAINTER_FILE ? asked : null),
  }) ?? { createScriptURL: (asked) => asked };
  return policy.createScriptURL(address);
}

/** Whatever the reader of PDFs trips over is told as one thing; a reader that hangs is put away. */
async function drawn<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      putWorkerAway();
      reject(new PdfNotDrawn(`not drawn within ${WITHIN_MS / 1_000} s`));
    }, WITHIN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof PdfNotDrawn) throw error;
    throw new PdfNotDrawn('the PDF cannot be drawn', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
