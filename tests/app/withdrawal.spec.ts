import { expect, type Page, test } from '@playwright/test';
import { accept } from '../../build/demo/hands.ts';
import { bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** F24: the citizen is told every step on their screen, and may take the application back, which they sign there. */

let stage: Awaited<ReturnType<typeof openCounter>>;
let citizen: Page;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

test("F24: an accepted case is told on the citizen's screen in both languages", async () => {
  const { window, app } = stage;
  await bringToPapers(stage);
  await accept(window);
  await window.keyboard.press('Control+d');
  await window.locator('dialog .made-papers').waitFor();
  const opened = app.waitForEvent('window', { predicate: (page) => page.url().endsWith('#citizen') });
  await window.keyboard.press('Alt+g');
  citizen = await opened;
  await expect(citizen.locator('.cit-standing')).toContainText('受理了。');
  await citizen.screenshot({ path: '.out/pictures/citizen-told-zh.png' });
  await citizen.getByRole('button', { name: 'EN' }).click();
  await expect(citizen.locator('.cit-standing')).toContainText('It is accepted.');
  expect.soft(await layoutFaults(citizen)).toEqual([]);
  await citizen.screenshot({ path: '.out/pictures/citizen-told-en.png' });
  await citizen.getByRole('button', { name: '中文' }).click();
  await window.keyboard.press('Escape');
  await window.locator('dialog').waitFor({ state: 'detached' });
});

test('F24: it is withdrawn only after the citizen has signed on that screen', async () => {
  const { window } = stage;
  await window.keyboard.press('Control+m');
  const dialog = window.locator('dialog');
  await dialog.locator('.further-act').first().waitFor();
  const acts = await dialog.locator('.further-act b').allInnerTexts();
  await window.keyboard.press(String(acts.indexOf('申请人撤回') + 1));
  await window.keyboard.press('Enter');
  await dialog.locator('.act-form input').waitFor();
  await window.keyboard.type('改天再办');
  await dialog.locator('select').selectOption('on-screen');
  await dialog.locator('button[type="submit"]').click();
  await expect(dialog.locator('.consequence')).toContainText('正在群众屏上等签名');
  await expect(dialog.locator('button[type="submit"]')).toBeDisabled();
  await window.screenshot({ path: '.out/pictures/withdraw-waits.png' });
  await sign();
  await expect(dialog.locator('.consequence')).toContainText('已签名');
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/withdraw-signed.png' });
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'detached' });
  await expect(window.locator('.tell')).toContainText('按您的申请撤回了');
  await expect(citizen.locator('.cit-standing')).toContainText('按您的申请撤回了');
});

async function sign(): Promise<void> {
  await expect(citizen.locator('.leaf')).toContainText('撤回申请书');
  const box = await citizen.locator('.pad svg').boundingBox();
  if (!box) throw new Error('there is no pad');
  await citizen.mouse.move(box.x + 60, box.y + 60);
  await citizen.mouse.down();
  await citizen.mouse.move(box.x + 260, box.y + 70, { steps: 8 });
  await citizen.mouse.move(box.x + 160, box.y + 150, { steps: 8 });
  await citizen.mouse.up();
  const next = citizen.getByRole('button', { name: '下一页' });
  while (await next.isEnabled()) await next.click();
  await citizen.getByRole('button', { name: '签好了' }).click();
  await expect(citizen.locator('.cit')).toContainText('签好了，谢谢');
}
