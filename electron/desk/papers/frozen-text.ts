import { hash } from 'node:crypto';

/** A value as it is kept: the very text whose sha-256, in hex, stands beside it. */
export interface FrozenText {
  readonly text: string;
  readonly sha256: string;
}

/**
 * Freezes a value as JSON, its keys in the order in which it was made. Who makes it in the order of its keys gets
 * canonical JSON, so that anybody who has the value can make the hash again.
 *
 * @source RFC 8785
 */
export function frozenText(value: Readonly<Record<string, unknown>>): FrozenText {
  const text = JSON.stringify(value);
  return { text, sha256: hash('sha256', text) };
}
