/**
 * Canonical JSON as the standard has it, slow and from the standard alone: keys in code-point order, no spaces.
 *
 * @throws RangeError on what JSON cannot hold
 * @source RFC 8785, as far as strings, whole numbers, booleans, null, arrays and objects go
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError(`JSON cannot hold a ${typeof value}`);
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`);
  return `{${fields.join(',')}}`;
}
