import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { SANDBOX_KEY } from '../stand-ins/province/catalogue-offer.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { openStageUnsigned } from '../support/counter-stage.ts';
import { changedCatalogue } from '../support/demo-catalogue.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** Invariant 26, F26: what a platform sends is put in force or refused whole, and a technician sees which and why. */

let stage: Awaited<ReturnType<typeof openStageUnsigned>>;
let province: RunningProvince;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-offered-'));
const offered = path.join(folder, 'offered.json');

/** A newer version of an item, and what else is changed of it. */
function offer(more: object): void {
  const whole: { items: { version: number }[] } = JSON.parse(
    changedCatalogue(['items', 1, 'nameZh'], '个体户登记'),
  );
  const items = whole.items.map((item, at) =>
    at === 1 ? { ...item, version: item.version + 1, ...more } : item,
  );
  fs.writeFileSync(offered, JSON.stringify({ ...whole, items }));
}

test.beforeAll(async () => {
  offer({ department: 'xx' });
  province = await startProvince({ catalogue: offered });
  stage = await openStageUnsigned({
    province: { url: province.url, account: '990101-03', secret: 'practice-secret' },
    catalogueKeys: [{ name: '省目录', key: SANDBOX_KEY }],
  });
  const { window } = stage;
  await window.locator('.people [data-row]:focus').waitFor();
  await window.locator('.people [data-row]', { hasText: '0009' }).click();
  await window.locator('main.work').waitFor();
});
test.afterAll(async () => {
  await stage.close();
  await province.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The catalogue as it is now, once it shows this. */
async function catalogueShows(place: string, text: string): Promise<void> {
  const { window } = stage;
  await expect(async () => {
    await window.keyboard.press('Alt+z');
    await window.keyboard.press('Alt+m');
    await window.getByRole('tab', { name: /没启用的包/ }).click({ timeout: 2_000 });
    await expect(window.locator(place).first()).toContainText(text, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

test('a refused package of the platform is listed with every fault by its path, in both languages', async () => {
  const { window } = stage;
  await catalogueShows('.catalogue-screen .tabs', '没启用的包1');
  await expect(window.locator('.catalogue-screen .state')).toHaveCount(1);
  const row = window.locator('.refusal-panel tbody tr');
  await expect(row).toHaveText('items[1].department没有部门“xx”');
  await expect(window.locator('.refusal-panel')).toContainText('省平台');
  await window.keyboard.press('Alt+l');
  await expect(row).toHaveText('items[1].departmentno department xx');
  expect(await layoutFaults(window, ['.catalogue-screen'])).toEqual([]);
  await window.keyboard.press('Alt+l');
  expect(await province.packageOutcomes()).toMatchObject([
    { outcome: '2', faults: [{ path: 'items[1].department', say_zh: expect.stringContaining('没有部门') }] },
  ]);
});

test('a mended one comes in force by itself; a code nobody knows is listed as it came', async () => {
  const { window } = stage;
  await province.faults({
    rules: [{ match: { operation: 'pullCatalogue' }, fault: { kind: 'task-state', state: '9' } }],
  });
  await stage.killDesk();
  await catalogueShows('.unknown-codes', '9');
  await expect(window.locator('.unknown-codes tbody tr')).toHaveCount(1);

  await province.faults({ rules: [] });
  offer({});
  await stage.killDesk();
  await catalogueShows('.catalogue-screen .state', '省平台');
  await expect(window.locator('.catalogue-screen .state').first()).toContainText('省目录');
  expect((await province.packageOutcomes()).at(-1)).toMatchObject({ outcome: '1', faults: [] });
});
