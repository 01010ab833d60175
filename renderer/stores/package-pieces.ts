import type { Desk } from '../desk.ts';
import { type Setback, tell } from './asking.ts';
import { base64Of, PIECE_BYTES } from './file-pieces.ts';

/** Sends a picked file to the desk piece by piece and answers its upload, or what stopped it. */
export async function sendPackage(
  desk: Desk,
  bytes: Uint8Array,
): Promise<{ readonly uploadId: string } | { readonly setback: Setback }> {
  const uploadId = crypto.randomUUID();
  let offset = 0;
  while (offset < bytes.length) {
    const told = await tell(desk, 'catalogue.add-piece', {
      uploadId,
      offset,
      totalBytes: bytes.length,
      base64: base64Of(bytes.subarray(offset, offset + PIECE_BYTES)),
    });
    if (!told.ok) return { setback: told.setback };
    offset = told.value.received;
  }
  return { uploadId };
}
