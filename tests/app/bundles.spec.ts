import { anOfficePdf } from '../support/made-files.ts';
import { expect, test } from '@playwright/test';
import { until } from '../../build/demo/asking.ts';
import {
  acceptBundle,
  answerBundle,
  giveResult,
  goToStep,
  openFoundBundle,
  takePool,
} from '../../build/demo/bundle-hands.ts';
import { fillForm } from '../../build/demo/form-hands.ts';
import { standingOnPlatform } from '../../build/demo/on-platform.ts';
import { citizenCheckCharacter } from '../../electron/rules/identity/citizen-number.ts';
import { openCounter } from '../support/counter-stage.ts';
import {
  bundleFaults,
  casesOfVisit,
  leaveBundle,
  MAY_SHORTEN,
  sitDownForBundle,
} from '../support/bundle-stage.ts';
import { objections } from '../support/axe-objections.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** The bundles of the catalogue from the ticket to the last receipt, in the real window, by keys alone. */

let stage: Awaited<ReturnType<typeof openCounter>>;
test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

const card = (no: number) => stage.window.locator('.step-card').nth(no - 1);
const result = (no: number) =>
  stage.window.locator('.case-rows tr').filter({ has: stage.window.locator(`td:text-is("${no}")`) });
const CHILD = `99010120261005015${citizenCheckCharacter('99010120261005015')}`;
const CREDIT_CODE = '11990101990000017G';
const faults = () => bundleFaults(stage.window);
const casesInHand = () => casesOfVisit(stage.window);
const leave = () => leaveBundle(stage.window);
const bringToBundle = (queue: string, typed: string, name: string) =>
  sitDownForBundle(stage, { queue, typed, name });

test('新生儿: the bundle is shown as a picture before it is opened; a result that is there is left out', async () => {
  const { window } = stage;
  await bringToBundle('P', 'xsecs', '新生儿出生一件事');
  await window.keyboard.press('Enter');
  await window.locator('.bundle-offer .step-card:focus').waitFor();
  await expect(window.locator('.step-card')).toHaveCount(6);
  expect.soft(await faults()).toEqual([]);
  expect.soft(await objections(stage.window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-offer.png' });
  await window.keyboard.press('Escape');
  await window.locator('.item-search input:focus').waitFor();
  await openFoundBundle(window, true);
  await expect(card(1)).toHaveClass(/left-out/);
  await expect(card(4)).toHaveClass(/waits/);
  await expect(card(4)).toContainText('等户口登记');
});

/** A page of a paper of the pool is given once, looked at beside it, and there in both cases that ask for the paper. */
async function scanOnce(): Promise<void> {
  const { window } = stage;
  const row = window.locator('.pool-row').filter({ hasText: '出生医学证明' }).first();
  await row.focus();
  await expect(window.locator('.pool-ways')).toContainText('5扫描');
  const file = { name: '证明.pdf', mimeType: 'application/pdf', buffer: anOfficePdf(2) };
  await window.locator('.pool-pages [data-picker]').setInputFiles([file]);
  await expect(row).toHaveAttribute('data-state', 'here');
  await expect(window.locator('.pool-pages .thumb img')).toHaveCount(1);
  expect.soft(await faults()).toEqual([]);
  expect.soft(await objections(stage.window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-pages.png' });
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  await expect(window.locator('.paper-viewer h2')).toContainText('出生医学证明');
  await expect(window.locator('.page-drawn canvas')).toBeVisible();
  await window.screenshot({ path: '.out/pictures/bundle-pages-beside.png' });
  await window.keyboard.press('Alt+V');
  await row.focus();
  await window.keyboard.press('9');
  await expect(row).toHaveAttribute('data-state', 'missing');
  // The pages stay in the case: 5 makes them the paper again, and what was scanned in error is taken out for good.
  await window.keyboard.press('5');
  await expect(row).toHaveAttribute('data-state', 'here');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Delete');
  await window.keyboard.press('Delete');
  await expect(row).toHaveAttribute('data-state', 'missing');
  await expect(window.locator('.pool-pages .thumb')).toHaveCount(0);
}

test('新生儿: one set of questions, one form, one pool of papers', async () => {
  const { window } = stage;
  expect.soft(await faults()).toEqual([]);
  expect.soft(await objections(stage.window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-questions.png' });
  await window.keyboard.press('Shift+F3');
  await expect(window.locator('.bundle-page .case-head output')).toContainText(/告知〔\d{4}〕.*PDF 已存/);
  expect.soft(await faults()).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-list.png' });
  await answerBundle(window, '1');
  await window.screenshot({ path: '.out/pictures/bundle-form.png' });
  // The number that the police will give is asked of nobody.
  await expect(window.locator('[data-field="child.citizen-number"]')).toHaveAttribute('readonly', '');
  await fillForm(window);
  await window.keyboard.press('Enter');
  await window.locator('.bundle-page [data-part="materials"] .pool-row:focus').waitFor();
  expect.soft(await faults()).toEqual([]);
  expect.soft(await objections(stage.window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-papers.png' });
  await scanOnce();
  await takePool(window);
  await expect(window.locator('.bundle-page .act-bar')).toContainText('2 件可受理，1 件可收件');
});

test('新生儿: F9 accepts all that is ready; what waits has no number and no clock', async () => {
  const { window } = stage;
  await acceptBundle(window);
  await expect(result(2)).toContainText('已受理');
  await expect(result(3)).toContainText('已收件');
  await expect(result(4)).toContainText('未收件');
  await expect(result(4)).toContainText('等户口登记');
  expect((await casesInHand()).filter(({ state }) => state === 'blocked')).toHaveLength(2);
  await expect(window.locator('.bundle-slip')).toContainText('凭证已出');
  expect.soft(await faults()).toEqual([]);
  expect.soft(await objections(stage.window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-result.png' });
});

test('新生儿: the police say no in the middle: it is told with its reason, what waits is stuck, the rest goes on', async () => {
  const { window } = stage;
  await goToStep(window, 3);
  await window.keyboard.press('3');
  await window.locator('dialog .give-form input:focus').waitFor();
  await window.keyboard.type('父母均非本县户口');
  await window.keyboard.press('Tab');
  await window.keyboard.type('不予办理决定书');
  await window.screenshot({ path: '.out/pictures/bundle-deny.png' });
  await window.keyboard.press('Enter');
  const told = window.locator('.partly-failed');
  await expect(told.locator('p').nth(0)).toContainText(
    /没办成3 出生登记.*父母均非本县户口.*凭不予办理决定书.*申请复议/s,
  );
  await expect(told.locator('p').filter({ hasText: '办不了' })).toContainText(/4 .*、5 .*户口登记/);
  await expect(told.locator('p').filter({ hasText: '照常办' })).toContainText(/2 .*、6 /);
  await expect(result(4)).toContainText('等不到了');
  await expect(card(5)).toHaveClass(/waits/);
  await expect(window.locator('.bundle-page .act-bar')).toContainText('2 件等不到结果，可以不办');
  await expect(window.locator('.bundle-slip')).toContainText('凭证已出');
  expect.soft(await faults()).toEqual([]);
  expect.soft(await objections(stage.window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-denied.png' });
  await window.keyboard.press('Alt+l');
  await window.setViewportSize({ width: 1920, height: 1080 });
  expect.soft(await faults()).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-denied-en-1920.png' });
  await window.setViewportSize({ width: 1366, height: 768 });
  expect.soft(await faults()).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-denied-en.png' });
  await window.keyboard.press('Alt+l');
});

test('新生儿: the number is written down, the waiting steps are released and accepted', async () => {
  const { window } = stage;
  await giveResult(window, 3, CHILD);
  await expect(card(3)).toHaveClass(/done/);
  await expect(card(4)).toHaveClass(/ready/);
  await expect(card(5)).toHaveClass(/ready/);
  await window.screenshot({ path: '.out/pictures/bundle-released.png' });
  await acceptBundle(window);
  await expect(result(4)).toContainText(/W990101/);
  await expect(result(5)).toContainText(/W990101/);
  const cases = await casesInHand();
  const numbers = cases.flatMap(({ receiptNumber }) => receiptNumber ?? []);
  expect(new Set(numbers).size).toBe(5);
  for (const number of numbers) {
    await until(
      'the platform has it',
      async () => (await standingOnPlatform(stage.provinceUrl, number)) === 'once',
    );
  }
  // One line on the page of the parent's number tells where the whole event stands.
  await window.keyboard.press('Shift+F8');
  const line = window.locator('.number-dues [data-row]').filter({ hasText: '新生儿出生一件事' });
  await expect(line).toContainText('部分办成');
  await expect(line).toContainText('出生登记（户口）：有结果');
  expect.soft(await layoutFaults(window, [...MAY_SHORTEN, '.number-case', '.due-list'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-one-number.png' });
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await leave();
});

test('企业开办: what the first step makes is asked of nobody, and its code releases the others', async () => {
  const { window } = stage;
  await bringToBundle('E', 'qykb', '企业开办一件事');
  await openFoundBundle(window, false);
  await expect(window.locator('.step-card.waits')).toHaveCount(4);
  await answerBundle(window, '2');
  await fillForm(window);
  await takePool(window);
  await expect(window.locator('.pool-row').filter({ hasText: '营业执照' }).first()).toHaveAttribute(
    'data-state',
    'comes',
  );
  await acceptBundle(window);
  await giveResult(window, 1, CREDIT_CODE);
  await expect(window.locator('.step-card.waits')).toHaveCount(0);
  await acceptBundle(window);
  expect((await casesInHand()).filter(({ receiptNumber }) => receiptNumber === null)).toEqual([]);
  await leave();
});

test('开办餐饮店: a step the citizen does not want is left out, and the rest goes on', async () => {
  const { window } = stage;
  await bringToBundle('E', 'kbcyd', '开办餐饮店一件事');
  await openFoundBundle(window, false);
  await window.keyboard.press('Alt+2');
  await window.locator('.step-card:focus').waitFor();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('2');
  await window.locator('dialog .reasons').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('dialog').waitFor({ state: 'detached' });
  await expect(card(3)).toHaveClass(/left-out/);
  await answerBundle(window, '2');
  await fillForm(window);
  await takePool(window);
  await acceptBundle(window);
  await giveResult(window, 1, CREDIT_CODE);
  await acceptBundle(window);
  await expect(result(2)).toContainText('已受理');
  await leave();
});

test('F11 多证合一: one case, and every department named that nobody has to go to', async () => {
  const { window } = stage;
  await bringToBundle('E', 'dzhy', '企业设立多证合一');
  await openFoundBundle(window, false);
  await answerBundle(window, '2');
  await fillForm(window);
  await takePool(window);
  await acceptBundle(window);
  await expect(window.locator('.merged li')).toHaveCount(4);
  await expect(window.locator('.merged')).toContainText('不必再去');
  await expect(window.locator('.merged')).toContainText('社会保险登记');
  expect.soft(await faults()).toEqual([]);
  expect.soft(await objections(stage.window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/bundle-merged.png' });
  const [only] = await casesInHand();
  expect(await casesInHand()).toHaveLength(1);
  await until('every department has its receipt', async () => {
    const reply = await fetch(`${stage.provinceUrl}/_inspect/cases`);
    return JSON.stringify(await reply.json()).split('"26"').length > 4;
  });
  expect(await standingOnPlatform(stage.provinceUrl, only?.receiptNumber ?? '')).toBe('once');
  await leave();
});
