import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { ask } from '../../build/demo/asking.ts';
import { answerSituations, chooseItem, goToPapers, openFoundItem } from '../../build/demo/hands.ts';
import { bringToMissingPaper, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';
import { aPng } from '../support/made-files.ts';
import { pagesOf, picturesOf, textOf } from '../support/paper-pdf.ts';

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

/** The copy beside the form bears its mark, and so does every page of the PDF that is made of it. */
async function printedWithMark(): Promise<void> {
  const { window } = stage;
  await window.keyboard.press('Alt+V');
  const viewer = window.locator('.paper-viewer');
  await expect(viewer.locator('.copy-over title')).toContainText('已与原件核对');
  await expect(window.locator('.thumb .copy-over')).toHaveCount(1);
  await window.screenshot({ path: '.out/pictures/reused-copy-beside.png' });
  await window.keyboard.press('Shift+F2');
  const said = viewer.locator('output[data-print]');
  await expect(said).toContainText('已成 PDF', { timeout: 20_000 });
  const printId = await said.getAttribute('data-print');
  const bytes: Buffer[] = [];
  for (let had = 0, total = 1; had < total; had = Buffer.concat(bytes).length) {
    const piece = PdfPiece.parse(await ask(window, 'pages.print-pdf', { printId, offset: had }));
    bytes.push(Buffer.from(piece.base64, 'base64'));
    total = piece.totalBytes;
  }
  const file = path.join(stage.pictures, 'copy.pdf');
  fs.writeFileSync(file, Buffer.concat(bytes));
  expect(pagesOf(file)).toBe(1);
  expect(picturesOf(file)).toBe(1);
  const text = textOf(file).replaceAll(/\s/g, '');
  expect(text, 'in words below the page').toContain('已与原件核对');
  // Over the page the words lie on a slant, and a reader of text takes them sign by sign.
  expect(text.split('核').length, 'over the page').toBeGreaterThan(4);
  await window.keyboard.press('Alt+V');
}

const PdfPiece = z.object({ base64: z.string(), totalBytes: z.int() });

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
  await printedWithMark();
  await now().focus();
  await window.keyboard.press('9');
  await expect(now()).toHaveAttribute('data-state', 'missing');
});
