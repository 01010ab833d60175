import { expect, test } from '@playwright/test';
import { accept, takePapers } from '../../build/demo/hands.ts';
import { bringToMissingPaper, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** F14: front acceptance, back review: originals travel to their department with a list both sides sign. */

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
  await bringToMissingPaper(stage);
  await takePapers(stage.window);
});
test.afterAll(async () => stage.close());

async function expectReadable(state: string): Promise<void> {
  const { window } = stage;
  for (const language of ['zh-CN', 'en']) {
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    await window.screenshot({ path: `.out/pictures/hand-over-${state}-${language}.png` });
    expect.soft(await layoutFaults(window), `${state}, ${language}`).toEqual([]);
    await window.keyboard.press('Alt+l');
  }
}

const counted = () => stage.window.locator('.nav .to', { hasText: '交接' }).locator('.count');

test('F14: with the receipt the originals are counted beside the screen that settles them', async () => {
  const { window } = stage;
  await expect(counted()).toHaveCount(0);
  await accept(window);
  await expect(counted()).toContainText('2');
  await window.keyboard.press('Alt+j');
  await expect(window.locator('.here-line[data-row]')).toHaveCount(2);
  await expect(window.locator('.here-line[data-row]:focus')).toHaveCount(1);
  await expectReadable('here');
});

test('at the lock the clerk is told before leaving, and no citizen is named', async () => {
  const { window } = stage;
  await window.keyboard.press('Control+l');
  await expect(window.locator('.cover')).toContainText('窗口还有 2 份原件');
  await window.screenshot({ path: '.out/pictures/hand-over-locked.png' });
  expect.soft(await layoutFaults(window)).toEqual([]);
  await window.locator('.cover input').fill('yichuang-demo');
  await window.keyboard.press('Enter');
  await window.locator('.here-line[data-row]').first().focus();
});

test('one goes back to the citizen, the other into a list with a number of its own', async () => {
  const { window } = stage;
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press(' ');
  await expect(window.locator('.papers-here footer .btn.primary')).toContainText('列单移交 1 份');
  await expect(window.locator('.papers-here footer')).toContainText('退给群众 1 份');
  await window.keyboard.press('Control+b');
  await expect(window.locator('.here-line[data-row]')).toHaveCount(1);
  await window.keyboard.press('F9');
  await expect(window.locator('.papers-here .empty')).toBeVisible();
  await expect(counted()).toHaveCount(0);
  await expect(window.locator('.hand-lists [data-row]')).toContainText('移交〔');
  await expect(window.locator('.chosen-list')).toContainText('工号 0317');
  await expectReadable('unsigned');
});

test('the department signs with name and badge; nothing is signed without them', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+d');
  await expect(window.locator('.chosen-list form')).toBeVisible();
  await window.locator('.chosen-list input[name="takenBy"]').fill('钱示范');
  await window.locator('.chosen-list input[name="badge"]').fill('SC-07');
  await window.keyboard.press('Alt+d');
  await expect(window.locator('.chosen-list .signed')).toContainText('钱示范（SC-07）已签收');
  await expectReadable('signed');
  await window.keyboard.press('Escape');
  await window.locator('.case-sheet').waitFor();
});
