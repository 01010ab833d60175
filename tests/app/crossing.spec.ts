import { expect, test } from '@playwright/test';
import { accept, callNext, finish, liftCard, takeTicket } from '../../build/demo/hands.ts';
import { bringToMissingPaper, bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** Trips, sites and crossings, guidance before the ticket: what a clerk and a greeter do, by keys alone. */

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
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/come-back.png' });
  await window.keyboard.press('F12');
  const leaving = window.locator('dialog .leaving');
  await expect(leaving.locator('[data-row]')).toHaveCount(1);
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/leaving.png' });
  await window.keyboard.press('Enter');
  await window.locator('dialog [data-row]:focus').waitFor();
  await window.keyboard.press('2');
  await window.keyboard.press('Enter');
  await window.locator('.delivery-form input:focus').waitFor();
  await window.keyboard.type('示范省示范县新光路 5 号');
  await window.keyboard.press('Tab');
  await window.keyboard.type('13800001234');
  expect.soft(await layoutFaults(window)).toEqual([]);
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
  await window.keyboard.press('F12');
  const rows = window.locator('dialog .leaving [data-row]');
  await expect(rows.first()).toContainText('还没签字');
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
  expect.soft(await layoutFaults(window)).toEqual([]);
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
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/trip-report.png' });
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+z');
});
