import { expect, test } from '@playwright/test';
import { until } from '../../build/demo/asking.ts';
import { caseInHand, receiptNumberInHand } from '../../build/demo/case-in-hand.ts';
import { accept, finish, liftCard } from '../../build/demo/hands.ts';
import { standingOnPlatform } from '../../build/demo/on-platform.ts';
import { bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openCounter>>;
const receipts: string[] = [];

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

test('F27: with the line cut a citizen is accepted, and the paper says that the province has not got it yet', async () => {
  const { window } = stage;
  await bringToPapers(stage);
  await stage.tray({ do: 'line', up: false });
  await accept(window);
  receipts.push(await receiptNumberInHand(window));
  await expect(window.locator('.cut-bar')).toBeVisible();
  await expect(window.locator('.receipt-paper .chop')).toContainText('待同步');
  await expect(window.locator('.proof-line li').last()).toHaveAttribute('data-state', 'owed');
  await expect(window.locator('footer.status')).toContainText('待送 2 条');
  expect((await caseInHand(window)).sync).not.toBe('done');
  await liftCard(stage);
  await finish(window);
});

test('what is owed, and why, is on the sync screen', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+c');
  await expect(window.locator('main, .sync-screen').getByText('社会保障卡申领').first()).toBeVisible();
  await expect(window.locator('.app')).toContainText('断开');
  await window.keyboard.press('Alt+z');
});

test('the next citizen is served the same way, even when the desk dies right after F9', async () => {
  const { window } = stage;
  await bringToPapers(stage, 'resident-second.json');
  await accept(window);
  receipts.push(await receiptNumberInHand(window));
  await stage.killDesk();
  await window.locator('.banner.good').waitFor();
  await expect(window.locator('.case-head')).toContainText(receipts[1] ?? 'none');
  await expect(window.locator('footer.status')).toContainText('待送 4 条');
  expect(new Set(receipts).size).toBe(2);
});

test('F27: what is off the net has an owner and an end, what is past it is amber, and offline cases are counted', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+c');
  const card = window.locator('.sync-side section', { hasText: '孤网例外' });
  await expect(card).toContainText('断网时受理：今天 1 件');
  await window.keyboard.press('Shift+F4');
  const rows = window.locator('dialog .exceptions tbody tr');
  await expect(rows.filter({ hasText: '社保卡管理系统' })).toContainText('县人社局信息中心');
  await expect(rows.filter({ hasText: '医疗电子票据' })).toHaveAttribute('data-standing', 'overdue');
  await expect(rows.filter({ hasText: '人像信息' })).toHaveAttribute('data-standing', 'missing');
  await expect(rows.first()).toHaveAttribute('data-standing', 'missing');
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/exceptions.png' });
  await window.keyboard.press('Escape');
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/sync-exceptions.png' });
  await window.keyboard.press('Alt+l');
  await window.keyboard.press('Shift+F4');
  await window.locator('dialog .exceptions').waitFor();
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/exceptions-en.png' });
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+l');
  await window.keyboard.press('Alt+z');
});

test('with the line back both are on the platform, each once', async () => {
  const { window } = stage;
  await stage.tray({ do: 'line', up: true });
  await window.keyboard.press('Control+r');
  for (const receipt of receipts)
    await until('the platform has it', async () => {
      const standing = await standingOnPlatform(stage.provinceUrl, receipt);
      expect(standing).not.toBe('wrong');
      return standing === 'once';
    });
  await until('the case is settled', async () => (await caseInHand(window)).sync === 'done');
  await expect(window.locator('.cut-bar')).toBeHidden();
  await expect(window.locator('.receipt-paper .chop')).toBeHidden();
  await expect(window.locator('footer.status')).toContainText('待送 0 条');
});
