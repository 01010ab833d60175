import { expect, test } from '@playwright/test';
import { callNext, chooseItem, placeCard, takeTicket } from '../../build/demo/hands.ts';
import { openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

test('新生儿: the bundle is found by its initials and shown as a picture before it is opened', async () => {
  const { window } = stage;
  await takeTicket(window, { queue: 'P' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'xsecs');
  await expect(window.locator('.hit.on')).toContainText('新生儿出生一件事');
  await window.keyboard.press('Enter');
  await window.locator('.bundle-offer .step-card:focus').waitFor();
  await expect(window.locator('.step-card')).toHaveCount(6);
  await window.keyboard.press('Space');
  await expect(window.locator('.step-card.left-out')).toHaveCount(1);
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-offer.png' });
  await window.keyboard.press('Enter');
  await window.locator('.bundle-page').waitFor();
  await window.waitForTimeout(800);
  await window.screenshot({ path: '.out/pictures/bundle-open.png' });
  await window.keyboard.press('Alt+4');
  await window.waitForTimeout(500);
  await window.screenshot({ path: '.out/pictures/bundle-papers.png' });
  await window.keyboard.press('Alt+6');
  await window.waitForTimeout(800);
  await window.screenshot({ path: '.out/pictures/bundle-form.png' });
  await window.keyboard.press('Alt+5');
  await window.waitForTimeout(500);
  await window.screenshot({ path: '.out/pictures/bundle-result.png' });
});
