import type { ReceiptNumber } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { readReceiptNumber } from '../numbers/receipt-number.ts';

export interface ReceiptQr {
  readonly receiptNumber: ReceiptNumber;
  /** Eight hexadecimal signs, or null when only the number was read. */
  readonly checkCode: string | null;
}

/**
 * The text of the code on a receipt or a notice: receipt number and check code, `W990101-03-000127-K:7F3A91C2`.
 * Only signs of the QR alphanumeric set, so that the code stays small and every printer prints it. Where the hall has
 * a page on which a case is followed, its address with both as the last parameters, which a phone opens:
 * `https://…?receipt=W990101-03-000127-K&code=7F3A91C2`.
 *
 * @param trackingUrl the hall's page; null: it has none
 * @throws RangeError when either part does not have its form.
 */
export function receiptQrText(
  receiptNumber: string,
  checkCode: string,
  trackingUrl: string | null = null,
): string {
  const reading = readReceiptNumber(receiptNumber);
  if (!reading.ok || !/^[0-9A-F]{8}$/.test(checkCode)) {
    throw new RangeError('a receipt code holds a receipt number and eight hexadecimal signs');
  }
  if (trackingUrl === null) return `${reading.receiptNumber}:${checkCode}`;
  const joint = trackingUrl.includes('?') ? '&' : '?';
  return `${trackingUrl}${joint}receipt=${reading.receiptNumber}&code=${checkCode}`;
}

const PLAIN_CODE = /^(W[-0-9A-Z]{6,40})(?::([0-9A-F]{8}))?$/;
const ADDRESS = /^https:\/\/[!-~]+[?&]receipt=(W[-0-9A-Z]{6,40})&code=([0-9A-F]{8})$/i;

/**
 * Reads what `receiptQrText` wrote, or a bare receipt number; null when it is neither or its check fails. The address may
 * be that of another hall, or of a page that has moved since: only the number in it counts, and nothing is opened.
 */
export function readReceiptQr(text: string): ReceiptQr | null {
  const plain = text.trim();
  const [, number, checkCode] = (PLAIN_CODE.exec(plain.toUpperCase()) ?? ADDRESS.exec(plain) ?? []).map(
    (part) => part?.toUpperCase(),
  );
  if (!number) return null;
  const reading = readReceiptNumber(number);
  return reading.ok ? { receiptNumber: reading.receiptNumber, checkCode: checkCode ?? null } : null;
}

/**
 * The text of the code on a paper of no single case: its id and check code, in the QR alphanumeric set.
 *
 * @throws RangeError when either part does not have its form.
 */
export function noticeQrText(noticeId: string, checkCode: string): string {
  const text = `N:${noticeId.toUpperCase()}:${checkCode}`;
  if (!/^N:[-0-9A-F]{36}:[0-9A-F]{8}$/.test(text)) {
    throw new RangeError('a paper code holds an id and eight hexadecimal signs');
  }
  return text;
}

/** The text of the code on a ticket: its number and its day, `P023:20261124`, because numbers repeat every day. */
export function ticketQrText(number: string, day: Day): string {
  return `${number}:${day.replaceAll('-', '')}`;
}
