import type { StoredFile } from '#contract/shapes/case.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/**
 * First bytes of what a computer runs: Windows and DOS programs, ELF, Mach-O (four forms), Java classes, scripts,
 * shortcuts.
 */
const PROGRAMS = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
] as const;

/**
 * First bytes of what other files are packed in: zip (also docx, xlsx, ofd, jar), rar, 7z, gzip, bzip2, xz, cab and
 * the old office files that may carry macros.
 */
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x4d, 0x53, 0x43, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
] as const;

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

/** Why a file of no kind we take is none: a program, a package of files, or anything else. */
export function strangerKind(content: Uint8Array): 'executable-file' | 'archive-file' | 'kind-not-allowed' {
  if (PROGRAMS.some((mark) => startsWith(content, mark))) return 'executable-file';
  return isArchive(content) ? 'archive-file' : 'kind-not-allowed';
}

/** Whether bytes begin like a package of files. */
export function isArchive(content: Uint8Array): boolean {
  return ARCHIVES.some((mark) => startsWith(content, mark));
}

function startsWith(content: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => content[at] === byte);
}
