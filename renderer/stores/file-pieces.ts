import type { CaseId, StoredFile } from '#contract/shapes/case.ts';
import type { Desk } from '../desk.ts';
import type { FileRefusal } from './case-acts.ts';
import { tell, type Setback } from './asking.ts';

/** The desk takes pieces of at most 32 kB. */
export const PIECE_BYTES = 32_768;
const FILE_BYTES_AT_MOST = 20_000_000;

/** Bytes as base64. Built in slices: an argument list of 32 k is more than some engines take. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 4096) {
    binary += String.fromCodePoint(...bytes.subarray(start, start + 4096));
  }
  return btoa(binary);
}

/**
 * Sends one file piece after another, in order, and answers the stored file or what stopped it.
 *
 * @param sent told after every piece how many bytes the desk holds.
 */
export async function sendFile(
  desk: Desk,
  input: {
    readonly caseId: CaseId;
    readonly uploadId: string;
    readonly name: string;
    readonly bytes: Uint8Array;
  },
  sent: (bytes: number) => void,
): Promise<{ readonly file: StoredFile } | { readonly setback: Setback }> {
  const { caseId, uploadId, name, bytes } = input;
  let offset = 0;
  while (offset < bytes.length) {
    const piece = bytes.subarray(offset, offset + PIECE_BYTES);
    const told = await tell(desk, 'intake.add-file-piece', {
      caseId,
      uploadId,
      name: name.slice(-120),
      offset,
      totalBytes: bytes.length,
      base64: base64Of(piece),
    });
    if (!told.ok) return { setback: told.setback };
    offset += piece.length;
    sent(offset);
    if (told.value.file) return { file: told.value.file };
  }
  return { setback: { kind: 'refused', refusal: 'damaged-file' } };
}

/** The bytes of a picked file, or why it is not sent. */
export async function readPicked(picked: File): Promise<Uint8Array | FileRefusal> {
  if (picked.size === 0) return 'file-empty';
  if (picked.size > FILE_BYTES_AT_MOST) return 'file-too-large';
  try {
    return new Uint8Array(await picked.arrayBuffer());
  } catch (error) {
    // The file was moved or its medium taken away between picking and reading.
    if (error instanceof DOMException) return 'file-unreadable';
    throw error;
  }
}
