import { hash } from 'node:crypto';

/** sha-256 of a value in canonical JSON, hex. Two values that are equal have one hash, whatever their key order. */
export function contentHash(value: unknown): string {
  return hash('sha256', canonicalJson(value));
}

/**
 * JSON with keys in code-point order, no spaces and no undefined.
 *
 * @throws RangeError on a value JSON cannot hold, because it could not be compared later.
 * @source RFC 8785, as far as strings, whole numbers, booleans, null, arrays and objects go
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const fields: string[] = [];
    for (const [key, held] of Object.entries(value).toSorted(byCodePoint)) {
      if (held !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(held)}`);
    }
    return `{${fields.join(',')}}`;
  }
  throw new RangeError(`JSON cannot hold a ${typeof value}`);
}

function byCodePoint([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
