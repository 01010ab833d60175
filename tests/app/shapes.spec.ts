import { expect, type Locator, test } from '@playwright/test';
import { takeTicket } from '../../build/demo/hands.ts';
import { bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** The window in other shapes: large type, a small screen, forced colours, no motion. */

const SHORT = [
  '.rail',
  '.paper-row',
  '.wait',
  '.find',
  '.route-strip',
  'aside[data-region="person"]',
  '.proof-line',
];

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
  await bringToPapers(stage);
  for (const queue of ['P', 'E']) await takeTicket(stage.window, { queue });
});
test.afterAll(async () => stage.close());

const strip = () => stage.window.locator('.folded .strip');
const fontPx = (part: Locator) =>
  part.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

async function expectReadableInBoth(state: string): Promise<void> {
  const { window } = stage;
  for (const language of ['zh-CN', 'en']) {
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    const faults = await layoutFaults(window, SHORT);
    // Inside a list a row may be below its edge; the page itself never scrolls.
    expect
      .soft(
        faults.filter((fault) => !/\.picks wait|\.paper-list/.test(fault)),
        `${state}, ${language}`,
      )
      .toEqual([]);
    await window.keyboard.press('Alt+l');
  }
}

async function resize(width: number, height: number): Promise<void> {
  const session = await stage.window.context().newCDPSession(stage.window);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await stage.window.waitForFunction((wanted) => innerWidth === wanted, width);
}

test('Alt+U makes every size a quarter larger, and the page still does not scroll', async () => {
  const { window } = stage;
  const paper = window.locator('.paper-row').first().locator('b').first();
  const before = await fontPx(paper);
  await window.keyboard.press('Alt+u');
  await expect(window.locator('html')).toHaveAttribute('data-type', 'large');
  expect(await fontPx(paper)).toBeCloseTo(before * 1.25, 0);
  await expectReadableInBoth('large type');
});

test('in large type the person is a strip that Alt+E opens and Esc closes', async () => {
  const { window } = stage;
  await expect(strip()).toBeVisible();
  await expect(strip().locator('.sr').first()).toHaveText('芯片已核');
  await expect(window.locator('.id-card')).toHaveCount(0);
  await window.keyboard.press('Alt+e');
  await expect(window.locator('.unfolded .id-card')).toBeVisible();
  expect(await window.evaluate(() => document.activeElement?.closest('.unfolded') !== null)).toBe(true);
  await window.keyboard.press('Escape');
  await expect(window.locator('.id-card')).toHaveCount(0);
  await expect(strip()).toBeFocused();
  await expect(window.locator('.step-body')).toHaveAttribute('data-step', 'materials');
});

test('the open strip gives way when the focus goes elsewhere', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+e');
  await expect(window.locator('.unfolded')).toBeVisible();
  await window.keyboard.press('Alt+q');
  await expect(window.locator('.unfolded')).toHaveCount(0);
});

test('Alt+U again gives the usual size and the whole column back', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+u');
  await expect(window.locator('html')).not.toHaveAttribute('data-type', 'large');
  await expect(strip()).toHaveCount(0);
});

test('a window below 1280 px folds the person and scrolls only lists', async () => {
  await resize(1024, 700);
  await expect(strip()).toBeVisible();
  await expectReadableInBoth('narrow');
  await resize(1366, 768);
  await expect(strip()).toHaveCount(0);
});

test('with forced colours every shape has an edge, and the pattern goes', async () => {
  const { window } = stage;
  await window.emulateMedia({ forcedColors: 'active' });
  const edge = (place: string) =>
    window
      .locator(place)
      .first()
      .evaluate((part) => {
        const { borderTopWidth, borderTopStyle } = getComputedStyle(part);
        return `${borderTopStyle} ${borderTopWidth}`;
      });
  for (const place of ['.ticket', '.sheet', '.key', '.btn', '.id-card', '.paper-row.now'])
    expect.soft(await edge(place), place).toMatch(/^(solid|dashed) [1-9]/);
  const pattern = await window
    .locator('.ticket.in-hand')
    .evaluate((part) => getComputedStyle(part, '::before').display);
  expect.soft(pattern).toBe('none');
  await window.emulateMedia({ forcedColors: 'none' });
  expect(await edge('.ticket.in-hand')).toMatch(/none|0px/);
});

test('whoever wants no motion gets none', async () => {
  const { window } = stage;
  const rise = () =>
    window.locator('.ticket.in-hand').evaluate((part) => getComputedStyle(part).animationDuration);
  await window.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await rise()).toBe('0.28s');
  await window.emulateMedia({ reducedMotion: 'reduce' });
  expect(await rise()).toBe('0s');
});
