import { createHash } from 'node:crypto';

/** sha-256 of the content in canonical JSON. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Eight hexadecimal signs that only this hall can make for a receipt number. */
export function checkCode(receiptNumber: string, keyed: (text: string) => string): string {
  return keyed(`receipt:${receiptNumber}`).slice(0, 8).toUpperCase();
}
