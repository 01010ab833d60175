import { expect, test } from '@playwright/test';
import { accept, finish } from '../../build/demo/hands.ts';
import { bringToMissingPaper, bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** Acts after the counter, by keys alone: Ctrl+M, a digit, the words, Enter. */

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

test('before acceptance the dialog offers what is told at once, and every other act with its why-not', async () => {
  const { window } = stage;
  await bringToPapers(stage);
  expect.soft(await layoutFaults(window, ['.rail', '.paper-row', 'aside[data-region="person"]'])).toEqual([]);
  await window.keyboard.press('Control+m');
  const dialog = window.locator('dialog');
  await dialog.locator('.further-act').first().waitFor();
  await expect(dialog.locator('.further-act:not(.off)')).toHaveCount(2);
  await expect(dialog.locator('.others')).toContainText('申请人撤回');
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/more-acts.png' });
  await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('an accepted case is withdrawn with a signature, and its time line tells it', async () => {
  const { window } = stage;
  await accept(window);
  await window.keyboard.press('Control+m');
  const dialog = window.locator('dialog');
  await dialog.locator('.further-act').first().waitFor();
  const acts = await dialog.locator('.further-act b').allInnerTexts();
  const digit = acts.indexOf('申请人撤回') + 1;
  expect(digit).toBeGreaterThan(0);
  await window.keyboard.press(String(digit));
  await window.keyboard.press('Enter');
  await dialog.locator('.act-form input').waitFor();
  await window.keyboard.type('改天再办');
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/withdraw.png' });
  await window.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await window.screenshot({ path: '.out/pictures/withdrawn.png' });
  await finish(window);
  await window.keyboard.press('Alt+x');
  await window.locator('.cases-screen input:focus').waitFor();
  await window.keyboard.type('0101');
  await window.keyboard.press('Enter');
  await window.locator('.case-lines [data-row]').first().click();
  await expect(window.locator('.time-line li b')).toHaveText(['受理', '撤回']);
  await window.screenshot({ path: '.out/pictures/time-line.png' });
  await window.keyboard.press('Alt+z');
});

test('a corrected case lies in its list of clocks, reached by key', async () => {
  const { window } = stage;
  await bringToMissingPaper(stage);
  await window.keyboard.press('F10');
  await window.locator('dialog .correction').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.step-body[data-step="result"]').waitFor();
  await window.keyboard.press('Alt+x');
  await window.locator('.cases-screen input:focus').waitFor();
  await window.keyboard.press('Control+y');
  await window.locator('.clock-tabs .tab:focus').waitFor();
  await window.keyboard.press('5');
  await window.locator('.clock-line').waitFor();
  await window.screenshot({ path: '.out/pictures/clock-lists.png' });
  await window.locator('.clock-line').first().press('Enter');
  await expect(window.locator('.time-line li b')).toHaveText(['一次性告知']);
});
