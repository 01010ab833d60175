import type { PoolQuestion } from '#contract/shapes/bundle-view.ts';
import type { ItemCode, Situation } from '#contract/shapes/item.ts';

/** The questions of one case and what was answered. */
export interface QuestionCase {
  readonly itemCode: ItemCode;
  readonly situations: readonly Situation[];
  readonly answers: Readonly<Record<string, string>>;
}

/** A fact about the citizen is the same in every case; any other question is the item's own. */
const FACT = 'fact:';

export function isFact(situationId: string): boolean {
  return situationId.startsWith(FACT);
}

/** How a question of one item is called in the pool. */
export function poolKey(itemCode: ItemCode, situationId: string): string {
  return isFact(situationId) ? situationId : `${itemCode} ${situationId}`;
}

/** The answers of one item out of those of the pool; what the item does not know is left out. */
export function answersOfItem(
  { itemCode, situations }: Omit<QuestionCase, 'answers'>,
  pool: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    situations.flatMap(({ id, options }) => {
      const optionId = pool[poolKey(itemCode, id)];
      return optionId && options.some((option) => option.id === optionId) ? [[id, optionId]] : [];
    }),
  );
}

/**
 * Every question of a bundle once. A fact that several items ask about is asked once and answers all of them.
 *
 * @source domain.md 4.2, 7 (1)
 */
export function poolQuestions(cases: readonly QuestionCase[]): PoolQuestion[] {
  const asked = new Map<string, PoolQuestion>();
  for (const { itemCode, situations, answers } of cases) {
    for (const { id, questionZh, questionEn, options } of situations) {
      const key = poolKey(itemCode, id);
      const answer = answers[id] ?? null;
      const before = asked.get(key);
      asked.set(key, {
        id: key,
        situationId: id,
        questionZh,
        questionEn,
        options: options.map((option) => ({
          id: option.id,
          labelZh: option.labelZh,
          labelEn: option.labelEn,
        })),
        // Answered only when every case has the same answer.
        answer: !before || before.answer === answer ? answer : null,
        itemCodes: [...(before?.itemCodes ?? []), itemCode],
      });
    }
  }
  return [...asked.values()];
}
