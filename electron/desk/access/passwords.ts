import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/**
 * The power of two that one guess costs. secret: about 100 ms and 32 MB on a counter computer · shown: it stands on the
 * sign-in form of a practice hall, a guess at it is worth nothing
 */
const POWERS = { secret: 15, shown: 10 } as const;
const MOST_BYTES = 64 * 1024 * 1024;
const HASH_BYTES = 32;
const LEAST_LENGTH = 8;

const Hashed = z
  .string()
  .regex(/^scrypt-(?:15|10)-8-1:[0-9a-f]{32}:[0-9a-f]{64}$/)
  .transform((text) => {
    const [how = '', salt = '', hash = ''] = text.split(':');
    const power = how === nameOf(POWERS.shown) ? POWERS.shown : POWERS.secret;
    return { power, salt: Buffer.from(salt, 'hex'), hash: Buffer.from(hash, 'hex') };
  });

/** Nobody's password: an unknown number takes as long to refuse as a known one. */
const DECOY = `${nameOf(POWERS.secret)}:${'00'.repeat(16)}:${'00'.repeat(32)}`;

/** Hashes a password with a salt of its own, away from the thread that answers. */
export async function hashPassword(password: string, kept: keyof typeof POWERS = 'secret'): Promise<string> {
  const salt = randomBytes(16);
  const hash = await stretched(password, salt, POWERS[kept]);
  return `${nameOf(POWERS[kept])}:${salt.toString('hex')}:${hash.toString('hex')}`;
}

/** Whether this is the password. Takes the same time for a number that does not exist (`hashed` null). */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const { power, salt, hash } = Hashed.parse(hashed ?? DECOY);
  const tried = await stretched(password, salt, power);
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

function nameOf(power: number): string {
  return `scrypt-${power}-8-1`;
}

function stretched(password: string, salt: Uint8Array, power: number): Promise<Buffer> {
  const cost = { N: 2 ** power, r: 8, p: 1, maxmem: MOST_BYTES };
  return new Promise((done, failed) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, cost, (error, key) =>
      error ? failed(error) : done(key),
    );
  });
}
