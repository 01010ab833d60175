import { expect, test } from '@playwright/test';
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
import { bringToMissingPaper, bringToPapers, ITEM_INITIALS, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** Trips, sites and crossings: what a clerk does, by keys alone. */

/** A long name of an item may end in three dots there. */
const RAIL = ['.rail'];

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

test('F15 the result says what would bring the citizen back, and a courier spares the trip', async () => {
  const { window } = stage;
  await bringToPapers(stage);
  await accept(window);
  const line = window.locator('.come-back');
  await expect(line).toContainText('要来领结果');
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/come-back.png' });
  await expect(line).toContainText('群众自己要来');
  await window.keyboard.press('Control+u');
  await window.locator('dialog [data-row]:focus').waitFor();
  await window.keyboard.press('2');
  await window.keyboard.press('Enter');
  await window.locator('.dialog-form input:focus').waitFor();
  await window.keyboard.type('示范省示范县新光路 5 号');
  await window.keyboard.press('Tab');
  await window.keyboard.type('13800001234');
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/delivery.png' });
  await window.keyboard.press('Enter');
  await expect(line).toContainText('不用再来');
  await expect(line).not.toContainText('新光路');
  await liftCard(stage);
  await window.keyboard.press('F12');
  await window.locator('.stage .go').waitFor();
});

test('F15 leaving with a reason is allowed, and counted', async () => {
  const { window } = stage;
  await bringToMissingPaper(stage);
  await window.keyboard.press('F10');
  await window.locator('dialog .correction').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.step-body[data-step="result"]').waitFor();
  await expect(window.locator('.visit-cases')).toContainText('等补正');
  await window.keyboard.press('F12');
  const rows = window.locator('dialog .leaving [data-row]');
  await expect(rows.first()).toContainText('还没签字');
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  expect(await rows.count()).toBeGreaterThan(2);
  await window.screenshot({ path: '.out/pictures/leaving-many.png' });
  await window.keyboard.press('F12');
  await window.locator('.stage .go').waitFor();
  await liftCard(stage);
});

test('F03 a case taken up again asks why, and both visits stand in it', async () => {
  const { window } = stage;
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await window.keyboard.press('Enter');
  await window.locator('.step-body[data-step="identity"]').waitFor();
  await window.keyboard.press('Alt+x');
  await window.locator('.cases-screen input:focus').waitFor();
  await window.keyboard.type('0102');
  await window.keyboard.press('Enter');
  await window.locator('.case-lines [data-row]').first().click();
  await window.locator('.case-detail .visit-lines').waitFor();
  await window.keyboard.press('Control+t');
  await window.locator('dialog .causes [data-row]:focus').waitFor();
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/come-again.png' });
  await window.keyboard.press('4');
  await window.keyboard.press('Enter');
  await window.locator('.step-body[data-step="result"]').waitFor();
  await expect(window.locator('.case-head')).toContainText('第 2 次来，计划 1 次');
  await expect(window.locator('.visit-cases li')).toHaveCount(1);
  await window.screenshot({ path: '.out/pictures/taken-up.png' });
  await finish(window);
});

test('F03 items with more than one trip are listed with their causes', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+x');
  await window.locator('.cases-screen input:focus').waitFor();
  await window.keyboard.press('Control+h');
  const table = window.locator('.trip-report');
  await expect(table.locator('tbody tr').first()).toContainText('企业设立登记');
  await expect(table).toContainText('来补正材料 1');
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/trip-report.png' });
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+z');
});

test.describe('a village point', () => {
  let village: Awaited<ReturnType<typeof openCounter>>;
  test.beforeAll(async () => {
    await stage.close();
    village = await openCounter({ level: '6', region: '990101005012' });
  });
  test.afterAll(async () => village.close());

  test('F13 F42 the search says what is only received here and passed on', async () => {
    const { window } = village;
    await takeTicket(window, { queue: 'A' });
    await callNext(window);
    await placeCard(village, 'resident.json');
    await chooseItem(window, 'cxjmjbylbx');
    await expect(window.locator('.item-search .hit.on')).not.toContainText('代收转办');
    await window.locator('.item-search input').fill('');
    await chooseItem(window, ITEM_INITIALS);
    await expect(window.locator('.item-search .hit.on')).toContainText('代收转办');
    expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
    await window.screenshot({ path: '.out/pictures/village-search.png' });
    await openFoundItem(window);
    await answerSituations(window, ['1', '1']);
    await goToPapers(window);
    await takePapers(window);
    await expect(window.locator('.case-head')).toContainText('代收转办');
    await expect(window.locator('.act-bar .btn.primary')).toContainText('收件');
    await window.screenshot({ path: '.out/pictures/village-sheet.png' });
  });

  test('F29 what was received is passed on, and its days count from there', async () => {
    const { window } = village;
    await accept(window);
    const line = window.locator('.forward-line');
    await expect(line).toContainText('要转送示范县人力资源和社会保障局');
    await expect(line).toContainText('五个工作日从对方收到那天算');
    await expect(window.locator('.result-step .done')).not.toContainText('12月');
    expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
    await window.screenshot({ path: '.out/pictures/forward.png' });
    await window.keyboard.press('Control+s');
    await window.locator('dialog [data-row]:focus').waitFor();
    await window.keyboard.press('Enter');
    await window.locator('.dialog-form input:focus').waitFor();
    await window.keyboard.type('EX20261124');
    expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
    await window.screenshot({ path: '.out/pictures/pass-on.png' });
    await window.keyboard.press('Enter');
    await expect(line).toContainText('邮寄 EX20261124');
    await window.keyboard.press('Control+s');
    await window.locator('.dialog-form input[type="date"]').waitFor();
    await window.screenshot({ path: '.out/pictures/arrived.png' });
    await window.keyboard.press('Enter');
    await expect(line).toContainText('收到');
    await expect(window.locator('.due-days')).toContainText('12月');
    await liftCard(village);
    await finish(window);
  });

  test('F29 a matter of another region is received for it, when the item reaches that far', async () => {
    const { window } = village;
    await takeTicket(window, { queue: 'A' });
    await callNext(window);
    await placeCard(village, 'resident.json');
    await chooseItem(window, 'cxjmjbylbx');
    await openFoundItem(window);
    await window.keyboard.press('Alt+2');
    await window.locator('.crossing-facts').waitFor();
    await window.screenshot({ path: '.out/pictures/crossing-facts.png' });
    await window.keyboard.press('Alt+0');
    await window.locator('dialog [data-row]:focus').waitFor();
    await window.keyboard.press('2');
    await window.keyboard.press('Enter');
    await window.locator('.dialog-form input:focus').waitFor();
    await window.keyboard.type('980203');
    await window.keyboard.press('Tab');
    await window.keyboard.type('远方县医疗保障局');
    expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
    await window.screenshot({ path: '.out/pictures/elsewhere.png' });
    await window.keyboard.press('Enter');
    await expect(window.locator('.crossing-facts')).toContainText('990101005012 收件，980203 办理');
    await expect(window.locator('.case-head')).toContainText('代收代办');
    expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
    await window.screenshot({ path: '.out/pictures/cross-region.png' });
  });
});
