import { expect, test } from '@playwright/test';
import { receiptNumberInHand } from '../../build/demo/case-in-hand.ts';
import {
  accept,
  answerSituations,
  callNext,
  chooseItem,
  finish,
  goToPapers,
  openFoundItem,
  placeCard,
  takePapers,
  takeTicket,
} from '../../build/demo/hands.ts';
import { citizenNumber } from '../support/intake-desk.ts';
import { openCounter } from '../support/counter-stage.ts';
import { objections } from '../support/axe-objections.ts';
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
  expect.soft(await layoutFaults(window, ['.rail', 'aside[data-region="person"]'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/people-guardian.png' });
  await window.keyboard.press('Alt+l');
  expect.soft(await layoutFaults(window, ['.find', '.rail', 'aside[data-region="person"]'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/people-guardian-en.png' });
  await window.keyboard.press('Alt+l');
  await window.getByLabel('原件已看').check();
  await window.keyboard.press('Enter');
  await expect(window.locator('.authorisation .standing')).toContainText('父母 · 户口簿 · 原件已看');
  await expect(window.locator('.act-bar')).not.toContainText('监护');
  await window.screenshot({ path: '.out/pictures/people-guardian-proved.png' });
});

test('F23: one number has its cases, originals and numbers of today on one page, by key, card and typed', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+3');
  await answerSituations(window, ['1', '1']);
  await goToPapers(window);
  await takePapers(window);
  await accept(window);
  const receiptNumber = await receiptNumberInHand(window);

  // By the key, at the counter: the applicant who is served.
  await window.keyboard.press('Alt+1');
  await window.locator('.identity-step').waitFor();
  await window.keyboard.press('Shift+F8');
  const page = window.locator('.number-body');
  await page.waitFor();
  await expect(page).toContainText('李*');
  await expect(page).toContainText('本人在窗口办事');
  await expect(page.locator('.number-case-rows .number-case')).toHaveCount(1);
  await expect(page.locator('.number-case-rows .number-case')).toContainText(receiptNumber.slice(8, 17));
  await expect(page.locator('.number-tickets')).toContainText('A001');
  await expect(page).not.toContainText(citizenNumber(14, '20190301'));
  expect.soft(await layoutFaults(window, ['.number-case', '.due-list'])).toEqual([]);
  expect.soft(await objections(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/one-number.png' });

  // Enter on a case opens it; from there its applicant again, to check a case.
  await window.locator('.number-case-rows .number-case:focus').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.case-detail header').waitFor();
  await window.keyboard.press('Shift+F8');
  await expect(page).toContainText('核对一个办件');
  await window.keyboard.press('Escape');

  // By the card on the reader: the guardian, who is part of the case.
  await stage.tray({ do: 'lift-card' });
  await stage.tray({ do: 'place-card', file: 'resident.json' });
  await expect(page.locator('.number-case-rows')).toContainText('监护人');
  await expect(page).toContainText('9901**********4023');
  await window.keyboard.press('Escape');

  // Typed: nothing is looked up before the reason is said.
  await window.locator('.number-form input:focus').waitFor();
  await window.keyboard.type(citizenNumber(14, '20190301'));
  await expect(window.locator('.number-form button')).toBeDisabled();
  await window.keyboard.press('Tab');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.locator('.number-form select').press('Tab');
  await window.keyboard.press('Enter');
  await expect(page).toContainText('答复来问的人');

  // From the find box.
  await window.keyboard.press('Control+k');
  await window.locator('dialog .finder').waitFor();
  await window.keyboard.type('990101199205174023');
  await window.locator('dialog .found').getByText('看这个号的全部').waitFor();
  await window.keyboard.press('Enter');
  await expect(window.locator('.number-form input')).toHaveValue('990101199205174023');
  await window.keyboard.press('Alt+z');
});

test('an enterprise names its legal representative; a handler stays outside until the authorisation covers the item', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+z');
  await finish(window);
  await stage.tray({ do: 'lift-card' });
  await takeTicket(window, { queue: 'E' });
  await callNext(window);
  await window.keyboard.press('Enter');
  await window.locator('.identity-step').waitFor();
  await window.locator('.party-form').getByLabel('主体').selectOption('enterprise');
  await type('姓名或名称', '示例餐饮有限公司');
  await type('证件号码', '11990101990000017G');
  const tabs = window.locator('.identity-step .role-tabs [role="tab"]');
  await expect(tabs).toContainText(['申请人', '经办人', '法定代表人']);
  await expect(window.locator('.rail')).toContainText('还缺法定代表人');

  await tabs.nth(2).click();
  await type('姓名或名称', '王示范');
  await type('证件号码', citizenNumber(13));
  await tabs.nth(1).click();
  await placeCard(stage, 'resident-second.json');
  await expect(tabs.nth(1)).toContainText('陈*');
  await chooseItem(window, 'qysldj');
  await openFoundItem(window);
  await expect(window.locator('.act-bar')).toContainText('经办人没有授权');
  await window.keyboard.press('Alt+1');
  await tabs.nth(1).click();
  await expect(window.locator('.authorisation')).toContainText('委托人 示例餐饮有限公司（申请人）');
  await window.locator('.authorisation input[type="date"]').nth(1).fill('2027-06-30');
  await window.getByLabel('可代为承诺').check();
  expect.soft(await layoutFaults(window, ['.rail', 'aside[data-region="person"]'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/people-authorisation.png' });
  await window.keyboard.press('Alt+l');
  expect.soft(await layoutFaults(window, ['.find', '.rail', 'aside[data-region="person"]'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/people-authorisation-en.png' });
  await window.keyboard.press('Alt+l');
  await window.getByLabel('授权书原件已看').check();
  await window.keyboard.press('Enter');
  await expect(window.locator('.authorisation .standing')).toContainText('原件已看 · 可代为承诺');
  expect.soft(await layoutFaults(window, ['.rail', 'aside[data-region="person"]'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/people-enterprise.png' });

  await window.keyboard.press('Alt+3');
  await answerSituations(window, ['2']);
  await goToPapers(window);
  await takePapers(window, 3);
  await window.keyboard.press('F9');
  await window.locator('dialog').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.step-body[data-step="result"]').waitFor();

  // The credit code brings the page of the enterprise; its originals lie here.
  await window.keyboard.press('Control+k');
  await window.locator('dialog .finder').waitFor();
  await window.keyboard.type('11990101990000017G');
  await window.locator('dialog .found').getByText('看这个号的全部').waitFor();
  await window.keyboard.press('Enter');
  await window.locator('.number-form select').selectOption('check-a-case');
  await window.locator('.number-form button').click();
  const page = window.locator('.number-body');
  await expect(page).toContainText('示例餐饮有限公司');
  await expect(page).toContainText('11990101990000017G');
  await expect(
    page.locator('.due-list').filter({ hasText: '原件还在这里' }).locator('[data-row]'),
  ).not.toHaveCount(0);
  expect.soft(await layoutFaults(window, ['.number-case', '.due-list'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/one-number-enterprise.png' });
  await window.keyboard.press('Alt+l');
  await window.setViewportSize({ width: 1920, height: 1080 });
  expect.soft(await layoutFaults(window, ['.number-case', '.due-list'])).toEqual([]);
  await window.screenshot({ path: '.out/pictures/one-number-en-1920.png' });
  await window.setViewportSize({ width: 1366, height: 768 });
  await window.screenshot({ path: '.out/pictures/one-number-en.png' });
  await window.keyboard.press('Alt+l');
});
