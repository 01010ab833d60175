import { describe, expect, it } from 'vitest';
import { KEY_MAP } from '#renderer/keys/key-map.ts';

describe('the keyboard map', () => {
  it('gives no key to two acts', () => {
    const acts = Map.groupBy(KEY_MAP, ({ code, ctrl, shift, alt }) => [code, ctrl, shift, alt].join(' '));
    const shared = [...acts.values()].filter((entries) => entries.length > 1);
    expect(shared.map((entries) => entries.map(({ act }) => act))).toEqual([]);
  });
});
