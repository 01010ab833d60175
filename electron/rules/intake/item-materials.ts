import type { ItemMaterial, ServiceItem } from '#contract/shapes/item.ts';

/** A paper of an item by its id: one it lists itself, or one that an answer adds. Null when it knows none. */
export function materialOfItem(
  { materials, situations }: Pick<ServiceItem, 'materials' | 'situations'>,
  id: string,
): ItemMaterial | null {
  const added = situations.flatMap(({ options }) =>
    options.flatMap(({ addMaterials, replaceMaterials }) => [
      ...addMaterials,
      ...replaceMaterials.map(({ add }) => add),
    ]),
  );
  return [...materials, ...added].find((material) => material.id === id) ?? null;
}
