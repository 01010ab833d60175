import { expect, test } from '@playwright/test';
import {
  answerSituations,
  callNext,
  chooseItem,
  finish,
  goToPapers,
  markArrived,
  openFoundItem,
  takePapers,
  takeTicket,
} from '../../build/demo/hands.ts';
import { bringToSituations, ITEM_INITIALS, openCounter } from '../support/counter-stage.ts';
import { aPdf } from '../support/made-files.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** 转号: no "go to counter 14" without a transfer that carries the case. */

/** A written reason may end in three dots in the list. */
const REASON = ['.wait'];

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

const NOTE = '户口簿原件在她女儿手里，十分钟后到';

test('F02 F7 sends a citizen on with the draft, a page and what was typed, and a word to the next clerk', async () => {
  const { window } = stage;
  await bringToSituations(stage);
  await answerSituations(window, ['1', '1']);
  await goToPapers(window);
  const pdf = { name: '申请表.pdf', mimeType: 'application/pdf', buffer: aPdf({ pages: 2 }) };
  await window.locator('[data-picker]').setInputFiles([pdf]);
  await expect(window.locator('.thumb')).toHaveCount(1);
  await window.keyboard.press('F7');
  await window.locator('dialog [data-row]:focus').waitFor();
  await expect(window.locator('dialog')).toContainText('1 件没办完的跟着走');
  await window.keyboard.press('2');
  await window.locator('dialog [data-note]').fill(NOTE);
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/transfer-dialog.png' });
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog')).toHaveCount(0);
  await expect(window.locator('.wait [data-row]').first()).toContainText('带 1 件');
  expect.soft(await layoutFaults(window, REASON)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/transfer-waiting.png' });
});

test('F02 another clerk signs in, calls the ticket, and goes on where the first one stopped', async () => {
  const { window } = stage;
  await stage.tray({ do: 'lift-card' });
  await window.keyboard.press('Control+l');
  await window.locator('.cover input[type="password"]:focus').waitFor();
  await window.keyboard.press('Alt+o');
  await window.locator('.people [data-row]:focus').waitFor();
  await window.locator('.people [data-row]', { hasText: '0001' }).click();
  await window.locator('main.work .queue .keys').waitFor();
  await callNext(window);
  await expect(window.locator('.ticket.in-hand')).toContainText('带 1 件');
  await window.screenshot({ path: '.out/pictures/transfer-called.png' });
  await window.locator('.ticket.call:focus').waitFor();
  await window.keyboard.press('Enter');
  await expect(window.locator('.transfer-slip')).toContainText(NOTE);
  await expect(window.locator('.transfer-slip')).toContainText('0317 从“综合”转来');
  await window.keyboard.press('Alt+4');
  await expect(window.locator('.thumb')).toHaveCount(1);
  expect.soft(await layoutFaults(window, ['.rail'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/transfer-taken.png' });
  await takePapers(window);
  await window.keyboard.press('F9');
  await expect(window.locator('.case-head')).toContainText('W990101');
  await expect(window.locator('.step-body[data-step="result"]')).toContainText('受理');
});

test('F02 a ticket that is cancelled leaves its cases: they are listed, and go on under the next ticket', async () => {
  const { window } = stage;
  await finish(window);
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await markArrived(window);
  await chooseItem(window, ITEM_INITIALS);
  await openFoundItem(window);
  await answerSituations(window, ['1', '1']);
  await window.keyboard.press('F7');
  await window.locator('dialog [data-row]:focus').waitFor();
  await window.keyboard.press('2');
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog')).toHaveCount(0);
  await window.locator('.wait [data-row]').first().focus();
  await window.keyboard.press('Delete');
  await window.locator('dialog [data-row]:focus').waitFor();
  await window.keyboard.press('Enter');
  await expect(window.locator('.left-mark')).toContainText('1 个号留下没办完的');
  await window.keyboard.press('Control+n');
  await window.locator('dialog [data-row]:focus').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.step-body').waitFor();
  await window.keyboard.press('Shift+F7');
  await window.locator('.left-drafts [data-row]:focus').waitFor();
  await expect(window.locator('.left-drafts')).toContainText('号已取消');
  for (const language of ['zh', 'en']) {
    expect.soft(await layoutFaults(window, ['.rail'])).toEqual([]);
    await window.screenshot({ path: `.out/pictures/left-drafts-${language}.png` });
    await window.keyboard.press('Escape');
    await window.keyboard.press('Alt+l');
    await window.keyboard.press('Shift+F7');
    await window.locator('.left-drafts [data-row]:focus').waitFor();
  }
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog')).toHaveCount(0);
  await expect(window.locator('.left-mark')).toHaveCount(0);
  await expect(window.locator('.case-head')).toContainText('社会保障卡申领');
  await expect(window.locator('.transfer-slip')).toContainText('0001 从“综合”转来');
});

test('all of it is whole in English, on a small and on a large screen', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+l');
  await window.keyboard.press('Alt+3');
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await window.setViewportSize({ width, height });
    await expect(window.locator('.transfer-slip')).toContainText('sent by 0001 from General');
    expect.soft(await layoutFaults(window, ['.rail', '.case-head', '.chain', '.find'])).toEqual([]);
    await window.screenshot({ path: `.out/pictures/transfer-taken-en-${width}.png` });
  }
});
