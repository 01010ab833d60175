import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeDurably } from './durable-file.ts';

/** The only cipher: authenticated, so that a damaged page is an error and never wrong data. */
export const CIPHER = 'chacha20';

const CONSTANT = 'yichuang key check value 1';
const KEY = /^[0-9a-f]{64}$/;

/** A 256-bit key as 64 lower-case hex digits. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}

/**
 * Makes the key of one purpose from the desk's one key, so that two files never share a key.
 *
 * @returns 64 hex digits, always the same for the same key and purpose
 * @throws RangeError when `keyHex` is not a key; the message never holds it
 * @source RFC 5869
 */
export function keyFor(keyHex: string, purpose: string): string {
  if (!isKey(keyHex)) throw new RangeError('a key is 64 lower-case hex digits');
  const made = hkdfSync('sha256', Buffer.from(keyHex, 'hex'), Buffer.alloc(0), `yichuang ${purpose}`, 32);
  return Buffer.from(made).toString('hex');
}

/** What the key check beside a database says about a key. */
export type KeyCheck = 'same-key' | 'other-key' | 'no-check';

/**
 * Compares a key with the key check value kept beside a database, without opening the database.
 *
 * SQLite answers a wrong key, a damaged header and a plain file with one and the same error; this tells
 * the first of them apart before anything is touched.
 *
 * @source safety.md 3.11
 */
export function checkKey(file: string, keyHex: string): KeyCheck {
  const beside = besideOf(file);
  if (!existsSync(beside)) return 'no-check';
  const kept = Buffer.from(readFileSync(beside, 'utf8').trim(), 'hex');
  const wanted = keyCheckValue(keyHex);
  return kept.length === wanted.length && timingSafeEqual(kept, wanted) ? 'same-key' : 'other-key';
}

/** Keeps the key check value beside a database; on the disk when this returns. */
export function keepKeyCheck(file: string, keyHex: string): void {
  writeDurably(besideOf(file), `${keyCheckValue(keyHex).toString('hex')}\n`);
}

function keyCheckValue(keyHex: string): Buffer {
  return createHmac('sha256', Buffer.from(keyHex, 'hex')).update(CONSTANT).digest();
}

function besideOf(file: string): string {
  return `${file}.keycheck`;
}
