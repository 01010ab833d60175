import { expect, test } from '@playwright/test';
import {
  accept,
  answerSituations,
  callNext,
  chooseItem,
  finish,
  goToPapers,
  liftCard,
  markArrived,
  openFoundItem,
  placeCard,
  takePapers,
  takeTicket,
} from '../../build/demo/hands.ts';
import { ITEM_CODE, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** 1366×768 holds every screen of the counter: no page scrolls, no text is cut or covered, in both languages. */

/** Where a long name may end in three dots, because the whole of it stands elsewhere on the same screen. */
const MAY_SHORTEN = [
  '.rail',
  '.paper-row',
  'aside[data-region="person"]',
  '.case-lines',
  '.debt-list',
  '.frozen-papers',
  '.proof-line',
];

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

async function expectReadable(state: string): Promise<void> {
  const { window } = stage;
  expect(await window.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768]);
  for (const language of ['zh-CN', 'en']) {
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    expect.soft(await layoutFaults(window, MAY_SHORTEN), `${state}, ${language}`).toEqual([]);
    await window.keyboard.press('Alt+l');
  }
  await expect(window.locator('html')).toHaveAttribute('lang', 'zh-CN');
}

async function expectDialogReadable(key: string): Promise<void> {
  const { window } = stage;
  await window.keyboard.press(key);
  await window.locator('dialog').waitFor();
  expect.soft(await layoutFaults(window), key).toEqual([]);
  await window.keyboard.press('Escape');
  await window.locator('dialog').waitFor({ state: 'detached' });
}

test('what is cut, covered or too large is found (the control of this test)', async () => {
  const { window } = stage;
  await window.evaluate(() => {
    const broken = new CSSStyleSheet();
    broken.replaceSync(`
      .keys .key { overflow: hidden; width: 30px; white-space: nowrap; }
      .today .fig { height: 30px; overflow: hidden; }
      .queue > .h { position: relative; top: -40px; }
      .app { min-width: 1500px; }`);
    document.adoptedStyleSheets = [broken];
  });
  const faults = (await layoutFaults(window)).join('\n');
  await window.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  expect(faults).toMatch(/cut by \.key/);
  expect(faults).toMatch(/cut by \.fig/);
  expect(faults).toMatch(/on each other: /);
  expect(faults).toMatch(/the page is 1500 px wide/);
});

test('the free window, and a queue of seven', async () => {
  const { window } = stage;
  await expectReadable('nobody');
  await takeTicket(window, { queue: 'P', priority: 'elderly' });
  await takeTicket(window, { queue: 'A', itemCode: ITEM_CODE });
  for (const queue of ['P', 'E', 'H', 'A', 'E']) await takeTicket(window, { queue });
  await expectReadable('free');
  for (const key of ['Control+g', 'Control+n', 'Control+k']) await expectDialogReadable(key);
});

test('a called ticket', async () => {
  await callNext(stage.window);
  await expectReadable('called');
  await expectDialogReadable('F4');
});

test('every step of a case with a long name, a long address and several papers', async () => {
  const { window } = stage;
  await markArrived(window);
  await expectReadable('identity, no card');
  await placeCard(stage, 'resident-long-fields.json');
  await expectReadable('identity');
  for (const key of ['F6', 'F7']) await expectDialogReadable(key);
  await chooseItem(window, 'qysldj');
  await expectReadable('item');
  await openFoundItem(window);
  await expectReadable('situation');
  await answerSituations(window, ['2']);
  await goToPapers(window);
  await expectReadable('papers, none here');
  await takePapers(window, 2);
  await expectReadable('papers, two here');
  for (const key of ['F10', 'F11']) await expectDialogReadable(key);
  await takePapers(window);
  await expectReadable('papers, all here');
});

test('the result with the line cut, and after it', async () => {
  const { window } = stage;
  await stage.tray({ do: 'line', up: false });
  await accept(window);
  await window.locator('.cut-bar').waitFor();
  await expectReadable('result, line cut');
  await stage.tray({ do: 'line', up: true });
  await window.keyboard.press('Control+r');
  await window.locator('.proof-line li[data-state="done"]').nth(2).waitFor();
  await expectReadable('result');
  await liftCard(stage);
  await finish(window);
});

test('cases, sync and the lock', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+x');
  await window.locator('.cases-screen input:focus').waitFor();
  await expectReadable('cases, before a search');
  await window.keyboard.type('0101');
  await window.keyboard.press('Enter');
  await window.locator('.case-lines [data-row]').waitFor();
  await expectReadable('cases');
  await window.keyboard.press('Alt+c');
  await window.locator('.sync-screen .proof-line').waitFor();
  await expectReadable('sync');
  await window.keyboard.press('Control+l');
  await window.locator('.cover').waitFor();
  await expectReadable('locked');
});
