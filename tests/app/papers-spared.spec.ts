import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { accept, signIn, takePapers } from '../../build/demo/hands.ts';
import { bringToMissingPaper, openStageUnsigned } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** F53: what a department owes the hall is not asked for. F40: what was spared is said and counted. */

let stage: Awaited<ReturnType<typeof openStageUnsigned>>;

const DUTIES = {
  schema: 'one-window/duties@1',
  name: '第一批责任清单（演示）',
  duties: [
    {
      department: '示范县自然资源局',
      data: '不动产登记信息',
      duty: '提供查询',
      method: '接口',
      frequency: '实时',
      replaces: ['住所使用相关文件'],
    },
  ],
};

async function asTechnician(): Promise<void> {
  const { window } = stage;
  await window.locator('.people [data-row]:focus').waitFor();
  await window.locator('.people [data-row]', { hasText: '0009' }).click();
  await window.locator('main.work').waitFor();
  await window.keyboard.press('Alt+m');
  await window.locator('.catalogue-screen .state').first().waitFor();
}

async function leaveSeat(): Promise<void> {
  await stage.window.keyboard.press('Control+l');
  await stage.window.getByRole('button', { name: '换人' }).waitFor();
  await stage.window.keyboard.press('Alt+o');
  await stage.window.locator('.people [data-row]').first().waitFor();
}

test.beforeAll(async () => {
  stage = await openStageUnsigned();
  const folder = path.join(stage.home, 'catalogue');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'duties.json'), JSON.stringify(DUTIES));
  await asTechnician();
  await stage.window.locator('.catalogue-screen .file', { hasText: 'duties.json' }).click();
  await stage.window.keyboard.press('F9');
  await stage.window.locator('.import-result').waitFor();
  await leaveSeat();
});
test.afterAll(async () => stage.close());

test('F53: a paper on the duty list is not asked for, struck, and says who owes the data', async () => {
  const { window } = stage;
  await signIn(window);
  await bringToMissingPaper(stage);
  await expect(window.locator('.paper-row', { hasText: '住所使用相关文件' })).toHaveCount(0);
  await window.getByRole('button', { name: '看原因' }).click();
  await expect(window.locator('.dropped s')).toHaveText('住所使用相关文件');
  await expect(window.locator('.dropped li', { hasText: '住所使用相关文件' })).toContainText(
    '示范县自然资源局',
  );
  await window.screenshot({ path: '.out/pictures/duty-struck.png' });
  await window.locator('.paper-row').first().focus();
});

test('F40: the result says what was spared and by which way', async () => {
  const { window } = stage;
  await takePapers(window);
  await accept(window);
  await expect(window.locator('.result-step .spared')).toContainText('责任清单 1');
  for (const language of ['zh-CN', 'en']) {
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    await window.screenshot({ path: `.out/pictures/spared-${language}.png` });
    expect.soft(await layoutFaults(window, ['.rail', '.proof-line']), language).toEqual([]);
    await window.keyboard.press('Alt+l');
  }
});

test('F40: the month counts it by item, paper and way', async () => {
  const { window } = stage;
  await leaveSeat();
  await asTechnician();
  await window.getByRole('tab', { name: '减材料' }).click();
  const rows = window.locator('.saved-panel tbody tr');
  await expect(window.locator('.saved-panel tbody .item')).toContainText('企业设立登记（有限责任公司）');
  await expect(rows.filter({ hasText: '住所使用相关文件' })).toContainText('责任清单');
  await expect(window.locator('.saved-panel .steps')).toContainText(/每件材料 \d+ → \d+ · 到场 \d+ → 1/);
  for (const language of ['zh-CN', 'en']) {
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    await window.screenshot({ path: `.out/pictures/saved-month-${language}.png` });
    expect.soft(await layoutFaults(window, ['.catalogue-screen']), language).toEqual([]);
    await window.keyboard.press('Alt+l');
  }
  await window.keyboard.press('Alt+PageUp');
  await expect(window.locator('.saved-panel .empty')).toBeVisible();
});
