import type { ServiceItem } from '#contract/shapes/item.ts';
import { readCataloguePackage } from '#desk/catalogue/catalogue-package.ts';
import { materialsAsked } from '#rules/intake/materials-asked.ts';
import type { GuidedLine } from '#rules/notices/notice-facts.ts';
import { demoCatalogueText } from './demo-catalogue.ts';

/** The licence of the demo catalogue that papers are made of. */
export function licenceItem(): ServiceItem {
  const reading = readCataloguePackage(demoCatalogueText);
  const item = reading.ok && reading.items.find(({ nameZh }) => nameZh === '食品经营许可（新办）');
  if (!item) throw new Error('the demo catalogue has no food licence');
  return item;
}

/** What the door tells of an item before anything was answered, for somebody who comes for another. */
export function guidedLines(item: ServiceItem): readonly GuidedLine[] {
  return materialsAsked(item, {}, true).map(({ query: _query, ...paper }) => ({
    paper,
    madeByZh: null,
    serves: 1,
  }));
}
