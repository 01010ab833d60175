import { inflateSync } from 'node:zlib';
import type { ReadPackage } from './catalogue-package.ts';
import { codeKey } from './find-words.ts';

/** A piece of what a reader needs and cannot reach by itself. */
export interface FollowingPiece {
  /** The package of the chain whose deflated text this is a piece of; null: of the text of the new package, as it is. */
  readonly hash: string | null;
  readonly bytes: Uint8Array;
}

/** What followed, put together. */
export interface Followed {
  /** The text of the new package; empty when it lies in a file. */
  readonly text: string;
  /** Hash to text of every package that came along. */
  readonly chain: ReadonlyMap<string, string>;
}

export function followed(pieces: Iterable<FollowingPiece>): Followed {
  const byHash = new Map<string | null, Uint8Array[]>();
  for (const { hash, bytes } of pieces) {
    const known = byHash.get(hash);
    if (known) known.push(bytes);
    else byHash.set(hash, [bytes]);
  }
  const chain = new Map<string, string>();
  for (const [hash, packed] of byHash) {
    if (hash !== null) chain.set(hash, inflateSync(Buffer.concat(packed)).toString('utf8'));
  }
  return { text: Buffer.concat(byHash.get(null) ?? []).toString('utf8'), chain };
}

/** What is in force once `next` came upon `before`, as one whole package. */
export function onTopOf(before: ReadPackage | null, next: ReadPackage): ReadPackage {
  if (next.covers === 'all' || !before) return next;
  const items = new Map(before.items.map((item) => [codeKey(item.code), item]));
  for (const code of next.stopped) items.delete(codeKey(code));
  for (const item of next.items) items.set(codeKey(item.code), item);
  const bundles = new Map([...before.bundles, ...next.bundles].map((bundle) => [bundle.id, bundle]));
  const templates = new Map([...before.templates, ...next.templates].map((one) => [one.kind, one]));
  return {
    items: [...items.values()],
    bundles: [...bundles.values()],
    templates: [...templates.values()],
    covers: 'all',
    stopped: [],
    dutyList: next.dutyList ?? before.dutyList,
  };
}
