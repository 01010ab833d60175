import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Output } from '#contract/calls.ts';
import { CatalogueView } from '#contract/shapes/catalogue.ts';
import { deskCalls } from '#contract/calls/desk.ts';
import { DeskLine } from '../../support/desk-line.ts';
import { keeperWindow } from '../../support/hall-window.ts';
import { packageOfMany } from '../../support/many-papers.ts';
import { tempHome } from '../../support/temp-home.ts';

type First = Output<'desk.status'>['firstCatalogue'];

/** A desk that was never started before, with a site file of its own of this text. */
async function newDesk(text: string) {
  const folder = tempHome();
  const catalogue = join(folder, 'province.json');
  writeFileSync(catalogue, text);
  const { home, site } = keeperWindow(folder, 3, { catalogue });
  const desk = new DeskLine(home, site);
  onTestFinished(async () => void (await desk.end()));
  await desk.ask('access.sign-in', { number: '0009', password: 'yichuang-demo' });
  const first = async (): Promise<First> =>
    deskCalls['desk.status'].output.parse(await desk.ask('desk.status')).firstCatalogue;
  const until = async (holds: (now: First) => boolean): Promise<readonly First[]> => {
    const seen: First[] = [];
    for (;;) {
      const now = await first();
      seen.push(now);
      if (holds(now)) return seen;
      await new Promise<void>((next) => void setTimeout(next, 20));
    }
  };
  const find = () => desk.ask('intake.find-item', { text: 'spjy' });
  return { desk, until, find };
}

describe('a desk whose first catalogue is large', { timeout: 60_000 }, () => {
  it('works without one, says how far it is, refuses nothing wrongly, and has it without a restart', async () => {
    const { desk, until, find } = await newDesk(packageOfMany(600, 10));
    await expect(find()).rejects.toThrow('catalogue-loading');
    await expect(desk.ask('intake.item', { itemCode: '11990101990000017G4990131002000' })).rejects.toThrow(
      'catalogue-loading',
    );
    expect(await desk.ask('queue.take', { queue: 'A' }), 'a number is taken as ever').toMatchObject({
      ticket: { queue: 'A' },
    });
    const seen = await until((now) => now === null);
    expect(seen).toContainEqual({ state: 'loading', written: 0, items: null });
    expect(seen.some((now) => now !== null && now.written > 0 && now.items === 600)).toBe(true);
    expect(await find()).not.toEqual([]);
    await expect(desk.ask('intake.item', { itemCode: 'NOT-THERE-0001' })).rejects.toThrow('no-such-item');
  });

  it('says that there is none when it was refused, and why where a technician looks', async () => {
    const whole: { items: object[] } = JSON.parse(packageOfMany(600, 10));
    const items = whole.items.map((item, at) => (at === 7 ? { ...item, version: 0 } : item));
    const { desk, until, find } = await newDesk(JSON.stringify({ ...whole, items }));
    await until((now) => now?.state === 'missing');
    await expect(find()).rejects.toThrow('catalogue-missing');
    const { refusals, states } = CatalogueView.parse(await desk.ask('catalogue.view'));
    expect(states).toEqual([]);
    expect(refusals).toMatchObject([{ source: 'site', faults: [{ path: 'items[7].version' }] }]);
  });
});
