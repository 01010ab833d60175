import { timingSafeEqual } from 'node:crypto';
import { noticeQrText, receiptQrText } from '#rules/scan/receipt-qr.ts';

/** HMAC-SHA256 with the hall's key, hex; the key itself stays with the desk. */
export type Keyed = (text: string) => string;

/**
 * The check code (验证码) of a receipt: eight hexadecimal signs that only this hall can make for this number.
 * The same receipt always has the same code, so it can be verified without a list.
 */
export function checkCode(receiptNumber: string, keyed: Keyed): string {
  return keyed(`receipt:${receiptNumber}`).slice(0, 8).toUpperCase();
}

/** What is printed on every paper of a receipt. */
export interface ReceiptMark {
  readonly checkCode: string;
  readonly qrText: string;
  /** The code opens the page on which a citizen follows the case. */
  readonly trackable: boolean;
}

/** The papers of one act stand under one receipt. */
let last: {
  readonly of: string;
  readonly by: Keyed;
  readonly page: string | null;
  readonly mark: ReceiptMark;
} | null = null;

/**
 * The check code of a receipt and the text of its QR code.
 *
 * @param trackingUrl the page on which a citizen follows the case; null: there is none
 */
export function receiptMark(receiptNumber: string, keyed: Keyed, trackingUrl: string | null): ReceiptMark {
  if (last?.of === receiptNumber && last.by === keyed && last.page === trackingUrl) return last.mark;
  const code = checkCode(receiptNumber, keyed);
  const qrText = receiptQrText(receiptNumber, code, trackingUrl);
  const mark = { checkCode: code, qrText, trackable: trackingUrl !== null };
  last = { of: receiptNumber, by: keyed, page: trackingUrl, mark };
  return mark;
}

/** The same on a paper of no single case, made from its id. */
export function paperMark(noticeId: string, keyed: Keyed): ReceiptMark {
  const code = paperCheckCode(noticeId, keyed);
  return { checkCode: code, qrText: noticeQrText(noticeId, code), trackable: false };
}

/** The check code of a paper of no single case, made from its id. */
function paperCheckCode(noticeId: string, keyed: Keyed): string {
  return keyed(`notice:${noticeId}`).slice(0, 8).toUpperCase();
}

/** Whether a code belongs to a receipt number, as printed: spaces and small letters do not matter. */
export function checkCodeHolds(receiptNumber: string, code: string, keyed: Keyed): boolean {
  const given = Buffer.from(code.replaceAll(/\s/g, '').toUpperCase());
  const right = Buffer.from(checkCode(receiptNumber, keyed));
  return given.length === right.length && timingSafeEqual(given, right);
}
