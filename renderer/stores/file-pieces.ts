import type { CaseId, StoredFile } from '#contract/shapes/case.ts';
import type { Desk } from '../desk.ts';
import { tell, type Setback } from './asking.ts';

/**
 * The desk takes pieces of at most 45 KiB: as text they fit into a question of 64 kB, the largest the shell passes on
 * (safety.md 4).
 */
export const PIECE_BYTES = 46_080;
const FILE_BYTES_AT_MOST = 20_000_000;
/** How long an upload waits for a desk that ended, or for a screen to be unlocked, before it says so. */
const TRIES = 30;
const BETWEEN_TRIES_MS = 2_000;

/** Bytes as base64. Built in slices: an argument list of 32 k is more than some engines take. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8_190) {
    parts.push(String.fromCodePoint(...bytes.subarray(start, start + 8_190)));
  }
  return btoa(parts.join(''));
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.codePointAt(at) ?? 0;
  return bytes;
}

interface SendFile {
  readonly caseId: CaseId;
  readonly materialId: string;
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Sends one piece after another, in order, and answers the stored file or what stopped it. A desk that ends
 * meanwhile is waited for: what it acknowledged it still has, and the upload goes on from there.
 *
 * @param sent told after every piece how many bytes the desk holds.
 */
export async function sendFile(
  desk: Desk,
  { bytes, name, ...about }: SendFile,
  sent: (bytes: number) => void,
  pause: (ms: number) => Promise<void> = backOrLater(desk),
): Promise<{ readonly file: StoredFile } | { readonly setback: Setback }> {
  let offset = 0;
  let tries = 0;
  while (offset < bytes.length) {
    const told = await tell(desk, 'intake.add-file-piece', {
      ...about,
      name: name.slice(-120),
      offset,
      totalBytes: bytes.length,
      base64: base64Of(bytes.subarray(offset, offset + PIECE_BYTES)),
    });
    if (told.ok) {
      tries = 0;
      offset = told.value.received;
      sent(offset);
      if (told.value.file) return { file: told.value.file };
    } else if (passes(told.setback) && (tries += 1) < TRIES) {
      await pause(BETWEEN_TRIES_MS);
    } else {
      return { setback: told.setback };
    }
  }
  return { setback: { kind: 'refused', refusal: 'damaged-file' } };
}

/** Not an answer about the file: it may be sent again. */
function passes(setback: Setback): boolean {
  if (setback.kind === 'refused') return setback.refusal === 'locked';
  return setback.kind !== 'fault';
}

function backOrLater(desk: Desk): (ms: number) => Promise<void> {
  return (ms) =>
    new Promise((done) => {
      let forget = (): void => {};
      const timer = setTimeout(() => {
        forget();
        done();
      }, ms);
      forget = desk.onBack(() => {
        clearTimeout(timer);
        forget();
        done();
      });
    });
}

/** The bytes of a picked file, or why it is not sent: said at once, in the words of the desk. */
export async function readPicked(
  picked: File,
): Promise<Uint8Array | 'file-empty' | 'file-too-large' | 'file-unreadable'> {
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
