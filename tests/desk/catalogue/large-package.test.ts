import { describe, expect, it } from 'vitest';
import { all, one } from '#native/sqlite/database.ts';
import { catalogueDesk } from '../../support/catalogue-desk.ts';
import { changedCatalogue, demoCatalogueText } from '../../support/demo-catalogue.ts';
import { packageOfMany } from '../../support/many-papers.ts';

/** A package beyond a megabyte and a half. */
const large = packageOfMany(600, 10);

describe('a large package', { timeout: 120_000 }, () => {
  it('is begun, loaded on the other shelf, and in force all at once', async () => {
    const desk = catalogueDesk();
    const before = desk.items.held().length;
    desk.lay('large.json', large);
    expect(await desk.importNamed('large.json')).toEqual({ outcome: 'started' });
    expect((await desk.view()).importing).toMatchObject({ name: 'large.json', outcome: null });
    expect(await desk.refusalOf('catalogue.import', { from: { kind: 'folder', name: 'large.json' } })).toBe(
      'import-running',
    );
    expect(await desk.refusalOf('catalogue.go-back', { seq: 1 })).toBe('import-running');
    expect(desk.items.held()).toHaveLength(before);
    expect(await desk.loaded()).toEqual({ outcome: 'catalogue', items: 600, bundles: 0 });
    expect(desk.items.held()).toHaveLength(600);
    const { states, importing } = await desk.view();
    expect(states[0]).toMatchObject({ name: 'large.json', source: 'folder', items: 600, by: '0009' });
    expect(importing).toMatchObject({ written: 600, items: 600 });
  });

  it('can be gone back on and come again: its text was kept in pieces, the old shelf was emptied', async () => {
    const desk = catalogueDesk();
    desk.lay('large.json', large);
    await desk.importNamed('large.json');
    await desk.loaded();
    const [first, second] = [(await desk.view()).states[1]?.seq, (await desk.view()).states[0]?.seq];
    expect(await desk.valueOf('catalogue.go-back', { seq: first })).toMatchObject({
      importing: { name: 'demo', outcome: null },
    });
    expect(desk.items.held()).toHaveLength(600);
    expect(await desk.loaded()).toMatchObject({ outcome: 'catalogue' });
    expect(desk.items.held().length).toBeLessThan(600);
    expect((await desk.view()).states[0]).toMatchObject({ source: 'back', name: 'demo' });
    await desk.valueOf('catalogue.go-back', { seq: second });
    expect(await desk.loaded()).toMatchObject({ outcome: 'catalogue', items: 600 });
    expect(desk.items.held()).toHaveLength(600);
    desk.lay('again.json', large);
    await desk.importNamed('again.json');
    expect(await desk.loaded()).toMatchObject({ items: 600 });
    const [hit] = desk.items.find(String(desk.items.held()[0]?.code), 12);
    expect(hit?.code).toBe(desk.items.held()[0]?.code);
  });

  it('brings another text of a known version onto its own shelf; what is in force keeps its own until then', async () => {
    const desk = catalogueDesk();
    desk.lay('large.json', large);
    await desk.importNamed('large.json');
    await desk.loaded();
    const whole: { items: { resultName: string; implementationCode: string }[] } = JSON.parse(large);
    const code = String(whole.items[0]?.implementationCode);
    const other = { ...whole, items: whole.items.map((item) => ({ ...item, resultName: '另一种证' })) };
    desk.lay('other.json', JSON.stringify(other));
    await desk.importNamed('other.json');
    expect(desk.items.byCode(code)?.resultName).not.toBe('另一种证');
    await desk.loaded();
    expect(desk.items.byCode(code)?.resultName).toBe('另一种证');
    expect(one(desk.db, 'SELECT count(*) AS texts FROM item_text')).toEqual({ texts: 600 });
  });

  it('with a fault is refused whole, by its path; one that is no whole catalogue is taken all the same', async () => {
    const desk = catalogueDesk();
    const states = (await desk.view()).states.length;
    const whole: { items: object[] } = JSON.parse(large);
    const bad = {
      ...whole,
      items: whole.items.map((item, at) => (at === 7 ? { ...item, version: 0 } : item)),
    };
    desk.lay('bad.json', JSON.stringify(bad));
    await desk.importNamed('bad.json');
    expect(await desk.loaded()).toMatchObject({
      outcome: 'refused',
      faults: [{ path: expect.stringContaining('items[7]') }],
    });
    expect((await desk.view()).states).toHaveLength(states);
    desk.lay('named.json', JSON.stringify({ ...whole, covers: 'named' }));
    await desk.importNamed('named.json');
    expect(await desk.loaded()).toMatchObject({ outcome: 'catalogue' });
    expect((await desk.view()).states).toHaveLength(states + 1);
  });

  it('is gone onto and off in the background by every road: a change, a small catalogue, an older state', async () => {
    const desk = catalogueDesk();
    desk.lay('large.json', large);
    await desk.importNamed('large.json');
    await desk.loaded();
    const demo: { items: { version: number; implementationCode: string; nameZh: string }[] } =
      JSON.parse(demoCatalogueText);
    const [first] = demo.items;
    const code = String(first?.implementationCode);
    const whole: { items: object[] } = JSON.parse(large);
    // A large change: another text for all, and an item that was not there.
    const changed = whole.items.map((item) => ({ ...item, resultName: '另一种证' }));
    desk.lay(
      'change.json',
      JSON.stringify({
        ...demo,
        bundles: [],
        covers: 'named',
        items: [...demo.items.slice(0, 1), ...changed],
      }),
    );
    expect(await desk.importNamed('change.json')).toEqual({ outcome: 'started' });
    expect(desk.items.byCode(code)).toBeNull();
    expect(await desk.loaded()).toMatchObject({ outcome: 'catalogue', items: 601 });
    expect(desk.items.byCode(code)?.nameZh).toBe(first?.nameZh);
    const other = String(desk.items.held().find((item) => item.code !== code)?.code);
    expect(desk.items.byCode(other)?.resultName).toBe('另一种证');
    // A small change is made at once, over many items as well.
    desk.lay(
      'small-change.json',
      JSON.stringify({ ...demo, bundles: [], covers: 'named', items: demo.items.slice(1, 2) }),
    );
    expect(await desk.importNamed('small-change.json')).toMatchObject({ outcome: 'catalogue', items: 602 });
    // A small catalogue instead of a large one: taking that off is the work.
    desk.lay('small.json', demoCatalogueText);
    expect(await desk.importNamed('small.json')).toEqual({ outcome: 'started' });
    expect(await desk.loaded()).toMatchObject({ items: demo.items.length });
    // An older state is a chain: the large one, the large change, the small one.
    const { states } = await desk.view();
    const older = states.find(({ name }) => name === 'small-change.json');
    await desk.valueOf('catalogue.go-back', { seq: older?.seq });
    expect(await desk.loaded()).toMatchObject({ outcome: 'catalogue', items: 602 });
    expect(desk.items.byCode(other)?.resultName).toBe('另一种证');
    expect((await desk.view()).states[0]).toMatchObject({ source: 'back', items: 602 });
  });

  it('left in the middle leaves the catalogue before it, and the next import begins anew', async () => {
    const desk = catalogueDesk();
    const held = desk.items.held();
    desk.lay('large.json', large);
    await desk.importNamed('large.json');
    while ((desk.standing()?.written ?? 0) < 100) await new Promise<void>((next) => void setTimeout(next, 1));
    await desk.stopLoading();
    expect(desk.items.held()).toEqual(held);
    expect(all(desk.db, 'SELECT place FROM item_in_force_1').length).toBeGreaterThanOrEqual(100);
    const again = desk.afterRestart();
    desk.lay('good.json', large);
    expect(again.start('good.json')).not.toBeNull();
    expect(await again.loaded()).toEqual({ outcome: 'catalogue', items: 600, bundles: 0 });
    expect(desk.items.held()).toHaveLength(600);
  });

  it('small ones are taken at once as ever', async () => {
    const desk = catalogueDesk();
    desk.lay('small.json', changedCatalogue(['items', 1, 'nameZh'], '个体户登记'));
    expect(await desk.importNamed('small.json')).toMatchObject({ outcome: 'catalogue' });
    expect(demoCatalogueText.length).toBeLessThan(1_500_000);
  });
});
