import { describe, expect, it } from 'vitest';
import { one } from '#native/sqlite/database.ts';
import { catalogueDesk } from '../../support/catalogue-desk.ts';
import { namedAt } from '../../support/many-items.ts';
import { packageOfMany } from '../../support/many-papers.ts';

const ITEMS = 20_000;
const PAPERS_EACH = 10;
const LONG_MS = 400_000;

describe('a catalogue of 20,000 items with 200,000 papers', () => {
  it(
    'is put in force whole, found in every way, and changed item by item',
    async () => {
      const desk = catalogueDesk();
      const text = packageOfMany(ITEMS, PAPERS_EACH);
      desk.lay('province.json', text);
      expect(await desk.importNamed('province.json')).toEqual({ outcome: 'started' });
      expect(await desk.loaded()).toEqual({
        outcome: 'catalogue',
        items: ITEMS,
        bundles: 0,
      });
      const counted = `SELECT count(*) AS items, sum(json_array_length(json, '$.materials')) AS papers
        FROM item_in_force_1 AS force JOIN item ON item.code = force.code AND item.version = force.version`;
      expect(one(desk.db, counted)).toEqual({ items: ITEMS, papers: ITEMS * PAPERS_EACH });

      const last = namedAt(ITEMS - 1);
      expect(desk.items.byCode(last.code)?.materials).toHaveLength(PAPERS_EACH);
      expect(desk.items.find(last.code, 12).map(({ code }) => code)).toEqual([last.code]);
      expect(desk.items.find(last.nameZh, 12).map(({ code }) => code)).toContain(last.code);

      const whole: { items: object[] } = JSON.parse(text);
      const renamed = { ...whole.items.at(-1), nameZh: '从来没有过的事项' };
      desk.lay('change.json', JSON.stringify({ ...whole, items: [renamed], covers: 'named' }));
      expect(await desk.importNamed('change.json')).toMatchObject({ items: ITEMS });
      expect(desk.items.find('clmyg', 12).map(({ nameZh }) => nameZh)).toEqual(['从来没有过的事项']);
      expect(desk.items.find(last.nameZh, 12).map(({ code }) => code)).not.toContain(last.code);
    },
    LONG_MS,
  );
});
