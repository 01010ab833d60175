import { expect, test } from '@playwright/test';
import { ask } from '../../build/demo/asking.ts';
import { receiptNumberInHand } from '../../build/demo/case-in-hand.ts';
import { accept, callNext, finish, liftCard, takeTicket } from '../../build/demo/hands.ts';
import { bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

/** 断网时读的证: a case accepted without a line says what its identity waits for, and every question stands in one list. */

let stage: Awaited<ReturnType<typeof openCounter>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

const line = () => stage.window.locator('.case-line[data-row]').first();
const page = () => stage.window.locator('.case-detail .identity-wait');
/** The desk asks by itself, some seconds after the line is back. */
const WHEN_ASKED = { timeout: 60_000 };

/** Accepted with the line cut; the clerk sees at once what the identity waits for. */
async function acceptedOffline(card: string): Promise<string> {
  const { window } = stage;
  await bringToPapers(stage, card);
  await stage.tray({ do: 'line', up: false });
  await ask(window, 'sync.try-now', {});
  await expect(window.locator('.cut-bar, footer.status')).toContainText(['断开']);
  await accept(window);
  await expect(window.locator('.case-head')).toContainText('身份待复核');
  expect.soft(await layoutFaults(window, ['.rail'])).toEqual([]);
  const receipt = await receiptNumberInHand(window);
  await liftCard(stage);
  await finish(window);
  return receipt;
}

async function findCase(receipt: string): Promise<void> {
  const { window } = stage;
  await window.keyboard.press('Alt+x');
  await window.getByRole('textbox', { name: '找办件' }).fill(receipt);
  await window.keyboard.press('Enter');
  await line().waitFor();
}

async function listOfQueries(): Promise<void> {
  const { window } = stage;
  await window.keyboard.press('Shift+F11');
  await window.locator('.query-lines [data-row]').first().waitFor();
}

test('F16 a case accepted without a line bears a mark on its page, in the list and with its debts, until it is asked', async () => {
  const { window } = stage;
  const receipt = await acceptedOffline('resident.json');
  await findCase(receipt);
  await expect(line()).toContainText('身份待复核');
  await line().press('Enter');
  await expect(page()).toContainText('线路恢复后向人口库复核');
  await window.keyboard.press('Alt+c');
  await expect(window.locator('.debt-list .it').first()).toContainText('身份待复核');
  await expect(window.locator('.debt-detail .identity-wait')).toBeVisible();
  await findCase(receipt);
  await line().press('Enter');
  await stage.tray({ do: 'line', up: true });
  await expect(page()).toHaveCount(0, WHEN_ASKED);
  await expect(line()).not.toContainText('身份');
});

test('F08 what was asked about an identity stands in the list of queries, and Enter opens its case', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+z');
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await stage.tray({ do: 'scan', text: 'on-telephone:high-face' });
  await expect(window.locator('.step-body[data-step="identity"]')).toContainText('网证');
  await window.keyboard.press('Alt+x');
  await listOfQueries();
  const rows = window.locator('.query-lines [data-row]');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('网络身份认证平台');
  await expect(rows.last()).toContainText('复核断网时读的证');
  await expect(rows.last()).toContainText('是本人');
  expect(await layoutFaults(window, ['.query-log'])).toEqual([]);
  await rows.last().press('Enter');
  await window.locator('.case-detail h2').waitFor();
  await window.keyboard.press('Alt+z');
  await finish(window);
});

test('F16 where the register is not connected the case and the list say that nobody was asked', async () => {
  const { window } = stage;
  const receipt = await acceptedOffline('resident-second.json');
  await findCase(receipt);
  await stage.tray({ do: 'line', up: true });
  // The platform is new with its line, and is asked some seconds later.
  const rules = [{ match: { operation: 'querySharedData' }, fault: { kind: 'no-such-query' } }];
  await fetch(`${stage.provinceUrl}/_faults`, { method: 'PUT', body: JSON.stringify({ rules }) });
  await expect(line()).toContainText('身份没复核', WHEN_ASKED);
  await line().press('Enter');
  await expect(page()).toContainText('没有问：人口库没有接入');
  await listOfQueries();
  await expect(window.locator('.query-lines [data-row]').first()).toContainText('没问，没接入');
});
