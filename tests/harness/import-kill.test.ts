import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CatalogueView } from '#contract/shapes/catalogue.ts';
import { DeskLine } from '../support/desk-line.ts';
import { keeperWindow } from '../support/hall-window.ts';
import { packageOfMany } from '../support/many-papers.ts';
import { tempHome } from '../support/temp-home.ts';

const ITEMS = 600;
const ON_A_SLOW_MACHINE_MS = 5 * 60_000;
const KEEPER = { number: '0009', password: 'yichuang-demo' };
const NAME = 'large.json';

async function viewOf(desk: DeskLine): Promise<CatalogueView> {
  return CatalogueView.parse(await desk.ask('catalogue.view'));
}

/** Waits until so many items were written, or until nothing is under way. */
async function written(desk: DeskLine, count: number): Promise<CatalogueView> {
  for (;;) {
    const view = await viewOf(desk);
    if (view.importing === null || view.importing.outcome !== null) return view;
    if (view.importing.written >= count) return view;
    await new Promise((later) => setTimeout(later, 5));
  }
}

describe('a desk that is killed while it loads a large catalogue', { timeout: ON_A_SLOW_MACHINE_MS }, () => {
  it('has the catalogue before it, whole, and loads the large one when it is asked again', async () => {
    const window = keeperWindow(tempHome(), 3);
    const folder = join(window.home, 'catalogue');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, NAME), packageOfMany(ITEMS, 10));
    for (const after of [1, ITEMS / 2]) {
      const desk = new DeskLine(window.home, window.site);
      await desk.ask('access.sign-in', KEEPER);
      expect((await viewOf(desk)).states).toHaveLength(1);
      await desk.ask('catalogue.import', { from: { kind: 'folder', name: NAME } });
      const { importing } = await written(desk, after);
      expect(importing).toMatchObject({ outcome: null });
      desk.kill();
      expect(await desk.ended).toBe('SIGKILL');
    }
    const desk = new DeskLine(window.home, window.site);
    await desk.ask('access.sign-in', KEEPER);
    const before = await viewOf(desk);
    expect(before).toMatchObject({ importing: null, states: [{ source: 'site', items: 19 }] });
    expect(await desk.ask('intake.find-item', { text: 'shbzksl' })).not.toEqual([]);
    await desk.ask('catalogue.import', { from: { kind: 'folder', name: NAME } });
    const after = await written(desk, ITEMS + 1);
    expect(after.importing?.outcome).toEqual({ outcome: 'catalogue', items: ITEMS, bundles: 0 });
    expect(after.states[0]).toMatchObject({ name: NAME, items: ITEMS });
    await desk.end();
  });
});
