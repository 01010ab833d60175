/** Names that could change what every other object is. */
const HOSTILE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

class HostileName extends Error {
  override name = 'HostileName';
}

export type Parsed =
  | { readonly json: unknown; readonly problem: null }
  | { readonly json: undefined; readonly problem: 'not-json' | 'hostile' };

/**
 * Reads JSON of someone we do not trust: a name that reaches into the language itself is refused.
 *
 * @source safety.md 2, T12
 */
export function parseHonestly(text: string): Parsed {
  try {
    const json: unknown = JSON.parse(text, (name, value: unknown) => {
      if (HOSTILE_NAMES.has(name)) throw new HostileName(name);
      return value;
    });
    return { json, problem: null };
  } catch (thrown) {
    return { json: undefined, problem: thrown instanceof HostileName ? 'hostile' : 'not-json' };
  }
}
