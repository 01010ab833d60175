import { generateKeyPairSync, sign } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openStageUnsigned } from '../support/counter-stage.ts';
import { changedCatalogue, demoCatalogueText } from '../support/demo-catalogue.ts';
import { packageOfMany } from '../support/many-papers.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** F26, F35, F53: a technician keeps the catalogue of the window with the keyboard. */

let stage: Awaited<ReturnType<typeof openStageUnsigned>>;
let folder = '';

test.beforeAll(async () => {
  stage = await openStageUnsigned();
  folder = path.join(stage.home, 'catalogue');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'a-bad.json'), changedCatalogue(['items', 3, 'department'], 'xx'));
  fs.writeFileSync(path.join(folder, 'b-good.json'), changedCatalogue(['items', 1, 'nameZh'], '个体户登记'));
  fs.writeFileSync(
    path.join(folder, 'c-duties.json'),
    JSON.stringify({
      schema: 'one-window/duties@1',
      name: '第一批责任清单（演示）',
      duties: [
        {
          department: '示范县市场监督管理局',
          data: '企业登记基本信息',
          duty: '提供查询',
          method: '接口',
          frequency: '实时',
          replaces: ['营业执照'],
        },
      ],
    }),
  );
  const { window } = stage;
  await window.locator('.people [data-row]:focus').waitFor();
  await window.locator('.people [data-row]', { hasText: '0009' }).click();
  await window.locator('main.work').waitFor();
  await window.keyboard.press('Alt+m');
  await window.locator('.catalogue-screen .state').first().waitFor();
});
test.afterAll(async () => stage.close());

async function expectReadable(state: string): Promise<void> {
  const { window } = stage;
  for (const language of ['zh-CN', 'en']) {
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    await window.screenshot({ path: path.join('.out', `catalogue-${state}-${language}.png`) });
    expect.soft(await layoutFaults(window, ['.catalogue-screen']), `${state}, ${language}`).toEqual([]);
    await window.keyboard.press('Alt+l');
  }
}

async function chooseFile(name: string): Promise<void> {
  await stage.window.locator('.catalogue-screen .file', { hasText: name }).click();
}

test('a bad package is refused whole, with every fault by its path', async () => {
  const { window } = stage;
  await expect(window.locator('.catalogue-screen .state')).toHaveCount(1);
  await chooseFile('a-bad.json');
  await window.keyboard.press('F9');
  await expect(window.locator('.import-result[role="alert"] td').first()).toHaveText('items[3].department');
  await expect(window.locator('.catalogue-screen .state')).toHaveCount(1);
  await expectReadable('refused');
  const tab = window.getByRole('tab', { name: '没启用的包' });
  await expect(tab).toContainText('1');
  await tab.click();
  await expect(window.locator('.refusal-panel td').first()).toHaveText('items[3].department');
  await expectReadable('refusals');
  await window.getByRole('tab', { name: '本厅提示' }).click();
});

test('a good one is in force, and the one before can be put back', async () => {
  const { window } = stage;
  await chooseFile('b-good.json');
  await window.keyboard.press('F9');
  await expect(window.locator('.catalogue-screen .state')).toHaveCount(2);
  await expect(window.locator('.catalogue-screen .state').first()).toContainText('b-good.json');
  await window.locator('.catalogue-screen .state').nth(1).click();
  await window.keyboard.press('Control+b');
  await expect(window.locator('.catalogue-screen .state')).toHaveCount(3);
  await expect(window.locator('.catalogue-screen .state').first()).toContainText('换回旧版');
});

test('a note is written beside the platform’s data and handed on to another hall', async () => {
  const { window } = stage;
  await window.getByPlaceholder('输入名称、拼音或编码').fill('gtgsh');
  await expect(window.locator('.notes-panel b').first()).toHaveText('个体工商户设立登记');
  await window.getByLabel('内容').fill('自建房请先去社区盖章。');
  await window.keyboard.press('Enter');
  await expect(window.locator('.local-notes li')).toContainText('自建房请先去社区盖章。');
  await window.keyboard.press('Control+e');
  await expect(window.locator('.catalogue-screen .file', { hasText: 'guidance-990101' })).toBeVisible();
  const name = fs.readdirSync(folder).find((one) => one.startsWith('guidance-')) ?? '';
  expect(fs.readFileSync(path.join(folder, name), 'utf8')).toContain('自建房请先去社区盖章。');
  await expectReadable('notes');
});

test('F26: a bundle of another hall stands beside the catalogue, marked, until this hall adopts it', async () => {
  const { window } = stage;
  const name = fs.readdirSync(folder).find((one) => one.startsWith('guidance-')) ?? '';
  const guidance = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  const theirs = guidance.bundles.map((bundle: { id: string; nameZh: string; nameEn: string }) => ({
    ...bundle,
    id: `${bundle.id}-there`,
    nameZh: `邻县${bundle.nameZh}`,
  }));
  expect(theirs.length).toBeGreaterThan(0);
  fs.writeFileSync(
    path.join(folder, 'b-theirs.json'),
    JSON.stringify({ ...guidance, hall: '邻县政务服务中心', items: [], bundles: theirs }),
  );
  await window.keyboard.press('Alt+z');
  await window.keyboard.press('Alt+m');
  await chooseFile('b-theirs.json');
  await window.keyboard.press('F9');
  await expect(window.locator('.import-result')).toContainText('待采用');
  await window.getByRole('tab', { name: '别厅经验' }).click();
  const part = window.locator('.hall-parts .part').first();
  await expect(part).toContainText('邻县政务服务中心');
  await expect(part).toContainText('待采用');
  await expectReadable('from-halls');
  await window.keyboard.press('Shift+F9');
  await expect(part).toContainText('已采用');
  await window.keyboard.press('Shift+F9');
  await expect(part).toContainText('待采用');
});

test('the duty list is loaded, and a picked file without a signature is not taken', async () => {
  const { window } = stage;
  await chooseFile('c-duties.json');
  await window.keyboard.press('F9');
  await window.getByRole('tab', { name: '责任清单' }).click();
  await expect(window.locator('.duty-panel td').nth(2)).toHaveText('营业执照');
  await expectReadable('duties');
  await window.locator('.catalogue-screen input[type="file"]').setInputFiles({
    name: 'picked.json',
    mimeType: 'application/json',
    buffer: Buffer.from(demoCatalogueText, 'utf8'),
  });
  await expect(window.locator('.catalogue-screen [role="alert"]')).toContainText('没有签名');
});

test('a large package is loaded while the window goes on working, and its progress is shown', async () => {
  const { window } = stage;
  fs.writeFileSync(path.join(folder, 'd-large.json'), packageOfMany(3_000, 10));
  await window.keyboard.press('Alt+z');
  await window.keyboard.press('Alt+m');
  await chooseFile('d-large.json');
  await window.keyboard.press('F9');
  const line = window.locator('.import-loading');
  await expect(line).toContainText('窗口照常办理');
  await expect(line).toContainText('3000 个事项', { timeout: 60_000 });
  await expectReadable('loading');
  await expect(window.locator('.import-result')).toContainText('已启用：3000 个事项', { timeout: 120_000 });
  await expect(line).toHaveCount(0);
  await expect(window.locator('.catalogue-screen .state').first()).toContainText('d-large.json');
});

test('a picked package with its signature beside it is taken', async () => {
  const pair = generateKeyPairSync('ed25519');
  const key = Buffer.from(String(pair.publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64');
  const signed = await openStageUnsigned({ catalogueKeys: [{ name: '省目录', key }] });
  const { window } = signed;
  await window.locator('.people [data-row]:focus').waitFor();
  await window.locator('.people [data-row]', { hasText: '0009' }).click();
  await window.locator('main.work').waitFor();
  await window.keyboard.press('Alt+m');
  await window.locator('.catalogue-screen .state').first().waitFor();
  const bytes = Buffer.from(demoCatalogueText, 'utf8');
  const signature = sign(null, bytes, pair.privateKey).toString('base64');
  const picker = window.locator('.catalogue-screen input[type="file"]');
  const both = [
    { name: 'picked.json', mimeType: 'application/json', buffer: bytes },
    { name: 'picked.json.sig', mimeType: 'text/plain', buffer: Buffer.from(`${signature}\n`) },
  ];
  await picker.setInputFiles(both);
  await expect(window.locator('.catalogue-screen .state').first()).toContainText('picked.json');
  await expect(window.locator('.catalogue-screen .state').first()).toContainText('省目录 签名');
  expect(await layoutFaults(window, ['.catalogue-screen'])).toEqual([]);
  await signed.close();
});
