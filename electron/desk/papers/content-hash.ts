import { hash } from 'node:crypto';

/** A value as it is kept: the very text whose sha-256, in hex, stands beside it. */
export interface FrozenText {
  readonly text: string;
  readonly sha256: string;
}

/** Freezes a value in canonical JSON. Two values that are equal have one text, whatever their key order. */
export function frozenText(value: unknown): FrozenText {
  const text = canonicalJson(value);
  return { text, sha256: hash('sha256', text) };
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
    let fields = '';
    for (const key of Object.keys(value).toSorted()) {
      const held: unknown = Reflect.get(value, key);
      if (held === undefined) continue;
      fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(held)}`;
    }
    return `{${fields}}`;
  }
  throw new RangeError(`JSON cannot hold a ${typeof value}`);
}
