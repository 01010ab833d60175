import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { ask } from '../../build/demo/asking.ts';
import { receiptNumberInHand, visitInHand } from '../../build/demo/case-in-hand.ts';
import {
  accept,
  chooseItem,
  finish,
  goToPapers,
  liftCard,
  markArrived,
  openFoundItem,
  placeCard,
  takeTicket,
} from '../../build/demo/hands.ts';
import { ITEM_CODE, openStageUnsigned } from '../support/counter-stage.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openStageUnsigned>>;

test.beforeAll(async () => {
  stage = await openStageUnsigned();
});
test.afterAll(async () => stage.close());

const inHand = () => stage.window.locator('.queue .ticket.in-hand .no');
const Today = z.object({ today: z.string() });

async function scanTicket(number: string): Promise<void> {
  const { today } = Today.parse(await ask(stage.window, 'desk.status', {}));
  await stage.tray({ do: 'scan', text: `${number}:${today.replaceAll('-', '')}` });
}

/** A syllable in the input method: the field is being composed until it is committed. */
async function compose(
  window: Page,
  text: string,
): Promise<{ readonly commit: (text: string) => Promise<void> }> {
  const session = await window.context().newCDPSession(window);
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  return {
    commit: async (whole) => {
      await session.send('Input.insertText', { text: whole });
      await session.detach();
    },
  };
}

/** Presses a key as the system does while an input method has it: key code 229. */
async function pressWhileComposing(window: Page, code: string, key: string): Promise<void> {
  await window.evaluate(
    ([theCode, theKey]) => {
      const event = new KeyboardEvent('keydown', {
        code: theCode,
        key: theKey,
        keyCode: 229,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(event);
    },
    [code, key] as const,
  );
}

test('keys typed at once after signing in all reach the screen they are for', async () => {
  const { window } = stage;
  await window.locator('.people [data-row]:focus').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.free').waitFor();
  await window.keyboard.press('Alt+x');
  await window.keyboard.type('0317');
  await expect(window.locator('.cases-screen input')).toHaveValue('0317');
  await window.keyboard.press('Alt+z');
});

test('a key held down calls one citizen, not two', async () => {
  const { window } = stage;
  await takeTicket(window, { queue: 'A' });
  await takeTicket(window, { queue: 'A' });
  await window.locator('.ticket.call:not(.off)').waitFor();
  await window.keyboard.down('F2');
  await window.keyboard.down('F2');
  await window.keyboard.down('F2');
  await window.keyboard.up('F2');
  await expect(inHand()).toHaveText('A001');
  await expect(window.locator('.queue .wait [data-row]')).toHaveCount(1);
});

test('a key that is off stays where it is and says why', async () => {
  const { window } = stage;
  await window.keyboard.press('F12');
  await expect(window.locator('.notice-line .say')).toBeVisible();
  await expect(inHand()).toHaveText('A001');
});

test('F4 passes a citizen, but not while a field has the focus', async () => {
  const { window } = stage;
  await window.keyboard.press('Control+k');
  await window.locator('dialog input:focus').waitFor();
  await window.keyboard.press('F4');
  await expect(window.locator('dialog')).toHaveCount(1);
  await window.keyboard.press('Escape');
  await expect(window.locator('dialog')).toHaveCount(0);
  await window.keyboard.press('F4');
  await expect(window.locator('dialog')).toHaveCount(1);
  await window.keyboard.press('Escape');
  await expect(inHand()).toHaveText('A001');
});

test('while a syllable is being composed no key acts, and Esc and Enter belong to the input method', async () => {
  const { window } = stage;
  await markArrived(window);
  await placeCard(stage, 'resident.json');
  await window.keyboard.press('Alt+2');
  await window.locator('.step-body[data-step="item"] input:focus').waitFor();
  // What was said about F12 before goes by itself.
  await expect(window.locator('.notice-line .say')).toHaveCount(0, { timeout: 10_000 });
  const syllable = await compose(window, 'shehui');
  for (const [code, key] of [
    ['F12', 'F12'],
    ['F6', 'F6'],
    ['Escape', 'Escape'],
    ['Enter', 'Enter'],
    ['Digit1', '1'],
  ] as const)
    await pressWhileComposing(window, code, key);
  await expect(window.locator('.step-body')).toHaveAttribute('data-step', 'item');
  await expect(window.locator('dialog')).toHaveCount(0);
  await expect(window.locator('.notice-line .say')).toHaveCount(0);
  await syllable.commit('社会');
  await expect(window.locator('.hit').first()).toContainText('社会保障卡申领');
  await window.keyboard.press('F6');
  await expect(window.locator('dialog')).toHaveCount(1);
  await window.keyboard.press('Escape');
  await window.locator('.step-body[data-step="item"] input').fill('');
});

test('the scanner chooses the item, and types into no field', async () => {
  const { window } = stage;
  await stage.tray({ do: 'scan', text: ITEM_CODE });
  await window.locator('.step-body[data-step="situation"]').waitFor();
  await expect(window.locator('.case-head h1')).toHaveText('社会保障卡申领');
  expect((await visitInHand(window)).cases).toHaveLength(1);
});

test('answers keyed faster than the desk can save them are all kept', async () => {
  const { window } = stage;
  await window.locator('[data-question]').first().locator('[data-option]:focus').waitFor();
  await window.keyboard.press('1');
  await window.keyboard.press('1');
  await expect(window.locator('[data-question] [aria-pressed="true"]')).toHaveCount(2);
  await goToPapers(window);
});

test('the receipt code opens its case, an unknown code is only shown', async () => {
  const { window } = stage;
  await accept(window);
  const receipt = await receiptNumberInHand(window);
  await stage.tray({ do: 'scan', text: 'https://example.invalid/?q=1' });
  await expect(window.locator('.notice-line')).toContainText('example.invalid');
  await liftCard(stage);
  await finish(window);
  await stage.tray({ do: 'scan', text: receipt });
  await expect(window.locator('.case-detail')).toContainText(receipt);
  // F49: the case says which catalogue, calendar and wordings it stands on.
  const ground = window.locator('.case-ground');
  await expect(ground).toContainText('demo-catalogue.json');
  await expect(ground).toContainText(/受理通知书 版本 \d+/);
  await ground.scrollIntoViewIfNeeded();
  await window.screenshot({ path: '.out/pictures/case-ground.png' });
  await window.keyboard.press('Alt+z');
});

test('the scanner offers a ticket: the next one for Enter, another only with a reason', async () => {
  const { window } = stage;
  await expect(window.locator('.ticket.call')).toContainText('A002');
  await takeTicket(window, { queue: 'A' });
  await scanTicket('A003');
  await expect(window.locator('dialog')).toContainText('A003');
  await window.keyboard.press('Escape');
  await scanTicket('A002');
  await expect(window.locator('dialog')).toContainText('A002 是下一位，叫吗');
  await window.keyboard.press('Enter');
  await expect(inHand()).toHaveText('A002');
});

test('the ticket in hand is marked arrived by its code, another one has to wait', async () => {
  const { window } = stage;
  await scanTicket('A003');
  await expect(window.locator('.notice-line')).toContainText('A003');
  await expect(inHand()).toHaveText('A002');
  await expect(window.locator('.ticket.call')).toBeVisible();
  await scanTicket('A002');
  await window.locator('.step-body[data-step="identity"]').waitFor();
});

test('papers keyed faster than the desk can save them are all kept', async () => {
  const { window } = stage;
  await placeCard(stage, 'resident-second.json');
  await chooseItem(window, 'gljtsl');
  await openFoundItem(window);
  await window.keyboard.press('Alt+4');
  const rows = window.locator('.paper-row');
  await window.locator('.paper-row:focus').waitFor();
  const missing = await window.locator('.paper-row[data-state="missing"]').count();
  expect(missing).toBeGreaterThan(1);
  await window.keyboard.press('ArrowUp');
  for (let press = 0; press < (await rows.count()); press += 1) {
    await window.keyboard.press('1');
    await window.keyboard.press('ArrowDown');
  }
  await expect(window.locator('.paper-row[data-state="missing"]')).toHaveCount(0);
});
