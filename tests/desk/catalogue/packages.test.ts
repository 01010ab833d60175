import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openItemShelf } from '#desk/catalogue/item-shelf.ts';
import { templateInForce } from '#desk/store/templates-in-force.ts';
import { ownTemplates } from '#rules/notices/templates/all.ts';
import { one } from '#native/sqlite/database.ts';
import { catalogueDesk } from '../../support/catalogue-desk.ts';
import { changedCatalogue, demoCatalogueText } from '../../support/demo-catalogue.ts';
import { asker } from '../../support/desk-parts.ts';
import { MORNING_MS } from '../../support/moved-clock.ts';
import { envelopeOf, KEY, signatureOf } from '../../support/signed-text.ts';

const SOLE_TRADER = '11990101990000017G4990131002000';
const RENAMED = changedCatalogue(['items', 1, 'nameZh'], '个体户登记');

/** A change of one item: everything else stays. */
function changeOf(catalogue: string, named: object): string {
  const { items, bundles: _, ...whole }: { items: object[]; bundles: unknown } = JSON.parse(catalogue);
  return JSON.stringify({ ...whole, items: items.slice(1, 2), covers: 'named', ...named });
}

describe('importing a package', () => {
  it('puts it in force, and says who did it and that nobody signed it', async () => {
    const desk = catalogueDesk();
    desk.lay('next.json', RENAMED);
    expect(await desk.importNamed('next.json')).toEqual({ outcome: 'catalogue', items: 19, bundles: 4 });
    expect(desk.items.byCode(SOLE_TRADER)?.nameZh).toBe('个体户登记');
    const { states } = await desk.view();
    expect(states.map(({ name, source, by, signedBy }) => [name, source, by, signedBy])).toEqual([
      ['next.json', 'folder', '0009', null],
      ['demo', 'site', 'desk', null],
    ]);
  });

  it('refuses a bad one whole, with every fault by its path, and changes nothing', async () => {
    const desk = catalogueDesk();
    desk.lay('two.json', changedCatalogue(['items', 3, 'department'], 'xx').replace('"P"', '"ZZ"'));
    const two = await desk.importNamed('two.json');
    const paths = two.outcome === 'refused' ? two.faults.map(({ path }) => path) : [];
    expect(paths).toContain('items[3].department');
    expect(paths.length).toBeGreaterThan(1);
    expect((await desk.view()).states).toHaveLength(1);
    expect(desk.items.byCode(SOLE_TRADER)?.nameZh).toBe('个体工商户设立登记');
  });

  it('stays in force when the desk starts again with the same site file', async () => {
    const desk = catalogueDesk();
    desk.lay('next.json', RENAMED);
    await desk.importNamed('next.json');
    const again = openItemShelf({
      db: desk.db,
      source: { text: demoCatalogueText, name: 'demo', signedBy: null },
      nowMs: desk.clock.nowMs,
    });
    expect(again.byCode(SOLE_TRADER)?.nameZh).toBe('个体户登记');
  });

  it('takes a file that is picked, piece by piece, only with a signature', async () => {
    const desk = catalogueDesk([KEY]);
    const unsigned = { kind: 'upload', name: 'a.json', uploadId: await desk.upload(RENAMED) };
    expect(await desk.refusalOf('catalogue.import', { from: unsigned })).toBe('not-signed');
    const signed = { kind: 'upload', name: 'a.json', uploadId: await desk.upload(envelopeOf(RENAMED)) };
    expect(await desk.valueOf('catalogue.import', { from: signed })).toMatchObject({ outcome: 'catalogue' });
    expect((await desk.view()).states[0]).toMatchObject({ source: 'upload', signedBy: '省目录' });
    const beside = {
      kind: 'upload',
      name: 'b.json',
      uploadId: await desk.upload(demoCatalogueText),
      signature: `${signatureOf(demoCatalogueText)}\n`,
    };
    expect(await desk.valueOf('catalogue.import', { from: beside })).toMatchObject({ outcome: 'catalogue' });
    expect((await desk.view()).states[0]).toMatchObject({ name: 'b.json', signedBy: '省目录' });
    const wrong = { ...beside, uploadId: await desk.upload(RENAMED) };
    expect(await desk.refusalOf('catalogue.import', { from: wrong })).toBe('wrong-signature');
    const gone = { kind: 'upload', name: 'a.json', uploadId: randomUUID() };
    expect(await desk.refusalOf('catalogue.import', { from: gone })).toBe('no-such-package');
  });

  it('asks for a signature where the site names keys, inside the file or beside it', async () => {
    const desk = catalogueDesk([KEY]);
    const from = (name: string) => ({ from: { kind: 'folder', name } });
    desk.lay('bare.json', RENAMED);
    expect(await desk.refusalOf('catalogue.import', from('bare.json'))).toBe('not-signed');
    const stranger = generateKeyPairSync('ed25519').privateKey;
    desk.lay('stranger.json', RENAMED, signatureOf(RENAMED, stranger));
    expect(await desk.refusalOf('catalogue.import', from('stranger.json'))).toBe('wrong-signature');
    desk.lay('changed.json', envelopeOf(RENAMED, signatureOf(demoCatalogueText)));
    expect(await desk.refusalOf('catalogue.import', from('changed.json'))).toBe('wrong-signature');
    expect((await desk.view()).states).toHaveLength(1);
    desk.lay('beside.json', RENAMED, signatureOf(RENAMED));
    expect(await desk.importNamed('beside.json')).toMatchObject({ outcome: 'catalogue' });
    expect((await desk.view()).states[0]?.signedBy).toBe('省目录');
  });

  it('takes nothing from outside the folder', async () => {
    const desk = catalogueDesk();
    const from = (name: string) => ({ from: { kind: 'folder', name } });
    expect(await desk.refusalOf('catalogue.import', from('no-such.json'))).toBe('no-such-package');
    await expect(desk.ask('catalogue.import', from('../desk.db'))).rejects.toThrow('input.from.name');
  });

  it('is for technicians and managers', async () => {
    const desk = catalogueDesk();
    expect(await desk.refusalOf('catalogue.view', {}, asker())).toBe('not-allowed');
  });

  it('leaves an audit entry that names the file', async () => {
    const desk = catalogueDesk();
    desk.lay('next.json', RENAMED);
    await desk.importNamed('next.json');
    expect(one(desk.db, 'SELECT call, actor, purpose, outcome FROM audit ORDER BY seq DESC LIMIT 1')).toEqual(
      {
        call: 'catalogue.import',
        actor: '0009',
        purpose: 'next.json',
        outcome: 'ok',
      },
    );
  });
});

describe('a change of some items', () => {
  it('leaves everything else in force and is found under its new name', async () => {
    const desk = catalogueDesk();
    desk.lay('change.json', changeOf(RENAMED, {}));
    expect(await desk.importNamed('change.json')).toEqual({ outcome: 'catalogue', items: 19, bundles: 4 });
    expect(desk.items.find('个体户登记', 5).map(({ nameZh }) => nameZh)).toEqual(['个体户登记']);
    expect(desk.items.find('个体工商户', 5)).toEqual([]);
    expect(desk.items.find('gtgsh', 5)).toEqual([]);
    expect(desk.items.find('食品经营', 5)).toHaveLength(1);
  });

  it('stops an item', async () => {
    const desk = catalogueDesk();
    const [food] = desk.items.find('食品经营许可', 1);
    desk.lay('stop.json', changeOf(RENAMED, { stopped: [food?.code] }));
    expect(await desk.importNamed('stop.json')).toMatchObject({ items: 18 });
    expect(desk.items.find('食品经营', 5)).toEqual([]);
    expect(desk.items.byCode(food?.code ?? '')).toBeNull();
  });

  it('cannot stop what it brings, and a whole catalogue stops nothing by name', async () => {
    const desk = catalogueDesk();
    desk.lay('both.json', changeOf(RENAMED, { stopped: [SOLE_TRADER] }));
    expect(await desk.importNamed('both.json')).toMatchObject({ faults: [{ path: 'stopped[0]' }] });
    desk.lay('all.json', changedCatalogue(['stopped'], ['X']));
    expect(await desk.importNamed('all.json')).toMatchObject({ faults: [{ path: 'stopped[0]' }] });
  });
});

describe('going back', () => {
  it('puts the older state in force again, changes included, and is told in the list', async () => {
    const desk = catalogueDesk();
    desk.lay('change.json', changeOf(RENAMED, {}));
    await desk.importNamed('change.json');
    desk.lay('short.json', changedCatalogue(['bundles'], []));
    await desk.importNamed('short.json');
    expect(desk.items.bundles()).toHaveLength(0);

    const [, changed, first] = (await desk.view()).states;
    await desk.valueOf('catalogue.go-back', { seq: changed?.seq });
    expect(desk.items.byCode(SOLE_TRADER)?.nameZh).toBe('个体户登记');
    expect(desk.items.bundles()).toHaveLength(4);
    await desk.valueOf('catalogue.go-back', { seq: first?.seq });
    expect(desk.items.byCode(SOLE_TRADER)?.nameZh).toBe('个体工商户设立登记');
    const { states } = await desk.view();
    expect(states.map(({ name, source }) => `${source} ${name}`)).toEqual([
      'back demo',
      'back change.json',
      'folder short.json',
      'folder change.json',
      'site demo',
    ]);
    expect(await desk.refusalOf('catalogue.go-back', { seq: states[0]?.seq })).toBe('already-in-force');
    expect(await desk.refusalOf('catalogue.go-back', { seq: 999 })).toBe('no-such-package');
    expect(states[0]?.atMs).toBe(MORNING_MS);
  });
});

describe('F26, F49: templates of a package', () => {
  const [own] = Object.values(ownTemplates);
  if (!own) throw new Error('there are templates');
  const theirs = { ...own, version: own.version + 1, title: '另一种标题' };

  it('stand for the product’s own wording until a package comes without them', async () => {
    const desk = catalogueDesk();
    expect(templateInForce(desk.db, own.kind)).toBeNull();
    desk.lay('worded.json', changedCatalogue(['templates'], [theirs]));
    await desk.importNamed('worded.json');
    expect(templateInForce(desk.db, own.kind)).toEqual(theirs);
    desk.lay('plain.json', demoCatalogueText);
    await desk.importNamed('plain.json');
    expect(templateInForce(desk.db, own.kind)).toBeNull();
  });

  it('are refused when they print a word that does not exist', async () => {
    const desk = catalogueDesk();
    const wrong = { ...theirs, paragraphs: ['{nobody}'] };
    desk.lay('wrong.json', changedCatalogue(['templates'], [wrong]));
    const outcome = await desk.importNamed('wrong.json');
    const paths = outcome.outcome === 'refused' ? outcome.faults.map(({ path }) => path) : [];
    expect(paths).toContain('templates[0].paragraphs[0]');
  });
});
