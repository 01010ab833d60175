import { expect, type Page, test } from '@playwright/test';
import { finish } from '../../build/demo/hands.ts';
import { bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

/** 好差评 on the citizen's own screen, when the ticket is finished. */

let stage: Awaited<ReturnType<typeof openCounter>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

async function theCitizensPage(): Promise<Page> {
  for (let tries = 0; tries < 200; tries += 1) {
    const page = stage.app.windows().find((one) => one.url().endsWith('#citizen'));
    if (page) return page;
    await new Promise<void>((later) => void setTimeout(later, 25));
  }
  throw new Error("the citizen's screen did not open");
}

test('F24 the citizen rates the service that ended, once, and the clerk sees nothing of it', async () => {
  const { window } = stage;
  await bringToPapers(stage);
  await window.keyboard.press('F9');
  await expect(window.locator('.case-head')).toContainText('W990101');
  await window.keyboard.press('Control+d');
  await window.locator('dialog .made-papers').waitFor();
  await window.keyboard.press('Alt+g');
  const citizen = await theCitizensPage();
  await citizen.locator('.cit-facts').waitFor();
  await window.bringToFront();
  await window.keyboard.press('Escape');
  await finish(window);
  await citizen.locator('.cit-levels').waitFor();
  expect.soft(await layoutFaults(citizen)).toEqual([]);
  await citizen.screenshot({ path: '.out/pictures/rating.png' });
  await citizen.locator('.cit-levels .btn').nth(3).click();
  await citizen.locator('.cit-reasons .btn').first().click();
  await citizen.screenshot({ path: '.out/pictures/rating-why.png' });
  expect.soft(await layoutFaults(citizen)).toEqual([]);
  await citizen.locator('.cit-bar .btn').nth(1).click();
  expect.soft(await layoutFaults(citizen)).toEqual([]);
  await citizen.screenshot({ path: '.out/pictures/rating-why-en.png' });
  await citizen.locator('.cit-bar .btn').nth(0).click();
  await citizen.locator('.cit-bar .btn').nth(0).click();
  expect.soft(await layoutFaults(citizen)).toEqual([]);
  await citizen.screenshot({ path: '.out/pictures/rating-why-large.png' });
  await citizen.locator('.cit-acts .primary').click();
  await expect(citizen.locator('h1')).toContainText('Thank you');
  await expect(citizen.locator('.cit-levels')).toHaveCount(0);
  await window.bringToFront();
  await window.keyboard.press('Alt+x');
  await window.locator('main').first().waitFor();
  await expect(window.locator('body')).not.toContainText('等得太久');
});
