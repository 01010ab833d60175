import { expect, test } from '@playwright/test';
import { callNext, chooseItem, openFoundItem, placeCard, takeTicket } from '../../build/demo/hands.ts';
import { citizenNumber } from '../support/intake-desk.ts';
import { openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

/** Types into a field of the open party and waits until the desk has it. */
async function type(field: string, text: string): Promise<void> {
  const input = stage.window.locator('.party-form').getByLabel(field, { exact: true });
  await input.fill(text);
  await input.press('Tab');
  await expect(input.locator('xpath=ancestor::div[contains(@class,"draft-field")]')).toContainText('已存');
}

test('a child has a guardian, whose proof is looked at before the case may leave the draft', async () => {
  const { window } = stage;
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await window.keyboard.press('Enter');
  await window.locator('.identity-step').waitFor();
  await type('姓名或名称', '李小禾');
  await type('证件号码', citizenNumber(14, '20190301'));
  const tabs = window.locator('.identity-step .role-tabs [role="tab"]');
  await expect(tabs).toContainText(['申请人', '经办人', '监护人']);
  await tabs.nth(2).click();
  await expect(window.locator('.role-why')).toContainText('未满 16 岁，由监护人代办（民法典第十九条');
  await window.screenshot({ path: '.out/pictures/people-guardian-wanted.png' });

  await placeCard(stage, 'resident.json');
  await expect(tabs.nth(2)).toContainText('李*');
  await chooseItem(window, 'shbzksl');
  await openFoundItem(window);
  await expect(window.locator('.act-bar')).toContainText('监护关系没有证明');
  await window.keyboard.press('Alt+1');
  await window.locator('.authorisation select').first().waitFor();
  expect.soft(await layoutFaults(window, ['aside[data-region="person"]'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/people-guardian.png' });
  await window.getByLabel('原件已看').check();
  await window.keyboard.press('Enter');
  await expect(window.locator('.authorisation .standing')).toContainText('父母 · 户口簿 · 原件已看');
  await expect(window.locator('.act-bar')).not.toContainText('监护');
  await window.screenshot({ path: '.out/pictures/people-guardian-proved.png' });
});
