import { isArchive } from './file-kind.ts';

/** How large a picture is, in pixels as they are stored; or what is wrong with it. */
export type PictureLook =
  | { readonly fault: null; readonly widthPx: number; readonly heightPx: number }
  | { readonly fault: 'damaged-file' | 'archive-file' };

const DAMAGED = { fault: 'damaged-file' } as const;
const PNG_MARK_BYTES = 8;
const PNG_CHUNK_OVERHEAD_BYTES = 12;

/**
 * Walks a PNG from its first block to its last with their checksums: a cut transfer or a changed byte is found
 * here and not years later.
 *
 * @source ISO/IEC 15948 5.3, 11.2
 */
export function lookAtPng(content: Uint8Array): PictureLook {
  const view = viewOf(content);
  let at = PNG_MARK_BYTES;
  let size: { readonly widthPx: number; readonly heightPx: number } | null = null;
  let hasDots = false;
  while (at + PNG_CHUNK_OVERHEAD_BYTES <= content.length) {
    const end = at + PNG_CHUNK_OVERHEAD_BYTES + view.getUint32(at);
    if (end > content.length) return DAMAGED;
    const type = String.fromCodePoint(...content.subarray(at + 4, at + 8));
    if (crc32(content.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return DAMAGED;
    if (type === 'IHDR' && end - at === 25) {
      size = { widthPx: view.getUint32(at + 8), heightPx: view.getUint32(at + 12) };
    }
    if (!size || size.widthPx === 0 || size.heightPx === 0) return DAMAGED;
    if (type === 'IDAT') hasDots = true;
    if (type === 'IEND') return hasDots && end === content.length ? { fault: null, ...size } : DAMAGED;
    at = end;
  }
  return DAMAGED;
}

/**
 * Walks a JPEG segment by segment to its picture and looks for the end mark behind it. Cameras may add bytes
 * after the end; a package of files hidden there is none of theirs.
 *
 * @source ISO/IEC 10918-1 B.1, B.2
 */
export function lookAtJpeg(content: Uint8Array): PictureLook {
  const view = viewOf(content);
  let at = 2;
  let size: { readonly widthPx: number; readonly heightPx: number } | null = null;
  while (at + 4 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > content.length) return DAMAGED;
    if (isFrame(marker) && length >= 8) {
      size = { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    }
    if (marker === 0xda) {
      if (!size || size.widthPx === 0 || size.heightPx === 0) return DAMAGED;
      const end = endOfPicture(content, at);
      if (end === null) return DAMAGED;
      return isArchive(content.subarray(end)) ? { fault: 'archive-file' } : { fault: null, ...size };
    }
    at += 2 + length;
  }
  return DAMAGED;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Where the bytes after the picture begin, or null when its end never comes. */
function endOfPicture(content: Uint8Array, scanAt: number): number | null {
  for (let at = scanAt + 2; at + 1 < content.length; at += 1) {
    if (content[at] === 0xff && content[at + 1] === 0xd9) return at + 2;
  }
  return null;
}

function viewOf(content: Uint8Array): DataView {
  return new DataView(content.buffer, content.byteOffset, content.byteLength);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
