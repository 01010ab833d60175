import type { SupervisionFlag } from '#contract/shapes/material.ts';
import { dayWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';

/** What supervision says of the holder. A code nobody knows is shown as it is. */
export function flagWords({ code, say, since }: SupervisionFlag, words: Words): string {
  const { flags, otherFlag, flag } = words.sources;
  return flag(flags[code] ?? otherFlag(code), say, since === null ? '' : dayWords(since, words));
}
