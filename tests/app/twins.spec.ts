import { expect, test } from '@playwright/test';
import { acceptBundle, answerBundle, openFoundBundle, takePool } from '../../build/demo/bundle-hands.ts';
import { fillForm } from '../../build/demo/form-hands.ts';
import { objections } from '../support/axe-objections.ts';
import { bundleFaults, casesOfVisit, leaveBundle, sitDownForBundle } from '../support/bundle-stage.ts';
import { openCounter } from '../support/counter-stage.ts';

let stage: Awaited<ReturnType<typeof openCounter>>;
test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());
const faults = () => bundleFaults(stage.window);
const casesInHand = () => casesOfVisit(stage.window);
const leave = () => leaveBundle(stage.window);
const bringToBundle = (queue: string, typed: string, name: string) =>
  sitDownForBundle(stage, { queue, typed, name });

test('双胞胎: a second child in the same visit has its own facts and papers; the parents are asked once', async () => {
  const { window } = stage;
  await bringToBundle('P', 'xsecs', '新生儿出生一件事');
  await openFoundBundle(window, true);
  await answerBundle(window, '1');
  await fillForm(window);
  await takePool(window);
  await window.keyboard.press('Shift+F10');
  await expect(window.locator('.again-say')).toContainText('孩子 2');
  expect.soft(await faults()).toEqual([]);
  expect.soft(await objections(stage.window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-again.png' });
  await window.locator('.bundle-offer .step-card:focus').waitFor();
  await window.keyboard.press('Space');
  await window.locator('.bundle-offer .step-card.left-out').waitFor();
  await window.keyboard.press('Enter');
  await expect(window.locator('.bundle-page h1')).toContainText('（孩子 2）');
  await window.keyboard.press('Alt+6');
  await expect(window.locator('[data-field="child-no-2.name"]')).toHaveValue('');
  // A name that is kept is shown masked.
  await expect(window.locator('[data-field="child.name"]')).toHaveAttribute('placeholder', '示*');
  await expect(window.locator('[data-field="mother.name"]')).toHaveCount(1);
  // Ten cases are more than the column holds: it scrolls.
  expect.soft((await faults()).filter((fault) => !/(scrolls:|cut by) \.who/.test(fault))).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-twins-form.png' });
  await answerBundle(window, '1');
  await fillForm(window);
  await window.keyboard.press('Alt+4');
  // What the parents brought lies there already; the certificate is each child's own.
  await expect(
    window.locator('.pool-row[data-state="missing"]').filter({ hasText: '出生医学证明' }),
  ).toHaveCount(1);
  await expect(window.locator('.pool-row[data-state="here"]').filter({ hasText: '居民身份证' })).toHaveCount(
    1,
  );
  await window.screenshot({ path: '.out/pictures/bundle-twins-papers.png' });
  await takePool(window);
  await acceptBundle(window);
  const waits = window
    .locator('.visit-cases li button')
    .filter({ hasText: '第 1 个' })
    .filter({ hasText: '社会保障卡' });
  await waits.click();
  await expect(window.locator('.bundle-page h1')).not.toContainText('（孩子 2）');
  await window.screenshot({ path: '.out/pictures/bundle-twins-first.png' });
  await acceptBundle(window);
  const cases = await casesInHand();
  expect(cases.filter(({ receiptNumber }) => receiptNumber !== null)).toHaveLength(6);
  expect(cases.filter(({ state }) => state === 'blocked')).toHaveLength(4);
  await window.screenshot({ path: '.out/pictures/bundle-twins-result.png' });
  await leave();
});
