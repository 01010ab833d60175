import { createHmac, createSecretKey } from 'node:crypto';

/** One case asks for the same few numbers again and again. */
const HASHES_KEPT = 50;

/** Certificate numbers are compared by a keyed hash; written differently they are still the same number. */
export function personKeys(keyHex: string): (certificateNumber: string) => string {
  const key = createSecretKey(keyHex, 'hex');
  const hashOf = (text: string): string =>
    createHmac('sha256', key)
      .update(text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
      .digest('hex');
  const kept = new Map<string, string>();
  return (certificateNumber) => {
    const before = kept.get(certificateNumber);
    if (before !== undefined) return before;
    const hash = hashOf(certificateNumber);
    if (kept.size >= HASHES_KEPT) kept.clear();
    kept.set(certificateNumber, hash);
    return hash;
  };
}
