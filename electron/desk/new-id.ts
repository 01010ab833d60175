import { randomFillSync } from 'node:crypto';
import { V7Generator } from 'uuidv7';

/** An act makes a handful of ids: randomness is fetched for many at once. */
const pool = new Uint32Array(256);
let taken = pool.length;

const generator = new V7Generator({
  nextUint32: () => {
    if (taken === pool.length) {
      randomFillSync(pool);
      taken = 0;
    }
    const word = pool[taken] ?? 0;
    taken += 1;
    return word;
  },
});

/** A new UUID of version 7: later ids sort after earlier ones. @source RFC 9562 5.7 */
export function newId(): string {
  return generator.generate().toString();
}
