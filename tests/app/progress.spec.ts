import { expect, test } from '@playwright/test';
import { until } from '../../build/demo/asking.ts';
import {
  accept,
  answerSituations,
  callNext,
  chooseItem,
  finish,
  goToPapers,
  openFoundItem,
  placeCard,
  takePapers,
  takeTicket,
} from '../../build/demo/hands.ts';
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

test('F46 promised papers stand as a flag, are told of, and are taken down when they come', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+z');
  await finish(window);
  await takeTicket(window, { queue: 'E' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'spjyxk');
  await openFoundItem(window);
  await answerSituations(window, ['2']);
  await goToPapers(window);
  await takePapers(window, 3);
  await window.keyboard.press('ArrowDown');
  await window.locator('.paper-row[data-state="missing"]:focus').waitFor();
  await window.keyboard.press('7');
  await window.locator('.paper-row[data-state="later"]').waitFor();
  await accept(window);
  await window.keyboard.press('Alt+4');
  const flag = window.locator('.supervision');
  await expect(flag).toContainText('监管标识 容缺未补齐');
  expect.soft(await layoutFaults(window, ['.rail', '.paper-row', 'aside[data-region="person"]'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/supervision-flag.png' });
  await until('the province knows the flag', async () => (await flagsOnPlatform()).includes('raised'));
  await window.keyboard.press('Control+m');
  const dialog = window.locator('dialog');
  await dialog.locator('.further-act').first().waitFor();
  const acts = await dialog.locator('.further-act b').allInnerTexts();
  await window.keyboard.press(String(acts.indexOf('容缺材料补来了') + 1));
  await window.keyboard.press('Enter');
  await dialog.locator('.act-form input').first().press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect(flag).toHaveCount(0);
  await until('the province knows it is taken down', async () =>
    (await flagsOnPlatform()).includes('cleared'),
  );
});

/** What the platform was told of the flag 容缺未补齐, in order. */
async function flagsOnPlatform(): Promise<string[]> {
  const events: unknown = await (await fetch(`${stage.provinceUrl}/_inspect/cases`)).json();
  const flags = JSON.stringify(events).matchAll(/"flag_code":"02"[^}]*"cleared_date":(null|")/g);
  return Array.from(flags, ([, cleared]) => (cleared === 'null' ? 'raised' : 'cleared'));
}
