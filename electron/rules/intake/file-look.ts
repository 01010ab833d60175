import type { StoredFile } from '#contract/shapes/case.ts';
import { fileKind, strangerKind } from './file-kind.ts';
import { type Inflate, lookAtPdf } from './pdf-look.ts';
import { lookAtJpeg, lookAtPng, type PictureLook } from './picture-look.ts';

/** The largest file a case takes, in bytes. */
export const FILE_BYTES_AT_MOST = 20_000_000;
/** An A3 sheet at 600 dots per inch has 70 million. More is a mistake of the scanner, or meant to fill the memory. */
const PIXELS_AT_MOST = 80_000_000;

/** What a file is made of: a picture has a size, a PDF has pages. */
export interface FileFacts {
  readonly mediaType: StoredFile['mediaType'];
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly pages: number;
}

/** Why a file is not taken; each has its sentence. */
export type FileFault =
  | 'kind-not-allowed'
  | 'executable-file'
  | 'archive-file'
  | 'damaged-file'
  | 'picture-too-large'
  | 'broken-pdf'
  | 'encrypted-file'
  | 'active-content';

export type FileLook =
  | { readonly ok: true; readonly facts: FileFacts }
  | { readonly ok: false; readonly fault: FileFault };

/**
 * Looks at a whole file before a case keeps it for years: of a kind that can be shown, whole, not locked, not too
 * large to be drawn, and nothing in it that acts.
 *
 * @source reference/safety.md 3 (files from outside); domain.md 4 (electronic copies)
 */
export function lookAtFile(content: Uint8Array, inflate: Inflate): FileLook {
  const mediaType = fileKind(content);
  switch (mediaType) {
    case null:
      return { ok: false, fault: strangerKind(content) };
    case 'application/pdf': {
      const look = lookAtPdf(content, inflate);
      if (look.fault !== null) return { ok: false, fault: look.fault };
      return { ok: true, facts: { mediaType, widthPx: null, heightPx: null, pages: look.pages } };
    }
    case 'image/jpeg':
      return picture(mediaType, lookAtJpeg(content));
    case 'image/png':
      break;
  }
  return picture(mediaType, lookAtPng(content));
}

function picture(mediaType: StoredFile['mediaType'], look: PictureLook): FileLook {
  if (look.fault !== null) return { ok: false, fault: look.fault };
  const { widthPx, heightPx } = look;
  if (widthPx * heightPx > PIXELS_AT_MOST) return { ok: false, fault: 'picture-too-large' };
  return { ok: true, facts: { mediaType, widthPx, heightPx, pages: 1 } };
}
