import type { StoredFile } from '#contract/shapes/case.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** The end mark of a PDF may be followed by a few stray bytes. */
const PDF_TAIL_BYTES = 1_024;
const PNG_CHUNK_OVERHEAD_BYTES = 12;

/**
 * What kind of file this is by its first bytes, or null when a case does not take it. The name says nothing.
 *
 * @source PNG (ISO/IEC 15948) 5.2; JPEG (ISO/IEC 10918-1) B.1; PDF (ISO 32000) 7.5.2
 */
export function fileKind(content: Uint8Array): StoredFile['mediaType'] | null {
  if (startsWith(content, JPEG)) return 'image/jpeg';
  if (startsWith(content, PNG)) return 'image/png';
  return startsWith(content, PDF) ? 'application/pdf' : null;
}

/**
 * Whether a file is complete from its first byte to its last: a cut transfer or a broken scan is found here and
 * not years later. Pictures are walked block by block, a PNG with its checksums.
 */
export function isWholeFile(kind: StoredFile['mediaType'], content: Uint8Array): boolean {
  return wholeness[kind](content);
}

const wholeness: Readonly<Record<StoredFile['mediaType'], (content: Uint8Array) => boolean>> = {
  'image/png': isWholePng,
  'image/jpeg': isWholeJpeg,
  'application/pdf': isWholePdf,
};

function isWholePng(content: Uint8Array): boolean {
  const view = viewOf(content);
  let at = PNG.length;
  for (let chunk = 0; at + PNG_CHUNK_OVERHEAD_BYTES <= content.length; chunk += 1) {
    const end = at + PNG_CHUNK_OVERHEAD_BYTES + view.getUint32(at);
    if (end > content.length) return false;
    const type = text(content, at + 4, 4);
    if (chunk === 0 && type !== 'IHDR') return false;
    if (crc32(content.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return false;
    if (type === 'IEND') return end === content.length;
    at = end;
  }
  return false;
}

function isWholeJpeg(content: Uint8Array): boolean {
  const view = viewOf(content);
  let at = 2;
  let hasFrame = false;
  while (at + 4 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) hasFrame = true;
    if (marker === 0xda) return hasFrame && endsWithEnd(content, at);
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}

/** The end of the picture comes after its scan began; cameras may add bytes behind it. */
function endsWithEnd(content: Uint8Array, scanAt: number): boolean {
  for (let at = content.length - 2; at > scanAt; at -= 1) {
    if (content[at] === 0xff && content[at + 1] === 0xd9) return true;
  }
  return false;
}

function isWholePdf(content: Uint8Array): boolean {
  const from = Math.max(0, content.length - PDF_TAIL_BYTES);
  return text(content, from, content.length - from).includes('%%EOF');
}

function startsWith(content: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => content[at] === byte);
}

function text(content: Uint8Array, from: number, length: number): string {
  return String.fromCodePoint(...content.subarray(from, from + length));
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
