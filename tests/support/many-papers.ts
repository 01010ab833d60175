import { demoCatalogueText } from './demo-catalogue.ts';
import { namedAt } from './many-items.ts';

/**
 * A catalogue file as a province has it: so many made-up items with so many papers each, on the departments and fields
 * of the demo hall.
 */
export function packageOfMany(items: number, papersEach: number): string {
  const demo: { items: { materials: object[] }[] } = JSON.parse(demoCatalogueText);
  const [pattern] = demo.items;
  const [paper] = pattern?.materials ?? [];
  const materials = Array.from({ length: papersEach }, (_, at) => ({
    ...paper,
    id: `paper-${at}`,
    nameZh: `材料之${at}`,
  }));
  return JSON.stringify({
    ...demo,
    bundles: [],
    items: Array.from({ length: items }, (_, place) => {
      const { code, ...named } = namedAt(place);
      return {
        ...pattern,
        ...named,
        id: `item-${place}`,
        implementationCode: code,
        materials,
        situations: [],
      };
    }),
  });
}
