import type { SavedInMonth } from '#contract/shapes/material.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { materialOfItem } from '#rules/intake/item-materials.ts';
import { type CountedPaper, savedBetween } from '../store/papers-saved.ts';

/** The papers spared in a month, item by item, the most spared first. @source domain.md 12.3 F40 */
export function savedInMonth(db: Reader, month: string): SavedInMonth {
  // Days are written as text: the month sorts before each of its days, and `~` after all of them.
  const { papers, cases } = savedBetween(db, month, `${month}~`);
  const byItem = Map.groupBy(papers, ({ itemCode }) => itemCode);
  const items = [...byItem].flatMap(([itemCode, counted]) => {
    const [first] = counted;
    const together = cases.get(itemCode);
    if (!first || !together) return [];
    const { brought, visits } = together;
    return [
      {
        itemCode,
        itemNameZh: first.item.nameZh,
        itemNameEn: first.item.nameEn,
        cases: together.cases,
        total: sumOf(counted),
        steps: { brought, visits, mostVisits: first.item.maxVisits * together.cases },
        papers: counted.map(({ item, materialId, by, count }) => {
          const paper = materialOfItem(item, materialId);
          return { nameZh: paper?.nameZh ?? materialId, nameEn: paper?.nameEn ?? materialId, by, count };
        }),
      },
    ];
  });
  return {
    month,
    total: sumOf(papers),
    items: items.toSorted(
      (one, other) => other.total - one.total || (one.itemCode < other.itemCode ? -1 : 1),
    ),
  };
}

function sumOf(counted: readonly CountedPaper[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}
