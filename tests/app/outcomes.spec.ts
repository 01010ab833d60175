import path from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { receiptNumberInHand, savePdf } from '../../build/demo/case-in-hand.ts';
import { fillForm } from '../../build/demo/form-hands.ts';
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
import { openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';
import { textOf } from '../support/paper-pdf.ts';

test.describe.configure({ mode: 'serial' });

/** Every way a case may go out of a hall, by keys alone; the last case is decided by another than who received it. */

/** Names that may be shortened: whole beside the pointer and on the page. */
const SHORTENED = ['.rail', '.paper-row', 'aside[data-region="person"]'];

let stage: Awaited<ReturnType<typeof openCounter>>;
let receiptNumber = '';

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

/** The words on the paper of this kind of the case in hand. */
async function wordsOn(kind: string): Promise<string> {
  const file = path.join(stage.pictures, `${kind}.pdf`);
  await savePdf(stage.window, kind, file);
  return textOf(file);
}

/** The next citizen, and the item with all its papers missing; its form is filled where it has one. */
async function openItem(queue: string, typed: string, answers: readonly string[] = []): Promise<void> {
  const { window } = stage;
  await takeTicket(window, { queue });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, typed);
  await openFoundItem(window);
  if (answers.length > 0) {
    await answerSituations(window, answers);
    await goToPapers(window);
    return;
  }
  if ((await window.locator('.step-body').getAttribute('data-step')) === 'form') {
    await fillForm(window);
    await window.keyboard.press('Enter');
  }
  await window.locator('.step-body[data-step="materials"] .paper-row:focus').waitFor();
}

async function leave(): Promise<void> {
  await liftCard(stage);
  await finish(stage.window);
}

async function openFurtherActs(): Promise<Locator> {
  const { window } = stage;
  await window.keyboard.press('Control+m');
  const dialog = window.locator('dialog');
  await dialog.locator('.further-act:focus').waitFor();
  return dialog;
}

/** Ctrl+M, the digit of the act, what it asks field by field, Enter. */
async function takeStep(name: string, said: readonly string[]): Promise<void> {
  const { window } = stage;
  const dialog = await openFurtherActs();
  const act = dialog.locator('.further-act:not(.off)', { has: window.getByText(name, { exact: true }) });
  await window.keyboard.press(await act.locator('.kbd').innerText());
  await window.keyboard.press('Enter');
  await dialog.locator('.act-form [data-first]:focus').waitFor();
  for (const [index, words] of said.entries()) {
    if (index > 0) await window.keyboard.press('Tab');
    const [year, rest] = words.split('/');
    await window.keyboard.type(year ?? '');
    if (rest === undefined) continue;
    // The year may have more digits: the field waits for them.
    await window.keyboard.press('ArrowRight');
    await window.keyboard.type(rest);
  }
  expect.soft(await layoutFaults(window, SHORTENED), name).toEqual([]);
  await window.screenshot({ path: `.out/pictures/outcome-${name}.png` });
  await window.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Somebody else takes the seat. */
async function changeClerk(number: string): Promise<void> {
  const { window } = stage;
  await window.keyboard.press('Control+l');
  await window.locator('.cover input[type="password"]:focus').waitFor();
  await window.keyboard.press('Alt+o');
  const focused = window.locator('.people [data-row]:focus');
  await focused.waitFor();
  const people = await window.locator('.people [data-row]').allInnerTexts();
  const from = people.indexOf(await focused.innerText());
  const to = people.findIndex((person) => person.includes(number));
  for (let at = from; at !== to; at += at < to ? 1 : -1)
    await window.keyboard.press(at < to ? 'ArrowDown' : 'ArrowUp');
  await expect(focused).toContainText(number);
  await window.keyboard.press('Enter');
  await window.locator('main.work .queue .keys').waitFor();
}

/** The case of the receipt on the screen of cases. */
async function findCase(): Promise<Locator> {
  const { window } = stage;
  await window.keyboard.press('Alt+x');
  await window.locator('.cases-screen input:focus').waitFor();
  await window.keyboard.type(receiptNumber);
  await window.keyboard.press('Enter');
  await window.locator('.case-lines [data-row]').first().press('Enter');
  const detail = window.locator('.case-detail');
  await detail.locator('header .tag').waitFor();
  return detail;
}

const standing = () => stage.window.locator('.case-detail header .tag');

test('F11 refuses with a reason of the law, and the decision says it and where to complain', async () => {
  const { window } = stage;
  await openItem('E', 'gtgshsldj');
  await window.keyboard.press('F11');
  await window.locator('dialog .reason:focus').waitFor();
  await window.keyboard.press('3');
  await window.keyboard.press('Enter');
  await window.locator('dialog .refusing input:focus').waitFor();
  await window.keyboard.type('示范的理由，不具备资格');
  expect.soft(await layoutFaults(window, SHORTENED)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/outcome-refuse.png' });
  await window.keyboard.press('Enter');
  await expect(window.locator('.result-step h1')).toContainText('已出不予受理决定');
  const decision = await wordsOn('refusal');
  expect(decision).toContain('不予受理');
  expect(decision).toContain('示范的理由，不具备资格');
  expect(decision).toContain('行政复议');
  await leave();
});

test('a commitment stands for a paper (key 6): accepted on it, with the letter that names the paper', async () => {
  const { window } = stage;
  await openItem('E', 'gtgshsldj');
  await takePapers(window, 2);
  await window.keyboard.press('ArrowDown');
  const row = window.locator('.paper-row').nth(2);
  await expect(row).toBeFocused();
  await window.keyboard.press('6');
  await expect(row).not.toHaveAttribute('data-state', 'missing');
  await takePapers(window);
  await accept(window);
  await expect(window.locator('.result-step h1')).toContainText('已凭承诺受理');
  expect.soft(await layoutFaults(window, SHORTENED)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/outcome-commitment.png' });
  expect(await wordsOn('commitment')).toContain('经营场所');
  await takeStep('承诺核查', ['', '核查过，属实']);
  await leave();
});

test('F25 a payment is accepted without the licensing law, and no law extends it', async () => {
  const { window } = stage;
  await openItem('P', 'gljtsl');
  await takePapers(window);
  await accept(window);
  const notice = await wordsOn('acceptance');
  expect(notice).toContain('受理通知书');
  expect(notice).not.toContain('行政许可法');
  const dialog = await openFurtherActs();
  await expect(dialog.locator('.further-act.off', { hasText: '延期' })).toContainText('这个事项不能延期');
  await window.screenshot({ path: '.out/pictures/outcome-payment.png' });
  await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await leave();
});

test('F25 a licence cites its law; its clock stops for a special procedure, goes on, and is extended once', async () => {
  const { window } = stage;
  await openItem('E', 'spjyxk', ['2']);
  await takePapers(window);
  await accept(window);
  receiptNumber = await receiptNumberInHand(window);
  expect(await wordsOn('acceptance')).toContain('行政许可法');
  await leave();
  const detail = await findCase();
  await expect(standing()).toHaveText('已受理');
  await takeStep('特别程序，停止计时', ['', '现场核查', dayFromToday(7)]);
  await expect(standing()).toContainText('特别程序');
  await takeStep('特别程序结束', ['现场符合要求']);
  await expect(standing()).toContainText('审查');
  await takeStep('延期', ['', '需要专家意见', '0001', 'yichuang-demo']);
  const dialog = await openFurtherActs();
  await expect(dialog.locator('.further-act.off', { hasText: '延期' })).toBeVisible();
  await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect(detail.locator('.time-line li b')).toHaveText([
    '受理',
    '特别程序开始',
    '特别程序结束',
    '延期',
  ]);
});

test('F14 who received it does not decide it: another decides, and the counter hands the result over', async () => {
  const { window } = stage;
  const dialog = await openFurtherActs();
  const grant = dialog.locator('.further-act.off', { has: window.getByText('准予', { exact: true }) });
  await expect(grant).toContainText('要由另一个人来做');
  await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await changeClerk('0001');
  await findCase();
  await takeStep('准予', ['符合条件']);
  await expect(standing()).toContainText('准予');
  await takeStep('证照做好了', ['示范证 0001']);
  await expect(standing()).toContainText('领');
  await changeClerk('0317');
  const detail = await findCase();
  await takeStep('送达', ['', '', '990101199205174023']);
  await expect(standing()).toHaveText('已送达');
  await expect(detail.locator('.time-line li b')).toHaveText([
    '受理',
    '特别程序开始',
    '特别程序结束',
    '延期',
    '准予',
    '证照做好',
    '送达',
  ]);
  await window.screenshot({ path: '.out/pictures/outcome-delivered.png' });
  await window.keyboard.press('Alt+l');
  await expect(window.locator('html')).toHaveAttribute('lang', 'en');
  await window.screenshot({ path: '.out/pictures/outcome-delivered-en.png' });
});

/** The year, a stroke, month and day, as they are keyed. */
function dayFromToday(days: number): string {
  const [year, month, day] = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${year}/${month}${day}`;
}
