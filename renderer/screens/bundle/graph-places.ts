import type { ItemCode } from '#contract/shapes/item.ts';

/** What the picture needs to know of a step. */
export interface GraphStep {
  readonly itemCode: ItemCode;
  readonly after: readonly ItemCode[];
}

export interface Place {
  readonly column: number;
  readonly row: number;
}

export interface GraphPlaces {
  readonly columns: number;
  readonly rows: number;
  readonly at: ReadonlyMap<ItemCode, Place>;
}

/** Where each step stands in the picture: one column further right than everything it waits for. */
export function graphPlaces(steps: readonly GraphStep[]): GraphPlaces {
  const at = new Map<ItemCode, Place>();
  const filled: number[] = [];
  for (const { itemCode, after } of steps) {
    const column = Math.max(0, ...after.map((code) => (at.get(code)?.column ?? -1) + 1));
    const row = filled[column] ?? 0;
    filled[column] = row + 1;
    at.set(itemCode, { column, row });
  }
  return { columns: filled.length, rows: Math.max(1, ...filled), at };
}
