import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { CatalogueView } from '#contract/shapes/catalogue.ts';
import { templateInForce } from '#desk/store/templates-in-force.ts';
import { ownTemplates } from '#rules/notices/templates/all.ts';
import { catalogueDesk } from '../../support/catalogue-desk.ts';
import { changedCatalogue, demoCatalogueText } from '../../support/demo-catalogue.ts';

/** F26: what another hall does well is handed on as a package, and stands apart from the platform's data here. */

const [own] = Object.values(ownTemplates);
if (!own) throw new Error('there are templates');
const theirs = { ...own, version: own.version + 4, title: '邻县的标题' };

/** The demo catalogue without its bundles: what the other hall brings is all there is. */
const PLAIN = changedCatalogue(['bundles'], []);

function deskWithout() {
  const desk = catalogueDesk();
  const [bundle] = desk.items.bundles();
  if (!bundle) throw new Error('the demo hall has bundles');
  return { desk, bundle };
}

function fileOf(bundle: object, named: object = {}): string {
  return JSON.stringify({
    schema: 'one-window/guidance@1',
    hall: '邻县大厅',
    items: [],
    bundles: [bundle],
    templates: [theirs],
    ...named,
  });
}

async function received(file?: string) {
  const { desk, bundle } = deskWithout();
  desk.lay('plain.json', PLAIN);
  await desk.importNamed('plain.json');
  desk.lay('theirs.json', file ?? fileOf(bundle));
  const outcome = await desk.importNamed('theirs.json');
  const partOf = async (kind: string) => {
    const part = (await desk.view()).fromHalls.find((one) => one.kind === kind);
    if (!part) throw new Error(`no ${kind} came`);
    return part;
  };
  const adopt = async (kind: string, adopts: boolean) =>
    CatalogueView.parse(await desk.valueOf('catalogue.adopt', { partId: (await partOf(kind)).id, adopts }));
  return { desk, bundle, outcome, partOf, adopt };
}

describe('a bundle and a wording of another hall', () => {
  it('are offered, marked with their hall, and change nothing until this hall adopts them', async () => {
    const { desk, outcome, partOf } = await received();
    expect(outcome).toMatchObject({ outcome: 'guidance', hall: '邻县大厅', parts: 2 });
    expect(desk.items.bundles()).toEqual([]);
    expect(templateInForce(desk.db, own.kind)).toBeNull();
    expect(await partOf('bundle')).toMatchObject({ fromHall: '邻县大厅', by: '0009', standing: 'offered' });
    // The same file again brings nothing twice.
    expect(await desk.importNamed('theirs.json')).toMatchObject({ parts: 0 });
  });

  it('are used once adopted, still marked with their hall, and no more when given up', async () => {
    const { desk, bundle, adopt } = await received();
    const { fromHalls } = await adopt('bundle', true);
    expect(fromHalls.find(({ kind }) => kind === 'bundle')?.standing).toBe('adopted');
    expect(desk.items.bundleById(bundle.id)).toEqual(bundle);
    expect(desk.items.findBundle(bundle.nameZh, 5)[0]).toMatchObject({ fromHall: '邻县大厅' });
    await adopt('template', true);
    expect(templateInForce(desk.db, own.kind)).toEqual(theirs);
    await adopt('bundle', false);
    await adopt('template', false);
    expect(desk.items.bundleById(bundle.id)).toBeNull();
    expect(templateInForce(desk.db, own.kind)).toBeNull();
  });

  it('give way to the platform’s own, also when those come later', async () => {
    const { desk, bundle, partOf, adopt } = await received();
    await adopt('bundle', true);
    await adopt('template', true);
    const templates = [{ ...own, title: '省里的标题' }];
    desk.lay('own.json', changedCatalogue(['templates'], templates));
    await desk.importNamed('own.json');
    expect(templateInForce(desk.db, own.kind)?.title).toBe('省里的标题');
    expect(desk.items.findBundle(bundle.nameZh, 5)[0]?.fromHall).toBeNull();
    expect(desk.items.bundles().filter(({ id }) => id === bundle.id)).toHaveLength(1);
    const { id: partId, standing } = await partOf('bundle');
    expect(standing).toBe('ours-stands');
    expect(await desk.refusalOf('catalogue.adopt', { partId, adopts: true })).toBe('ours-stands');
    expect(await desk.refusalOf('catalogue.adopt', { partId: crypto.randomUUID(), adopts: true })).toBe(
      'no-such-part',
    );
  });

  it('are not offered to citizens when an item of theirs is no longer in force', async () => {
    const { desk, bundle, adopt } = await received();
    await adopt('bundle', true);
    const whole: { items: { implementationCode: string }[] } = JSON.parse(PLAIN);
    const [first] = bundle.steps;
    const items = whole.items.filter(({ implementationCode }) => implementationCode !== first?.itemCode);
    desk.lay('fewer.json', JSON.stringify({ ...whole, items }));
    expect(await desk.importNamed('fewer.json')).toMatchObject({ outcome: 'catalogue' });
    expect(desk.items.bundleById(bundle.id)).toBeNull();
  });

  it('are refused whole with every fault by its path', async () => {
    const { desk, bundle } = deskWithout();
    const [first, ...more] = bundle.steps;
    if (!first) throw new Error('a bundle has steps');
    const strange = { ...bundle, steps: [{ ...first, itemCode: 'NOWHERE' }, ...more] };
    desk.lay('bad.json', fileOf(strange, { templates: [{ ...theirs, paragraphs: ['{nobody}'] }] }));
    const outcome = await desk.importNamed('bad.json');
    const paths = outcome.outcome === 'refused' ? outcome.faults.map(({ path }) => path) : [];
    expect(paths).toContain('bundles[0].steps[0].itemCode');
    expect(paths).toContain('templates[0].paragraphs[0]');
    expect((await desk.view()).fromHalls).toEqual([]);
  });

  it('that say otherwise than ours are told as a difference', async () => {
    const { desk, bundle } = deskWithout();
    desk.lay('theirs.json', fileOf({ ...bundle, version: bundle.version + 1 }));
    expect(await desk.importNamed('theirs.json')).toMatchObject({
      conflicts: [{ path: 'bundles[0]', itemNameZh: bundle.nameZh }],
    });
  });

  it('go out with the guidance of an item: the bundles it is a step of, and the wordings in force', async () => {
    const { desk, bundle } = deskWithout();
    desk.lay('worded.json', JSON.stringify({ ...JSON.parse(demoCatalogueText), templates: [theirs] }));
    await desk.importNamed('worded.json');
    const itemCode = bundle.steps[0]?.itemCode;
    const { name } = z
      .object({ name: z.string() })
      .parse(await desk.valueOf('catalogue.export-guidance', { itemCodes: [itemCode] }));
    const file = z
      .object({ bundles: z.array(z.object({ id: z.string() })), templates: z.array(z.unknown()) })
      .parse(JSON.parse(readFileSync(join(desk.folder.path, name), 'utf8')));
    expect(file.bundles.map(({ id }) => id)).toContain(bundle.id);
    expect(file.templates).toEqual([theirs]);
  });
});
