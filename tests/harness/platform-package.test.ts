import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CatalogueView } from '#contract/shapes/catalogue.ts';
import { demoCatalogueText } from '../support/demo-catalogue.ts';
import { DeskLine } from '../support/desk-line.ts';
import { keeperWindow } from '../support/hall-window.ts';
import { packageOfMany } from '../support/many-papers.ts';
import { tempHome } from '../support/temp-home.ts';
import { SANDBOX_KEY } from '../stand-ins/province/catalogue-offer.ts';
import { startProvince } from '../stand-ins/province/start.ts';

const ITEMS = 600;
const ON_A_SLOW_MACHINE_MS = 5 * 60_000;
const KEEPER = { number: '0009', password: 'yichuang-demo' };
const KEYS = [{ name: '省目录', key: SANDBOX_KEY }];

interface Whole {
  readonly items: readonly { readonly implementationCode: string; readonly version: number }[];
}

/** A province's package: many items, and one of ours in a newer version. */
function provincePackage(): string {
  const many: Whole = JSON.parse(packageOfMany(ITEMS, 10));
  const demo: Whole = JSON.parse(demoCatalogueText);
  const ours = demo.items.slice(0, 1).map((item) => ({ ...item, version: item.version + 1 }));
  return JSON.stringify({ ...demo, bundles: [], items: [...ours, ...many.items] });
}

async function viewOf(desk: DeskLine): Promise<CatalogueView> {
  return CatalogueView.parse(await desk.ask('catalogue.view'));
}

/** Waits until the desk says so. */
async function until(desk: DeskLine, isSo: (view: CatalogueView) => boolean): Promise<CatalogueView> {
  for (;;) {
    const view = await viewOf(desk);
    if (isSo(view)) return view;
    await new Promise((later) => setTimeout(later, 5));
  }
}

async function signedIn(home: string, site: string): Promise<DeskLine> {
  const desk = new DeskLine(home, site);
  await desk.ask('access.sign-in', KEEPER);
  return desk;
}

describe('a package that the platform offers', { timeout: ON_A_SLOW_MACHINE_MS }, () => {
  it('comes in pieces and in force by itself; killed in the middle, the one before serves and it comes again', async () => {
    const folder = tempHome();
    const catalogue = join(folder, 'offered.json');
    writeFileSync(catalogue, provincePackage());
    const province = await startProvince({ catalogue });
    onTestFinished(province.stop);
    const { home, site } = keeperWindow(folder, 3, { catalogueKeys: KEYS }, province.url);

    const first = await signedIn(home, site);
    const during = await until(first, ({ importing }) => (importing?.written ?? 0) > ITEMS / 3);
    expect(during).toMatchObject({ importing: { outcome: null }, states: [{ source: 'site', items: 19 }] });
    first.kill();
    expect(await first.ended).toBe('SIGKILL');
    expect(await province.packageOutcomes()).toEqual([]);

    const second = await signedIn(home, site);
    expect((await viewOf(second)).states).toMatchObject([{ source: 'site', items: 19 }]);
    expect(await second.ask('intake.find-item', { text: 'shbzksl' })).not.toEqual([]);
    const { states } = await until(second, (view) => view.states.length > 1);
    expect(states[0]).toMatchObject({
      source: 'platform',
      items: ITEMS + 1,
      signedBy: '省目录',
      by: 'desk',
    });
    while ((await province.packageOutcomes()).length === 0) await viewOf(second);
    expect(await province.packageOutcomes()).toMatchObject([{ window: 3, outcome: '1', faults: [] }]);
    await second.end();
    expect(existsSync(join(home, 'arriving'))).toBe(false);
  });

  it('is refused whole with every fault by its path, kept here and told to the platform', async () => {
    const folder = tempHome();
    const catalogue = join(folder, 'offered.json');
    const whole: { items: { version: number; department: string }[] } = JSON.parse(demoCatalogueText);
    const items = whole.items.map((item, at) => ({
      ...item,
      version: item.version + 1,
      ...(at === 3 || at === 5 ? { department: 'nobody' } : {}),
    }));
    writeFileSync(catalogue, JSON.stringify({ ...whole, items }));
    const province = await startProvince({ catalogue });
    onTestFinished(province.stop);
    const { home, site } = keeperWindow(folder, 3, { catalogueKeys: KEYS }, province.url);
    const desk = await signedIn(home, site);
    const { refusals, states } = await until(desk, (view) => view.refusals.length > 0);
    const paths = refusals[0]?.faults.map(({ path }) => path) ?? [];
    expect(paths).toEqual(expect.arrayContaining(['items[3].department', 'items[5].department']));
    expect(refusals[0]).toMatchObject({ source: 'platform', by: 'desk' });
    expect(states).toMatchObject([{ source: 'site', items: 19 }]);
    while ((await province.packageOutcomes()).length === 0) await viewOf(desk);
    expect(await province.packageOutcomes()).toMatchObject([
      {
        outcome: '2',
        faults: expect.arrayContaining([
          { path: paths[0], say: expect.any(String), say_zh: expect.stringContaining('没有部门') },
        ]),
      },
    ]);
    await desk.end();
  });

  it('is not believed where the site names no key', async () => {
    const folder = tempHome();
    const catalogue = join(folder, 'offered.json');
    writeFileSync(catalogue, provincePackage());
    const province = await startProvince({ catalogue });
    onTestFinished(province.stop);
    const { home, site } = keeperWindow(folder, 3, {}, province.url);
    const desk = await signedIn(home, site);
    const { refusals, states } = await until(desk, (view) => view.refusals.length > 0);
    expect(refusals[0]?.faults).toHaveLength(1);
    expect(states).toHaveLength(1);
    await desk.end();
  });
});
