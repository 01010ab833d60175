import { expect, test } from '@playwright/test';
import { answerSituations, chooseItem, goToPapers, openFoundItem } from '../../build/demo/hands.ts';
import { bringToMissingPaper, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';
import { aPng } from '../support/made-files.ts';

test.describe.configure({ mode: 'serial' });

/** Ways a paper may come, by keys alone. F18: what a clerk compared before is not asked for again. */

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
  await bringToMissingPaper(stage);
});
test.afterAll(async () => stage.close());

const now = () => stage.window.locator('.paper-row.now');
const WATCHED = ['.rail', '.paper-row', 'aside[data-region="person"]'];

/** 住所使用相关文件: shown and given back. */
async function toPremises(): Promise<void> {
  const row = stage.window.locator('.paper-row', { hasText: '住所使用相关文件' });
  for (let step = 0; step < 6; step += 1) {
    if ((await row.getAttribute('aria-current')) !== null) return;
    await stage.window.keyboard.press('ArrowDown');
  }
  throw new Error('the paper is not in the list');
}

test('a scan that is compared with its original is of grade B, and the case is received with it', async () => {
  const { window } = stage;
  await toPremises();
  const name = await now().locator('.nm b').innerText();
  await window.locator('[data-picker]').setInputFiles({
    name: '扫描.png',
    mimeType: 'image/png',
    buffer: aPng(620),
  });
  await expect(now().locator('.grade')).toContainText('丁');
  await window.locator('.paper-row', { hasText: name }).first().focus();
  await window.keyboard.press(' ');
  await expect(now().locator('.grade')).toContainText('乙');
  await window.keyboard.press('F9');
  await window.locator('dialog').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.step-body[data-step="result"] .receipt-paper:not(.loading)').waitFor();
});

test('F18: the next case of the same citizen offers it, 5 takes it with its mark, 9 gives it back', async () => {
  const { window } = stage;
  await window.keyboard.press('Control+i');
  await chooseItem(window, 'qysldj');
  await openFoundItem(window);
  await answerSituations(window, ['2']);
  await goToPapers(window);
  // The articles above were made for the case before and kept: they are not offered again.
  await window.keyboard.press('ArrowDown');
  await expect(window.locator('.copy-mark')).toHaveCount(0);
  await toPremises();
  await expect(window.locator('.copy-mark')).toContainText('按 5 复用');
  expect.soft(await layoutFaults(window, WATCHED)).toEqual([]);
  await window.keyboard.press('5');
  await expect(window.locator('.copy-mark')).toContainText('已与原件核对');
  await expect(now()).toHaveAttribute('data-state', 'done');
  expect.soft(await layoutFaults(window, WATCHED)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/reused-copy.png' });
  await now().focus();
  await window.keyboard.press('9');
  await expect(now()).toHaveAttribute('data-state', 'missing');
});
