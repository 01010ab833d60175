import { isArchive } from './file-kind.ts';

/** How many pages a PDF has; or what is wrong with it. */
export type PdfLook =
  | { readonly fault: null; readonly pages: number }
  | { readonly fault: 'broken-pdf' | 'encrypted-file' | 'active-content' | 'archive-file' };

/** Unpacks the bytes of a stream; null when they cannot be unpacked, or would grow beyond reason. */
export type Inflate = (packed: Uint8Array) => Uint8Array | null;

/** The end mark of a PDF may be followed by a few stray bytes. */
const TAIL_BYTES = 1_024;
/** Where a count of pages stands, seen from the word that it is one. */
const COUNT_WITHIN = 400;

/**
 * Names that make a reader do something, or hide another file: scripts, starting a program, sending a form, an
 * embedded file, films. Long enough to be none by chance, wherever they stand.
 *
 * @source ISO 32000-1 12.6.4 (actions), 7.11.4 (embedded files), 13.6
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToE|XFA)(?![A-Za-z0-9])/;
/** Too short to be looked for among packed bytes. */
const ACTIVE_IN_OBJECTS = /\/JS(?![A-Za-z0-9])/;

/**
 * Looks into a PDF: whole, readable without a password, and nothing in it that acts. Objects packed together are
 * unpacked and looked at too, and names written with `#` codes are read as what they are.
 *
 * @source ISO 32000-1 7.3.5 (names), 7.5 (structure), 7.6 (encryption), 7.5.7 (object streams)
 */
export function lookAtPdf(content: Uint8Array, inflate: Inflate): PdfLook {
  const whole = latin(content);
  const tail = whole.slice(-TAIL_BYTES);
  const start = /startxref\s+(\d+)\s+%%EOF/.exec(tail);
  if (!start || Number(start[1]) >= content.length) return { fault: 'broken-pdf' };
  const end = whole.lastIndexOf('%%EOF') + '%%EOF'.length;
  if (isArchive(content.subarray(end + (/^\s*/.exec(whole.slice(end))?.[0].length ?? 0)))) {
    return { fault: 'archive-file' };
  }

  const objects = namesRead([outsideStreams(whole), ...packedObjects(whole, content, inflate)].join('\n'));
  if (/\/Encrypt(?![A-Za-z0-9])/.test(objects)) return { fault: 'encrypted-file' };
  if (ACTIVE.test(objects) || ACTIVE_IN_OBJECTS.test(objects) || ACTIVE.test(namesRead(whole))) {
    return { fault: 'active-content' };
  }
  const pages = pagesIn(objects);
  return pages === 0 ? { fault: 'broken-pdf' } : { fault: null, pages };
}

/** The text of all objects without the bytes of their streams, in which any word may stand by chance. */
function outsideStreams(whole: string): string {
  return whole.replaceAll(/stream\r?\n[\s\S]*?endstream/g, 'stream endstream');
}

function packedObjects(whole: string, content: Uint8Array, inflate: Inflate): string[] {
  const found: string[] = [];
  for (const { 0: mark, index } of whole.matchAll(/\/ObjStm[^>]*>>\s*stream\r?\n/g)) {
    const from = index + mark.length;
    const to = whole.indexOf('endstream', from);
    const unpacked = to < 0 ? null : inflate(content.subarray(from, to));
    if (unpacked) found.push(latin(unpacked));
  }
  return found;
}

function namesRead(text: string): string {
  return text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** The count the page tree states, else the pages themselves. */
function pagesIn(objects: string): number {
  let counted = 0;
  for (const { index } of objects.matchAll(/\/Type\s*\/Pages(?![A-Za-z])/g)) {
    const around = objects.slice(Math.max(0, index - COUNT_WITHIN), index + COUNT_WITHIN);
    for (const [, count] of around.matchAll(/\/Count\s+(\d{1,6})/g))
      counted = Math.max(counted, Number(count));
  }
  return counted > 0 ? counted : [...objects.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length;
}

/** One sign for each byte. Built in slices: an argument list has an end. */
function latin(content: Uint8Array): string {
  const slices: string[] = [];
  for (let at = 0; at < content.length; at += 8_192) {
    slices.push(String.fromCodePoint(...content.subarray(at, at + 8_192)));
  }
  return slices.join('');
}
