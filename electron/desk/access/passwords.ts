import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** About 100 ms and 32 MB for one guess on a counter computer. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const HASH_BYTES = 32;
const LEAST_LENGTH = 8;

const Hashed = z
  .string()
  .regex(/^scrypt-15-8-1:[0-9a-f]{32}:[0-9a-f]{64}$/)
  .transform((text) => {
    const [, salt = '', hash = ''] = text.split(':');
    return { salt: Buffer.from(salt, 'hex'), hash: Buffer.from(hash, 'hex') };
  });

/** Nobody's password: an unknown number takes as long to refuse as a known one. */
const DECOY = `scrypt-15-8-1:${'00'.repeat(16)}:${'00'.repeat(32)}`;

/** Hashes a password with a salt of its own, away from the thread that answers. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await stretched(password, salt);
  return `scrypt-15-8-1:${salt.toString('hex')}:${hash.toString('hex')}`;
}

/** Whether this is the password. Takes the same time for a number that does not exist (`hashed` null). */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const { salt, hash } = Hashed.parse(hashed ?? DECOY);
  const tried = await stretched(password, salt);
  return timingSafeEqual(tried, hash) && hashed !== null;
}

/**
 * Whether a new password may be used: eight signs or more, two kinds of them at least, not the clerk number
 * and not the number with something around it.
 *
 * @source GB/T 22239 8.1.4.1
 */
export function isStrongEnough(password: string, clerkNumber: string): boolean {
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  return (
    password.length >= LEAST_LENGTH &&
    kinds >= 2 &&
    !password.toUpperCase().includes(clerkNumber.toUpperCase()) &&
    new Set(password).size >= 4
  );
}

function stretched(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((done, failed) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, COST, (error, key) =>
      error ? failed(error) : done(key),
    );
  });
}
