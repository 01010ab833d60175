import type { ReceiptNumber } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import type { NoticeKind } from '#contract/shapes/notice.ts';
import { documentWords } from './template-version.ts';

/**
 * The document number (文号) of a paper: `受理〔2026〕990101-03-000127号`.
 *
 * Made from the receipt number, of which there is one for ever, and the kind, of which a case has one each. Fits
 * the 30 signs of the upload tables for a site code of up to ten digits.
 *
 * @throws RangeError when the receipt number does not have its form
 * @source GB/T 39046 Acceptance, document no.; domain.md 13.3 invariants 2 and 10
 */
export function documentNumber(kind: NoticeKind, receiptNumber: ReceiptNumber, issuedOn: Day): string {
  const serial = /^W([0-9]+-[0-9]+-[0-9]+)-.$/.exec(receiptNumber)?.[1];
  if (!serial) throw new RangeError('a document number is made from a receipt number');
  return `${documentWords[kind]}〔${issuedOn.slice(0, 4)}〕${serial}号`;
}
