import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Stage } from '../stage/stage.ts';
import { ask, hearCard, until } from './asking.ts';
import { visitInHand } from './case-in-hand.ts';
import { fillForm } from './form-hands.ts';

/** What a clerk does at the practice window, with the keyboard alone; each act waits until it is done. */

/** Made up. */
export const PHONE = '13800001234';

const Taken = z.object({ ticket: z.object({ number: z.string() }) });

/** A citizen takes a number at the kiosk. */
export async function takeTicket(
  window: Page,
  wish: { readonly queue: string; readonly itemCode?: string; readonly priority?: string },
): Promise<string> {
  const { ticket } = Taken.parse(await ask(window, 'queue.take', wish));
  await window.locator('.queue').getByText(ticket.number, { exact: true }).first().waitFor();
  return ticket.number;
}

/** Chooses the first person of the practice list and signs in. */
export async function signIn(window: Page): Promise<void> {
  await window.locator('.people [data-row]:focus').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('main.work .queue .keys').waitFor();
}

/** F2. Returns the number that was called. */
export async function callNext(window: Page): Promise<string> {
  await window.locator('.ticket.call:not(.off)').waitFor();
  await window.keyboard.press('F2');
  const number = window.locator('.queue .ticket.in-hand .no');
  await number.waitFor();
  return (await number.innerText()).trim();
}

/** The citizen is there without a card: Enter on the called ticket. */
export async function markArrived(window: Page): Promise<void> {
  await window.locator('.ticket.call:focus').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.step-body[data-step="identity"]').waitFor();
}

/** Lays a card on the reader and waits until both reads agreed and the form shows it. */
export async function placeCard(stage: Stage, file: string): Promise<void> {
  await stage.tray({ do: 'place-card', file });
  await stage.window.locator('.card-place[data-look="proved"]').waitFor();
}

export async function liftCard(stage: Stage): Promise<void> {
  const lifted = await hearCard(stage.window, 'lifted');
  await stage.tray({ do: 'lift-card' });
  await lifted.heard();
}

/** Identity step: what no chip tells. */
export async function typePhone(window: Page): Promise<void> {
  await window.keyboard.press('Alt+1');
  await window.locator('.identity-step').getByLabel('手机').focus();
  await window.keyboard.type(PHONE);
  await until('the phone is kept', async () => {
    const { applicant } = await visitInHand(window);
    return applicant?.filled.includes('phone') ?? false;
  });
}

/** Item step: types what is heard, and opens the first item that is found. */
export async function chooseItem(window: Page, typed: string): Promise<void> {
  await window.keyboard.press('Alt+2');
  await window.locator('.step-body[data-step="item"] input:focus').waitFor();
  await window.keyboard.type(typed);
  await window.locator('.item-search .hit.on').waitFor();
}

/** Enter opens nothing while the search still looks: a slow answer must be there and named first. */
export async function untilFound(window: Page): Promise<void> {
  await until('the search says what Enter opens', async () => {
    const found = (await window.locator('.item-search .hit.on .nm b').innerText()).trim();
    return (await window.locator('.item-search output').innerText()).includes(found);
  });
}

export async function openFoundItem(window: Page): Promise<void> {
  await untilFound(window);
  await window.keyboard.press('Enter');
  await window
    .locator('.step-body')
    .and(window.locator('[data-step="situation"], [data-step="form"], [data-step="materials"]'))
    .waitFor();
}

/** Situation step: one digit per question, then on to the papers. */
export async function answerSituations(window: Page, digits: readonly string[]): Promise<void> {
  for (const [index, digit] of digits.entries()) {
    const question = window.locator('[data-question]').nth(index);
    await question.locator('[data-option]:focus').waitFor();
    await window.keyboard.press(digit);
    await question.locator('[aria-pressed="true"]').waitFor();
  }
  await window.locator('[data-next]:focus').waitFor();
}

/** From the questions on: the form is filled where the item has one, then come the papers. */
export async function goToPapers(window: Page): Promise<void> {
  await window.keyboard.press('Enter');
  const step = window
    .locator('.step-body')
    .and(window.locator('[data-step="form"], [data-step="materials"]'));
  await step.waitFor();
  if ((await step.getAttribute('data-step')) === 'form') {
    await fillForm(window);
    await window.keyboard.press('Enter');
  }
  await window.locator('.step-body[data-step="materials"] .paper-row:focus').waitFor();
}

/** Papers step: every missing paper is handed over on paper and compared (key 1), until none is missing. */
export async function takePapers(window: Page, atMost = Number.POSITIVE_INFINITY): Promise<void> {
  const rows = window.locator('.paper-row');
  await window.keyboard.press('Alt+4');
  // An answer that was given last may still take papers off the list.
  for (let index = 0; index < Math.min(await rows.count(), atMost); index += 1) {
    await takePaper(window, index);
  }
}

async function takePaper(window: Page, index: number): Promise<void> {
  const row = window.locator('.paper-row').nth(index);
  while (!(await row.evaluate((one) => one === document.activeElement))) {
    const isAbove = await row.evaluate((one) => {
      const now = document.activeElement;
      return now !== null && (now.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    });
    await window.keyboard.press(isAbove ? 'ArrowUp' : 'ArrowDown');
  }
  if ((await row.getAttribute('data-state')) !== 'missing') return;
  await window.keyboard.press('1');
  await until('the paper is taken', async () => (await row.getAttribute('data-state')) === 'done');
}

/** F9: the case is decided and its receipt is shown. */
export async function accept(window: Page): Promise<void> {
  await window.locator('.act-bar .btn.primary:not(.off)').waitFor();
  await window.keyboard.press('F9');
  await window.locator('.step-body[data-step="result"] .receipt-paper:not(.loading)').waitFor();
}

/** F12: the ticket is done and the window is free; where something would bring the citizen back, F12 once more. */
export async function finish(window: Page): Promise<void> {
  // A key that is off says why and does nothing: what was done last must have reached the screen.
  await window.locator('.queue .keys .key:not(.off)', { hasText: 'F12' }).waitFor();
  await window.keyboard.press('F12');
  const asked = window.locator('dialog .leaving');
  const free = window.locator('.stage .go');
  await asked.or(free).first().waitFor();
  if (await asked.isVisible()) await window.keyboard.press('F12');
  await window.locator('.queue .ticket.in-hand').waitFor({ state: 'detached' });
  await free.waitFor();
}
