/** Values, conditions and lists with which a template becomes a paper. Everything in the words of the paper. */
export interface Filling {
  readonly values: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** Both together; where both know a name the second counts. */
export function merged(first: Partial<Filling>, second: Partial<Filling>): Filling {
  return {
    values: { ...first.values, ...second.values },
    flags: { ...first.flags, ...second.flags },
    lists: { ...first.lists, ...second.lists },
  };
}

/** `1 …\n2 …`: sentences that a paper numbers, or a word when there are none. */
export function numbered(sentences: readonly string[], none: string): string {
  return sentences.length === 0 ? none : sentences.map((say, at) => `（${at + 1}）${say}`).join('；');
}
