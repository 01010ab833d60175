import type { NoticeKind } from '#contract/shapes/notice.ts';
import { readReceiptNumber } from '../numbers/receipt-number.ts';

/** 文种 by kind, as it stands in a document number. */
const kindWords: Readonly<Record<NoticeKind, string>> = {
  'receipt-slip': '收',
  acceptance: '受',
  correction: '补告',
  refusal: '不受',
};

export interface DocumentNumberParts {
  /** The organ in whose name the paper is issued, whole. */
  readonly organ: string;
  readonly kind: NoticeKind;
  /** Year of issue, four digits. */
  readonly year: number;
  readonly receiptNumber: string;
  /** 1 for the only paper of this kind in its case; a second one needs its own number. */
  readonly copy?: number;
}

/**
 * The number of a document (文号): `示范县市场监督管理局受〔2026〕990101-03-000127号`.
 *
 * Numbered per organ, kind and year. The serial is the case's receipt serial, which is leased per site and never
 * given twice, and the site stands before it: so the number is unique for ever without a counter of its own, and
 * offline as well. A second paper of the same kind in one case ends in `-2`.
 *
 * @throws RangeError when the receipt number is none: a document is never numbered after something else.
 * @source domain.md 5.3; 13.3, invariant 10
 */
export function documentNumber({ organ, kind, year, receiptNumber, copy = 1 }: DocumentNumberParts): string {
  const reading = readReceiptNumber(receiptNumber);
  if (!reading.ok) throw new RangeError(`a document needs a receipt number: ${reading.problem}`);
  if (!Number.isSafeInteger(year) || year < 2000 || year > 9999) throw new RangeError(`not a year: ${year}`);
  const { site, window, serial } = reading.parts;
  const place = `${site}-${String(window).padStart(2, '0')}-${String(serial).padStart(6, '0')}`;
  const again = copy > 1 ? `-${copy}` : '';
  return `${organ}${kindWords[kind]}〔${year}〕${place}${again}号`;
}
