import { expect, test } from '@playwright/test';
import { callNext, markArrived, placeCard, takeTicket } from '../../build/demo/hands.ts';
import { openCounter } from '../support/counter-stage.ts';

test.describe.configure({ mode: 'serial' });

/** Nothing of these may be left in the page when the screen is covered. */
const CANARIES = ['13800004321', '138****4321', '李*', '4023', '示范县****', '社会保障卡申领', '2041-03-12'];

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
  const { window } = stage;
  await takeTicket(window, { queue: 'A', itemCode: '1199010199000004114992014001000' });
  await callNext(window);
  await markArrived(window);
  await placeCard(stage, 'resident.json');
  await window.getByLabel('手机', { exact: true }).fill('13800004321');
  await window.locator('.draft-field .below', { hasText: '已存' }).first().waitFor();
});
test.afterAll(async () => stage.close());

/** Everything the page holds: markup, what fields hold, titles. */
async function left(): Promise<string[]> {
  const held = await stage.window.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...Array.from(document.querySelectorAll('input, textarea, select')).map((one) =>
        String(Reflect.get(one, 'value')),
      ),
    ].join('\n'),
  );
  return CANARIES.filter((canary) => held.includes(canary));
}

test('before the lock the page holds the person (the control of this test)', async () => {
  expect(await left()).toEqual(expect.arrayContaining(['13800004321', '李*', '4023', '社会保障卡申领']));
});

test('at the lock nothing of the citizen is left in the page', async () => {
  await stage.window.keyboard.press('Control+l');
  await stage.window.locator('.cover input[type="password"]:focus').waitFor();
  expect(await left()).toEqual([]);
  await expect(stage.window.locator('.cover')).toContainText('A001');
});

test('under the lock the desk tells this window nothing and a card fills nobody', async () => {
  for (const name of ['intake.visit', 'queue.view', 'sync.view'])
    expect(await stage.window.evaluate((call) => window.desk?.ask(call, {}), name)).toEqual({
      kind: 'answer',
      answer: { ok: false, refusal: 'locked' },
    });
  await stage.tray({ do: 'place-card', file: 'resident-second.json' });
  await stage.window.keyboard.press('F9');
  expect(await left()).toEqual([]);
  await stage.tray({ do: 'lift-card' });
});

test('a wrong password leaves it covered', async () => {
  await stage.window.keyboard.type('not-this-one');
  await stage.window.keyboard.press('Enter');
  await stage.window.locator('.cover [role="alert"]').waitFor();
  expect(await left()).toEqual([]);
});

test('the same clerk gets everything back as it was', async () => {
  const { window } = stage;
  const password = window.locator('.cover input[type="password"]');
  await password.fill('yichuang-demo');
  await password.press('Enter');
  await window.locator('.queue .ticket.in-hand').waitFor();
  await expect(window.locator('aside[data-region="person"]')).toContainText('李*');
  await expect(window.locator('aside[data-region="person"]')).toContainText('138****4321');
});
