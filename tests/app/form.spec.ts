import { expect, type Page, test } from '@playwright/test';
import { until } from '../../build/demo/asking.ts';
import { caseInHand } from '../../build/demo/case-in-hand.ts';
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
import { ITEM_INITIALS, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openCounter>>;
test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

const field = (meaning: string) => stage.window.locator(`[data-field="${meaning}"]`);
/** A field with its label, its source and the line under it. */
const around = (meaning: string) => stage.window.locator('.form-field').filter({ has: field(meaning) });
const MAY_SHORTEN = ['.rail', 'aside[data-region="person"]', '.form-foot'];
/** The window turned to the citizen, once it is there. */
async function citizensPage(app: typeof stage.app): Promise<Page> {
  let page: Page | undefined;
  await until('the screen of the citizen is open', async () => {
    page = app.windows().find((one) => one.url().endsWith('#citizen'));
    return page !== undefined;
  });
  if (!page) throw new Error('there is no screen of the citizen');
  return page;
}
/** What is wrong with the page; that the fields of a long form scroll is as it should be. */
const faults = async () =>
  (await layoutFaults(stage.window, MAY_SHORTEN)).filter((fault) => !fault.includes('.form-scroll'));

test('the form comes after the questions, its first empty field has the focus', async () => {
  const { window } = stage;
  await takeTicket(window, { queue: 'E' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'qysldj');
  await openFoundItem(window);
  await answerSituations(window, ['2']);
  await window.keyboard.press('Enter');
  await expect(field('enterprise.name')).toBeFocused();
  await expect(window.locator('.form-foot output')).toContainText('还有 19 项没填');
});

test('what is wrong is said while it is typed, in the words of the counter', async () => {
  const { window } = stage;
  await field('enterprise.registered-capital').focus();
  await window.keyboard.type('多少');
  await expect(around('enterprise.registered-capital').locator('.below')).toContainText('填金额');
  await expect(field('enterprise.registered-capital')).toHaveAttribute('aria-invalid', 'true');
  await window.keyboard.press('Control+a');
  await window.keyboard.type('500000');
  await expect(field('enterprise.registered-capital')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(around('enterprise.registered-capital').locator('.below')).toContainText('存好了');
});

test('Ctrl+Z takes the last answer back, on the desk too', async () => {
  const { window } = stage;
  await window.keyboard.press('Control+z');
  await expect(field('enterprise.registered-capital')).toHaveValue('');
  await until('the desk holds nothing', async () => (await caseInHand(window)).form.open === 19);
});

test('a question that an answer brings up appears, and goes with it', async () => {
  const { window } = stage;
  await expect(field('enterprise.term-end')).toHaveCount(0);
  const term = field('enterprise.term');
  await term.focus();
  const options = await term
    .locator('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  for (let at = 1; at < options.length && (await field('enterprise.term-end').count()) === 0; at += 1)
    await window.keyboard.press('ArrowDown');
  await expect(field('enterprise.term-end')).toHaveCount(1);
});

test('the person at the window is the legal representative: nothing of the card is typed again', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+N');
  await expect(around('legal-representative.name')).toContainText('芯片');
  await expect(around('legal-representative.citizen-number')).toContainText('芯片');
});

test('two sources that differ are shown with their days, and one is picked with a reason', async () => {
  const { window } = stage;
  await field('legal-representative.name').focus();
  await window.keyboard.type('李春和');
  await expect(window.locator('.differences')).toContainText('手填');
  await expect(window.locator('.differences')).toContainText('芯片');
  expect.soft(await faults()).toEqual([]);
  await window.keyboard.press('Alt+B');
  await window.locator('dialog [data-first]').waitFor();
  expect.soft(await faults()).toEqual([]);
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog')).toHaveCount(0);
  await expect(window.locator('.differences')).toHaveCount(0);
});

test('F8 asks for the card again: what its chip says now stands beside what was said, and a clerk picks', async () => {
  const { window } = stage;
  const lines = window.locator('.form-lines');
  await liftCard(stage);
  await field('enterprise.name').focus();
  await window.keyboard.press('F8');
  await expect(lines).toContainText('请在 30 秒内放证');
  await stage.tray({ do: 'place-card', file: 'resident-second.json' });
  await expect(window.locator('.form-step .setback')).toContainText('放的证不是这趟办事人的');
  await liftCard(stage);
  await window.keyboard.press('F8');
  await expect(lines).toContainText('请在 30 秒内放证');
  await stage.tray({ do: 'place-card', file: 'resident-renewed.json' });
  await expect(lines).toContainText('申请人的证有 2 项和原来不同');
  const differing = window.locator('.differences');
  await expect(differing).toContainText('2026-11-02 至 2046-11-02');
  await expect(differing).toContainText('原来：芯片');
  expect.soft(await faults()).toEqual([]);
  await window.screenshot({ path: '.out/pictures/form-card.png' });
  await window.keyboard.press('Alt+B');
  await window.locator('dialog [data-first]').waitFor();
  expect.soft(await faults()).toEqual([]);
  await window.screenshot({ path: '.out/pictures/form-card-pick.png' });
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog')).toHaveCount(0);
  await window.keyboard.press('Alt+B');
  await window.locator('dialog [data-first]').waitFor();
  await window.keyboard.press('Enter');
  await expect(differing).toHaveCount(0);
  await expect(window.locator('.id-card')).toContainText('2046-11-02');
});

test('acceptance stays closed until the form is whole, and says so', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+4');
  await takePapers(window);
  await expect(window.locator('.act-bar')).toContainText('表单');
  await expect(window.locator('.act-bar .btn.primary')).toContainText('收件');
  await window.keyboard.press('Alt+6');
  await fillForm(window);
  await window.keyboard.press('Enter');
  await expect(window.locator('.act-bar')).not.toContainText('表单');
});

test('F44: the citizen checks the form part by part, points at what is wrong, and signs what was mended', async () => {
  const { window } = stage;
  const line = window.locator('output.form-line');
  await window.keyboard.press('Alt+6');
  await window.keyboard.press('Alt+/');
  await expect(line).toContainText('正在群众屏上');
  await expect(line).toContainText('申请〔');
  expect.soft(await faults()).toEqual([]);
  const citizen = await citizensPage(stage.app);
  await expect(citizen.locator('.leaf')).toContainText('申请表');
  const next = citizen.getByRole('button', { name: '下一页' });
  const capital = citizen.locator('.cit-answers button').filter({ hasText: '注册资本' });
  while ((await capital.count()) === 0) await next.click();
  expect.soft(await layoutFaults(citizen, ['.leaf'])).toEqual([]);
  await capital.click();
  await citizen.getByRole('button', { name: '1 项不对' }).click();
  await expect(line).toContainText('群众说 1 项不对');
  await expect(around('enterprise.registered-capital').locator('.below')).toContainText('群众说这里不对');

  await field('enterprise.registered-capital').fill('600000');
  await field('enterprise.name').focus();
  await expect(line).toContainText('又改过');
  await window.keyboard.press('Alt+/');
  await expect(citizen.locator('.leaf')).toContainText('申请表');
  const sizes = await citizen
    .locator('.leaf b, .leaf .label')
    .evaluateAll((parts) => parts.map((part) => Number.parseFloat(getComputedStyle(part).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  const done = citizen.getByRole('button', { name: '签好了' });
  const box = await citizen.locator('.pad svg').boundingBox();
  if (!box) throw new Error('there is no pad');
  await citizen.mouse.move(box.x + 60, box.y + 60);
  await citizen.mouse.down();
  await citizen.mouse.move(box.x + 260, box.y + 70, { steps: 8 });
  await citizen.mouse.move(box.x + 160, box.y + 150, { steps: 8 });
  await citizen.mouse.up();
  await expect(done).toBeDisabled();
  while (await next.isEnabled()) await next.click();
  await done.click();
  await expect(line).toContainText('已在屏上签名');
  const { notices } = await caseInHand(window);
  expect(notices.filter(({ kind }) => kind === 'application-form')).toHaveLength(2);
});

test('what was typed outlives the death of the desk, and is accepted', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+4');
  await stage.killDesk();
  await window.locator('.banner.good').waitFor();
  await until('the desk holds the form', async () => (await caseInHand(window)).form.open === 0);
  await accept(window);
  await finish(window);
});

test('a case for a system without an interface is copied field by field, and each one is marked', async () => {
  const { window, app } = stage;
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await placeCard(stage, 'resident-second.json');
  await chooseItem(window, ITEM_INITIALS);
  await openFoundItem(window);
  await answerSituations(window, ['1', '1']);
  await goToPapers(window);
  await takePapers(window);
  await accept(window);
  await window.keyboard.press('Alt+6');
  await window.locator('.form-body').waitFor();
  await window.keyboard.press('Alt+Y');
  const lines = window.locator('.entry-lines [data-row]');
  await lines.first().waitFor();
  expect.soft(await faults()).toEqual([]);
  await window.keyboard.press('Enter');
  await expect(lines.first()).toContainText('录过');
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^\d{17}[\dX]$/);
  await expect(lines.nth(1)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(lines.nth(1)).toContainText('录过');
  await expect(window.locator('dialog')).toContainText('已录 2 项');
});
