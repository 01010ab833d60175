import path from 'node:path';
import { expect, test } from '@playwright/test';
import { until } from '../../build/demo/asking.ts';
import { caseInHand, receiptNumberInHand, savePdf } from '../../build/demo/case-in-hand.ts';
import {
  accept,
  answerSituations,
  callNext,
  chooseItem,
  finish,
  goToPapers,
  liftCard,
  openFoundItem,
  placeCard,
  takePapers,
  takeTicket,
} from '../../build/demo/hands.ts';
import { standingOnPlatform } from '../../build/demo/on-platform.ts';
import { ITEM_INITIALS, openCounter } from '../support/counter-stage.ts';
import { codesIn, codesOf, fontsOf, pagesOf, textOf } from '../support/paper-pdf.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openCounter>>;
let receiptNumber = '';
const paper = (name: string) => path.join(stage.pictures, name);

test.beforeAll(async () => {
  stage = await openCounter();
  await stage.window.evaluate(() => {
    Reflect.set(globalThis, 'pointed', 0);
    for (const kind of ['pointerdown', 'mousedown', 'wheel'])
      window.addEventListener(kind, () => Reflect.set(globalThis, 'pointed', 1), { capture: true });
    // What scrolls beneath a pointer that rests is told as a move by nothing.
    window.addEventListener('mousemove', ({ movementX, movementY }) => {
      if (movementX !== 0 || movementY !== 0) Reflect.set(globalThis, 'pointed', 1);
    });
  });
});
test.afterAll(async () => stage.close());

test('a citizen is called, read from the card and shown as arrived', async () => {
  const { window } = stage;
  const first = await takeTicket(window, { queue: 'A' });
  await takeTicket(window, { queue: 'P' });
  expect(await callNext(window)).toBe(first);
  await expect(stage.display.getByText(first).first()).toBeVisible();
  await placeCard(stage, 'resident.json');
  const card = window.locator('aside[data-region="person"]');
  await expect(card).toContainText('李*');
  await expect(card).toContainText('9901**********4023');
  await expect(card).not.toContainText('990101199205174023');
});

test('the item is found by its initials, the questions trim the papers, and F9 accepts', async () => {
  const { window } = stage;
  await chooseItem(window, ITEM_INITIALS);
  await expect(window.locator('.hit.on')).toContainText('社会保障卡申领');
  await openFoundItem(window);
  await answerSituations(window, ['1', '1']);
  await goToPapers(window);
  await expect(window.locator('.paper-row')).toHaveCount(1);
  await expect(window.locator('.paper-foot')).toContainText('授权委托书');
  await takePapers(window);
  await accept(window);
  receiptNumber = await receiptNumberInHand(window);
  await expect(window.locator('.case-head')).toContainText(receiptNumber);
});

test('the receipt and the notice are pressed and say what was decided', async () => {
  const { window } = stage;
  await savePdf(window, 'receipt-slip', paper('receipt.pdf'));
  await savePdf(window, 'acceptance', paper('acceptance.pdf'));
  const slip = textOf(paper('receipt.pdf'));
  expect(slip).toContain('收件凭证');
  expect(slip).toContain(receiptNumber);
  expect(slip).toContain('社会保障卡申领');
  expect(slip).toContain('李*');
  expect(slip).not.toContain('李春禾');
  expect(slip).not.toContain('990101199205174023');
  const notice = textOf(paper('acceptance.pdf'));
  expect(notice).toContain('受理通知书');
  expect(notice).toContain('李春禾');
  expect(notice).toContain(receiptNumber);
  expect(pagesOf(paper('receipt.pdf'))).toBe(1);
  expect(pagesOf(paper('acceptance.pdf'))).toBe(1);
});

test('every glyph of the papers lies in the file', () => {
  for (const name of ['receipt.pdf', 'acceptance.pdf']) {
    const fonts = fontsOf(paper(name));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  }
});

test('a decoder that is not ours reads the code of each paper, and none where there is none', async () => {
  for (const name of ['receipt.pdf', 'acceptance.pdf']) {
    const [code = ''] = await codesOf(paper(name));
    expect(code).toMatch(new RegExp(`^${receiptNumber}:[0-9A-F]{8}$`));
  }
  expect(await codesIn(await stage.display.screenshot())).toEqual([]);
});

test('the platform holds the case once, every step in its order', async () => {
  const { window } = stage;
  await until('the case is settled', async () => (await caseInHand(window)).sync === 'done');
  expect(await standingOnPlatform(stage.provinceUrl, receiptNumber)).toBe('once');
  expect(await standingOnPlatform(stage.provinceUrl, 'W990101-03-000199-X')).toBe('absent');
  await expect(window.locator('.proof-line li[data-state="done"]')).toHaveCount(3);
});

test('F12 finishes the ticket, and nobody has touched a mouse', async () => {
  const { window } = stage;
  await liftCard(stage);
  await finish(window);
  await expect(window.locator('.ticket.call')).toContainText('P001');
  expect(await window.evaluate(() => Reflect.get(globalThis, 'pointed'))).toBe(0);
  await window.mouse.click(700, 60);
  expect(await window.evaluate(() => Reflect.get(globalThis, 'pointed'))).toBe(1);
});
