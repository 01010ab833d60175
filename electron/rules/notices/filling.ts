/** Values, conditions and lists with which a template becomes a paper. Everything in the words of the paper. */
export interface Filling {
  readonly values: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

export function merged(...parts: readonly Partial<Filling>[]): Filling {
  return {
    values: Object.assign({}, ...parts.map(({ values }) => values ?? {})),
    flags: Object.assign({}, ...parts.map(({ flags }) => flags ?? {})),
    lists: Object.assign({}, ...parts.map(({ lists }) => lists ?? {})),
  };
}

/** `1 …\n2 …`: sentences that a paper numbers, or a word when there are none. */
export function numbered(sentences: readonly string[], none: string): string {
  return sentences.length === 0 ? none : sentences.map((say, at) => `（${at + 1}）${say}`).join('；');
}
