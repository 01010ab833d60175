import type { Page } from '#contract/shapes/page.ts';
import type { Desk } from '../desk.ts';
import { type Setback, tell } from './asking.ts';
import { base64Of, bytesOf } from './file-pieces.ts';
import { drawFirstPage } from './pdf-pictures.ts';

/** Pages kept in memory as they came: the one looked at, and those beside it to go back to at once. */
const KEPT = 3;
const THUMBNAIL_SIDE_PX = 320;
/** Tried in this order until the picture fits into one question. */
const THUMBNAIL_QUALITIES = [0.75, 0.5, 0.25];
const THUMBNAIL_BYTES_AT_MOST = 46_080;

/** The bytes of one page, fetched piece by piece: every piece is a look, and audited. */
export async function fetchPage(
  desk: Desk,
  page: Page,
): Promise<{ readonly blob: Blob } | { readonly setback: Setback }> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let had = 0;
  while (had < page.file.bytes) {
    const told = await tell(desk, 'pages.piece', { pageId: page.id, offset: had });
    if (!told.ok) return { setback: told.setback };
    const part = bytesOf(told.value.base64);
    if (part.length === 0) return { setback: { kind: 'refused', refusal: 'file-unreadable' } };
    parts.push(part);
    had += part.length;
  }
  return { blob: new Blob(parts, { type: page.file.mediaType }) };
}

/** A page in the memory: its address for an image, and its bytes. */
interface FetchedPage {
  readonly url: string;
  readonly blob: Blob;
}

/** Pages in the memory, the last few of them; what is put out is given back. */
export interface PageAddresses {
  readonly of: (page: Page) => Promise<FetchedPage | { readonly setback: Setback }>;
  readonly release: () => void;
}

export function createPageAddresses(desk: Desk): PageAddresses {
  const kept = new Map<string, FetchedPage>();
  const coming = new Map<string, ReturnType<typeof fetchPage>>();
  return {
    of: async (page) => {
      const { hash } = page.file;
      const known = kept.get(hash);
      if (known) {
        kept.delete(hash);
        kept.set(hash, known);
        return known;
      }
      const fetching = coming.get(hash) ?? fetchPage(desk, page);
      coming.set(hash, fetching);
      const fetched = await fetching;
      coming.delete(hash);
      if ('setback' in fetched) return fetched;
      const { blob } = fetched;
      const held = kept.get(hash) ?? { blob, url: URL.createObjectURL(blob) };
      kept.set(hash, held);
      for (const [old, { url }] of kept) {
        if (kept.size <= KEPT) break;
        kept.delete(old);
        URL.revokeObjectURL(url);
      }
      return held;
    },
    release: () => {
      for (const { url } of kept.values()) URL.revokeObjectURL(url);
      kept.clear();
    },
  };
}

/**
 * Draws the small picture of a page, of a PDF that of its first page, or null where it cannot be drawn. The decoder
 * works beside the window's own thread.
 */
export async function drawThumbnail(blob: Blob): Promise<string | null> {
  if (!('createImageBitmap' in globalThis)) return null;
  const picture = await decoded(blob);
  if (!picture) return null;
  const scale = Math.min(1, THUMBNAIL_SIDE_PX / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  );
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const paper = canvas.getContext('2d');
  if (!paper) return null;
  paper.imageSmoothingQuality = 'high';
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of THUMBNAIL_QUALITIES) {
    const small = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (small.size <= THUMBNAIL_BYTES_AT_MOST) return base64Of(new Uint8Array(await small.arrayBuffer()));
  }
  return null;
}

/** Null for bytes that are whole by their segments and still no picture: the strip shows a number instead. */
async function decoded(blob: Blob): Promise<ImageBitmap | null> {
  const box = { width: THUMBNAIL_SIDE_PX, height: THUMBNAIL_SIDE_PX };
  const source = blob.type.startsWith('image/') ? blob : await drawFirstPage(blob, box);
  if (!source) return null;
  try {
    return await createImageBitmap(source);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
