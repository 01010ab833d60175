import { timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 with the hall's key, hex; the key itself stays with the desk. */
export type Keyed = (text: string) => string;

/**
 * The check code (验证码) of a receipt: eight hexadecimal signs that only this hall can make for this number.
 * The same receipt always has the same code, so it can be verified without a list.
 */
export function checkCode(receiptNumber: string, keyed: Keyed): string {
  return keyed(`receipt:${receiptNumber}`).slice(0, 8).toUpperCase();
}

/** The check code of a paper of no single case, made from its id. */
export function paperCheckCode(noticeId: string, keyed: Keyed): string {
  return keyed(`notice:${noticeId}`).slice(0, 8).toUpperCase();
}

/** Whether a code belongs to a receipt number, as printed: spaces and small letters do not matter. */
export function checkCodeHolds(receiptNumber: string, code: string, keyed: Keyed): boolean {
  const given = Buffer.from(code.replaceAll(/\s/g, '').toUpperCase());
  const right = Buffer.from(checkCode(receiptNumber, keyed));
  return given.length === right.length && timingSafeEqual(given, right);
}
