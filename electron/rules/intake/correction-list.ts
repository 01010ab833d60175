import type { CorrectionEntry } from '#contract/shapes/case.ts';

/**
 * Says whether a correction list may be handed out: it names every missing paper at once, and no paper that the
 * item does not ask for. Entries without a paper (a form, a signature) may be added.
 *
 * @source 行政许可法 art. 32(1)(4): 一次告知需要补正的全部内容; domain.md 13.3 invariant 3
 */
export function correctionListStanding(
  list: readonly CorrectionEntry[],
  missing: readonly string[],
  asked: readonly string[],
): 'list-incomplete' | null {
  const named = new Set(list.flatMap(({ materialId }) => materialId ?? []));
  if (missing.some((id) => !named.has(id))) return 'list-incomplete';
  return [...named].every((id) => asked.includes(id)) ? null : 'list-incomplete';
}
