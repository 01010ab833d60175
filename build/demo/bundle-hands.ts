import type { Page } from '@playwright/test';
import { until } from './asking.ts';
import { untilFound } from './hands.ts';

/** What a clerk does with a bundle, with the keyboard alone; each act waits until it is done. */

/** Enter on the found bundle shows it; Space leaves its first step out where the citizen has that result. */
export async function openFoundBundle(window: Page, leaveFirstOut: boolean): Promise<void> {
  await untilFound(window);
  await window.keyboard.press('Enter');
  await window.locator('.bundle-offer .step-card:focus').waitFor();
  if (leaveFirstOut) {
    await window.keyboard.press('Space');
    await window.locator('.bundle-offer .step-card.left-out').waitFor();
  }
  await window.keyboard.press('Enter');
  await window.locator('.bundle-page').waitFor();
}

/** Every question with this digit, and on to the form. */
export async function answerBundle(window: Page, digit: string): Promise<void> {
  await window.keyboard.press('Alt+3');
  const questions = window.locator('.pool-questions [data-question]');
  await questions.first().waitFor();
  for (let index = 0; index < (await questions.count()); index += 1) {
    await questions.nth(index).locator('[data-option]:focus').waitFor();
    await window.keyboard.press(digit);
    await questions.nth(index).locator('[aria-pressed="true"]').waitFor();
  }
  await window.locator('.pool-questions [data-next]:focus').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.bundle-page [data-part="form"] .form-body').waitFor();
}

/** Every paper that is missing is handed over on paper, for all the cases it serves. */
export async function takePool(window: Page): Promise<void> {
  await window.keyboard.press('Alt+4');
  const rows = window.locator('.pool-row');
  await rows.first().waitFor();
  for (let index = 0; index < (await rows.count()); index += 1) {
    const row = rows.nth(index);
    while (!(await row.evaluate((one) => one === document.activeElement))) {
      const isAbove = await row.evaluate((one) => {
        const now = document.activeElement;
        return now !== null && (now.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      });
      await window.keyboard.press(isAbove ? 'ArrowUp' : 'ArrowDown');
    }
    if ((await row.getAttribute('data-state')) !== 'missing') continue;
    await window.keyboard.press('1');
    await until('the paper is taken', async () => (await row.getAttribute('data-state')) !== 'missing');
  }
}

/** F9: everything that is ready, and what came of it. */
export async function acceptBundle(window: Page): Promise<void> {
  await window.locator('.bundle-page .act-bar .btn.primary:not(.off)').waitFor();
  await window.keyboard.press('F9');
  await window.locator('.bundle-page [data-part="result"] .case-rows').waitFor();
}

/** The arrows, until the step has the focus. */
export async function goToStep(window: Page, stepNo: number): Promise<void> {
  await window.keyboard.press('Alt+2');
  await window.locator('.step-card:focus').waitFor();
  const at = async () =>
    window.locator('.step-card').evaluateAll((all) => all.findIndex((one) => one === document.activeElement));
  while ((await at()) !== stepNo - 1)
    await window.keyboard.press((await at()) < stepNo - 1 ? 'ArrowDown' : 'ArrowUp');
}

/** The result of a step is written down: its value, as the department's paper shows it. */
export async function giveResult(window: Page, stepNo: number, value: string): Promise<void> {
  const card = window.locator('.step-card').nth(stepNo - 1);
  await goToStep(window, stepNo);
  await window.keyboard.press('1');
  await window.locator('dialog .give-form input:focus').waitFor();
  await window.keyboard.type(value);
  await window.keyboard.press('Enter');
  await window.locator('dialog').waitFor({ state: 'detached' });
  await window.locator('.step-card.done').first().waitFor();
  await card.waitFor();
}
