import type { ScanTrouble } from '#contract/shapes/scan.ts';

/** One record a scanner sent: its text, or why it gave none. */
export type Scanned =
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'trouble'; readonly trouble: ScanTrouble };

export interface RecordRules {
  /** utf-8 first, then gb18030, unless the scanner is known to send one of them only. */
  readonly encoding: 'detect' | 'utf-8' | 'gb18030';
  /** true: only silence ends a record, so a code may hold line breaks. */
  readonly gapOnly: boolean;
}

/** Silence that ends a record, milliseconds. */
export const SILENCE_MS = 90;
/** The same text again within this time is the same scan. */
const SAME_SCAN_MS = 1_500;
const MOST_BYTES = 4096;

const CR = 0x0d;
const LF = 0x0a;
/** Code identifier some scanners put before the text: `]Q1`, `]C0`. */
const AIM_PREFIX = /^\][A-Za-z][0-9A-Za-z]/;

/**
 * Cuts the bytes of a scanner into records and reads their text. Pure: the caller says what time it is and
 * when the line fell silent.
 *
 * CR, LF and CR LF end a record, and so do 90 ms of silence. A record over 4 kB, with control characters, or
 * in no known encoding gives no text. Nothing is ever opened or run.
 *
 * @source devices.md 3; safety.md 3, T6
 */
export class CodeRecords {
  readonly #rules: RecordRules;
  #held: number[] = [];
  /** The record has grown too long: what is left of it is thrown away until it ends. */
  #overflowed = false;
  #last: { readonly text: string; readonly atMs: number } | null = null;

  constructor(rules: RecordRules) {
    this.#rules = rules;
  }

  /** A record is under way: after `SILENCE_MS` without a byte it is over. */
  get isOpen(): boolean {
    return this.#held.length > 0 || this.#overflowed;
  }

  push(chunk: Uint8Array, atMs: number): readonly Scanned[] {
    const found: Scanned[] = [];
    for (const byte of chunk) {
      if (!this.#rules.gapOnly && (byte === CR || byte === LF)) this.#close(atMs, found);
      else if (this.#held.length >= MOST_BYTES) this.#overflowed = true;
      else this.#held.push(byte);
    }
    return found;
  }

  /** The line fell silent. */
  silence(atMs: number): readonly Scanned[] {
    const found: Scanned[] = [];
    this.#close(atMs, found);
    return found;
  }

  #close(atMs: number, found: Scanned[]): void {
    const bytes = Uint8Array.from(this.#held);
    const tooLong = this.#overflowed;
    this.#held = [];
    this.#overflowed = false;
    if (tooLong) {
      found.push({ kind: 'trouble', trouble: 'too-long' });
      return;
    }
    const scanned = readRecord(bytes, this.#rules);
    if (!scanned || (scanned.kind === 'code' && this.#isSameScan(scanned.text, atMs))) return;
    found.push(scanned);
  }

  #isSameScan(text: string, atMs: number): boolean {
    if (this.#last?.text === text && atMs - this.#last.atMs < SAME_SCAN_MS) return true;
    this.#last = { text, atMs };
    return false;
  }
}

/** Null for an empty record. */
function readRecord(bytes: Uint8Array, { encoding, gapOnly }: RecordRules): Scanned | null {
  const decoded = textOf(bytes, encoding);
  if (decoded === null) return { kind: 'trouble', trouble: 'not-text' };
  const ended = gapOnly ? decoded.replace(/[\r\n]+$/, '') : decoded;
  const text = ended.replace(AIM_PREFIX, '');
  if (text === '') return null;
  // Line breaks and tabs are part of a text only where silence ends it.
  const seen = gapOnly ? text.replaceAll(/[\r\n\t]/g, '') : text;
  if (/\p{Cc}/u.test(seen)) return { kind: 'trouble', trouble: 'control-characters' };
  return { kind: 'code', text };
}

function textOf(bytes: Uint8Array, encoding: RecordRules['encoding']): string | null {
  const wanted = encoding === 'detect' ? (['utf-8', 'gb18030'] as const) : ([encoding] as const);
  for (const label of wanted) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
    }
  }
  return null;
}
