import { expect, test } from '@playwright/test';
import { callNext, finish, liftCard, placeCard, untilFound } from '../../build/demo/hands.ts';
import { ITEM_INITIALS, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** 导办: a greeter before the ticket, and what comes of it at the window. */

/** A long name of an item may end in three dots there. */
const RAIL = ['.rail'];

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

test('F01 a greeter asks the questions, tells the papers and why, and takes the ticket', async () => {
  const { window } = stage;
  await window.keyboard.press('Control+q');
  await window.locator('.guidance-screen input:focus').waitFor();
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.keyboard.type(ITEM_INITIALS);
  await untilFound(window);
  await window.keyboard.press('Enter');
  await window.locator('.guidance-screen [data-option]:focus').waitFor();
  const papers = window.locator('.guided-papers li');
  await expect(papers.first()).toBeVisible();
  const before = await window.locator('.guided-papers li[data-asked="true"]').count();
  await window.keyboard.press('2');
  await expect(window.locator('.guided-papers li[data-asked="true"]')).not.toHaveCount(before);
  await window.screenshot({ path: '.out/pictures/guidance-agent.png' });
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('1');
  await window.keyboard.press('1');
  await window.keyboard.press('1');
  await window.locator('.take-guided [data-take]:focus').waitFor();
  await expect(window.locator('.guided-papers output')).not.toContainText('没答');
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/guidance.png' });
  await window.keyboard.press('Shift+F3');
  await expect(window.locator('.guided-papers .guidance-list')).toContainText(/告知〔\d{4}〕.*PDF 已存/);
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/guidance-list.png' });
  await window.locator('.take-guided input').focus();
  await window.keyboard.type('YS-2026-000123');
  await window.keyboard.press('Alt+9');
  await window.locator('.taken-panel .big-number').waitFor();
  await window.locator('.taken-panel svg').waitFor();
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/guidance-taken.png' });
  await window.keyboard.press('Enter');
  await window.locator('.guidance-screen input:focus').waitFor();
  await window.keyboard.press('Alt+z');
});

test('F01 the answers are there when the ticket is called, and the case goes on with the number of the web', async () => {
  const { window } = stage;
  await callNext(window);
  await expect(window.locator('.ticket.in-hand')).toContainText('导办已问');
  await placeCard(stage, 'resident.json');
  await window.keyboard.press('Alt+2');
  await expect(window.locator('.from-ticket')).toContainText('导办已问 2 题');
  await window.screenshot({ path: '.out/pictures/guided-ticket.png' });
  await window.locator('.from-ticket button').press('Enter');
  await expect(window.locator('.case-head')).toContainText('网上申请 YS-2026-000123');
  await expect(window.locator('.step-body')).not.toHaveAttribute('data-step', 'situation');
  await window.keyboard.press('Alt+3');
  await expect(window.locator('.guided')).toContainText('导办 0317');
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/guided-case.png' });
  await window.keyboard.press('Alt+2');
  await window.keyboard.press('Alt+8');
  await window.locator('dialog input:focus').waitFor();
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/link-online.png' });
  await window.keyboard.press('Escape');
  await liftCard(stage);
});

test('all of it is whole in English, on a small and on a large screen', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+l');
  const SHORT = [...RAIL, '.case-head', '.chain'];
  const look = async (name: string) => {
    expect.soft(await layoutFaults(window, SHORT)).toEqual([]);
    await window.screenshot({ path: `.out/pictures/${name}-en.png` });
    await window.setViewportSize({ width: 1920, height: 1080 });
    expect.soft(await layoutFaults(window, SHORT)).toEqual([]);
    await window.screenshot({ path: `.out/pictures/${name}-en-1920.png` });
    await window.setViewportSize({ width: 1366, height: 768 });
  };
  await window.keyboard.press('Alt+2');
  await window.locator('.crossing-facts').first().waitFor();
  await look('item-step');
  await window.keyboard.press('Alt+0');
  await window.locator('dialog [data-row]:focus').waitFor();
  await window.keyboard.press('2');
  await look('elsewhere');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+4');
  await window.keyboard.press('F9');
  await window.locator('dialog').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.step-body[data-step="result"] .receipt-paper:not(.loading)').waitFor();
  await look('received');
  await window.keyboard.press('F12');
  await window.locator('dialog .leaving [data-row]').first().waitFor();
  await look('leaving');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+u');
  await window.locator('dialog [data-row]:focus').waitFor();
  await window.keyboard.press('2');
  await look('delivery');
  await window.keyboard.press('Escape');
  await finish(window);
  await window.keyboard.press('Control+q');
  await window.locator('.guidance-screen input:focus').waitFor();
  await window.keyboard.type('qysldj');
  await untilFound(window);
  await window.keyboard.press('Enter');
  await window.locator('.guidance-screen [data-option]:focus').waitFor();
  await window.locator('.guided-papers li').first().waitFor();
  await look('guidance');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+x');
  await window.locator('.cases-screen input:focus').waitFor();
  await window.keyboard.press('Control+h');
  await window.locator('.trip-report').waitFor();
  await look('trip-report');
  await window.keyboard.press('Escape');
});

test('F01 a whole bundle is asked about once, and its answers are there at the window', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+l');
  await window.keyboard.press('Control+q');
  await window.locator('.guidance-screen input:focus').waitFor();
  await window.keyboard.type('xsecs');
  await expect(window.locator('.item-search .hit.on')).toContainText('新生儿出生一件事');
  await untilFound(window);
  await window.keyboard.press('Enter');
  await window.locator('.guidance-screen [data-option]:focus').waitFor();
  const certificate = window.locator('.guided-papers li').filter({ hasText: '由第 1 步办出' });
  await expect(certificate.first()).toHaveAttribute('data-asked', 'false');
  const questions = window.locator('.guided-bundle [data-question]');
  const count = await questions.count();
  for (let at = 0; at < count; at += 1) {
    await questions.nth(at).locator('[data-option]:focus').waitFor();
    await window.keyboard.press('1');
  }
  await window.locator('.take-guided [data-take]:focus').waitFor();
  await expect(window.locator('.guided-papers output')).not.toContainText('没答');
  const faults = async () =>
    (await layoutFaults(window, RAIL)).filter(
      (fault) => !/(scrolls:|cut by) (\.situation-step|\.guided-papers|\.UL)/.test(fault),
    );
  expect.soft(await faults()).toEqual([]);
  await window.screenshot({ path: '.out/pictures/guidance-bundle.png' });
  await window.keyboard.press('Alt+9');
  await expect(window.locator('.taken-panel')).toContainText('新生儿出生一件事');
  await window.keyboard.press('Enter');
  await window.locator('.guidance-screen input:focus').waitFor();
  await window.keyboard.press('Alt+z');
  await callNext(window);
  await expect(window.locator('.ticket.in-hand')).toContainText('导办已问');
  await placeCard(stage, 'resident.json');
  await window.keyboard.press('Alt+2');
  await expect(window.locator('.from-ticket')).toContainText(`导办已问 ${count - 1} 题`);
  expect.soft(await faults()).toEqual([]);
  await window.screenshot({ path: '.out/pictures/guided-bundle-ticket.png' });
  await window.locator('.from-ticket button').press('Enter');
  await window.locator('.bundle-offer .step-card:focus').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.bundle-page').waitFor();
  await window.keyboard.press('Alt+3');
  await expect(window.locator('.pool-questions [data-question]')).toHaveCount(count - 1);
  await expect(window.locator('.pool-questions [aria-pressed="true"]')).toHaveCount(count - 1);
  await window.screenshot({ path: '.out/pictures/guided-bundle-questions.png' });
});
