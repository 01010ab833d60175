import { ReceiptNumber } from '#contract/shapes/case.ts';
import { mod3736CheckCharacter } from '../identity/mod-37-36.ts';

const WINDOW_DIGITS = 2;
const SERIAL_DIGITS = 6;

export interface ReceiptNumberParts {
  /** Site code, 6 to 12 digits. */
  readonly site: string;
  readonly window: number;
  /** From a leased block, 1 to 999999. */
  readonly serial: number;
}

/**
 * The local receipt number (本地收件号): `W<site>-<window>-<serial>-<check>`.
 *
 * @throws RangeError when a part does not fit, which means a wrong site file or an empty block.
 * @source domain.md 13.3, invariant 10; ISO 7064 MOD 37,36
 */
export function makeReceiptNumber({ site, window, serial }: ReceiptNumberParts): ReceiptNumber {
  if (!/^[0-9]{6,12}$/.test(site)) throw new RangeError('a site code has 6 to 12 digits');
  if (!fits(window, 999)) throw new RangeError(`a window number lies between 1 and 999: ${window}`);
  if (!fits(serial, 999_999)) throw new RangeError(`a serial lies between 1 and 999999: ${serial}`);
  const windowText = String(window).padStart(WINDOW_DIGITS, '0');
  const serialText = String(serial).padStart(SERIAL_DIGITS, '0');
  const check = mod3736CheckCharacter(`W${site}${windowText}${serialText}`);
  return ReceiptNumber.parse(`W${site}-${windowText}-${serialText}-${check}`);
}

export type ReceiptNumberReading =
  | { readonly ok: true; readonly receiptNumber: ReceiptNumber; readonly parts: ReceiptNumberParts }
  | { readonly ok: false; readonly problem: 'not-a-receipt-number' | 'wrong-check-character' };

/** Reads a whole receipt number as typed or scanned: full-width signs, small letters and spaces are understood. */
export function readReceiptNumber(text: string): ReceiptNumberReading {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .toUpperCase();
  const number = ReceiptNumber.safeParse(plain);
  const [, site, window, serial, check] = /^W([0-9]+)-([0-9]+)-([0-9]+)-(.)$/.exec(plain) ?? [];
  if (!number.success || !site || !window || !serial) return { ok: false, problem: 'not-a-receipt-number' };
  if (mod3736CheckCharacter(`W${site}${window}${serial}`) !== check) {
    return { ok: false, problem: 'wrong-check-character' };
  }
  return {
    ok: true,
    receiptNumber: number.data,
    parts: { site, window: Number(window), serial: Number(serial) },
  };
}

/** Window and serial, as called out and printed large on the slip: `03-000127`. */
export function shortReceiptNumber(receiptNumber: string): string {
  return /^W[0-9]+-([0-9]+-[0-9]+)-.$/.exec(receiptNumber)?.[1] ?? receiptNumber;
}

function fits(value: number, highest: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= highest;
}
