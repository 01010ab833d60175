import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '#native/sqlite/durable-file.ts';
import { isKey } from '#native/sqlite/encryption.ts';

const OTHERS_MAY = 0o077;

/** The key file cannot be used. The message never holds the key. */
export class KeyRefused extends Error {
  override name = 'KeyRefused';
}

/**
 * The key of a desk that runs without a shell: `desk.key` in its home, made on the first start, readable by its
 * owner alone.
 *
 * A home that has a case file but no key is refused: a new key could never open it.
 *
 * @throws KeyRefused
 */
export function keyOfHome(home: string): string {
  const file = join(home, 'desk.key');
  if (!existsSync(file)) {
    if (existsSync(join(home, 'desk.db'))) {
      throw new KeyRefused(`${file} is missing, and desk.db cannot be opened without it. Put the key back.`);
    }
    writeDurably(file, `${randomBytes(32).toString('hex')}\n`);
  }
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS_MAY) !== 0) {
    throw new KeyRefused(`${file} may be read by others. Run: chmod 600 ${file}`);
  }
  const key = readFileSync(file, 'utf8').trim();
  if (!isKey(key)) throw new KeyRefused(`${file} does not hold a key of 64 hex digits.`);
  return key;
}
