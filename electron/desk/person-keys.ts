import { createHmac, createSecretKey } from 'node:crypto';

/** Certificate numbers are compared by a keyed hash; written differently they are still the same number. */
export function personKeys(keyHex: string): (certificateNumber: string) => string {
  const key = createSecretKey(keyHex, 'hex');
  return (certificateNumber) =>
    createHmac('sha256', key)
      .update(certificateNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase())
      .digest('hex');
}
