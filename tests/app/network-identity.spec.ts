import { expect, test } from '@playwright/test';
import {
  accept,
  answerSituations,
  callNext,
  chooseItem,
  finish,
  goToPapers,
  liftCard,
  openFoundItem,
  placeCard,
  takePapers,
  takeTicket,
} from '../../build/demo/hands.ts';
import { receiptNumberInHand } from '../../build/demo/case-in-hand.ts';
import { objections } from '../support/axe-objections.ts';
import { openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

const LAID_OUT = ['.rail', 'aside[data-region="person"]', '.card-place'];

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

/** The citizen holds their telephone before the scanner. */
async function show(what: string): Promise<void> {
  await stage.tray({ do: 'scan', text: `on-telephone:${what}` });
}

function cardPlace() {
  return stage.window.locator('.card-place');
}

test('F16: a code that ran out, an unknown one and one that only says yes or no prove nobody, and the card is offered', async () => {
  const { window } = stage;
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await window.keyboard.press('Enter');
  await window.locator('.identity-step').waitFor();
  const said = window.locator('.identity-step .setback');
  for (const [what, sentence] of [
    ['expired', '网证码过期了。请刷新后再扫，或放身份证。'],
    ['unknown', '平台不认这个网证码。请换一个码，或放身份证。'],
    ['basic-name', '这种网证只回答是不是本人。请先填姓名和号码再扫，或放身份证。'],
  ] as const) {
    // A machine under load may cut a code in two at the serial line: the citizen shows it again.
    await expect(async () => {
      await show(what);
      await expect(said).toContainText(sentence, { timeout: 2000 });
    }).toPass();
    await expect(cardPlace()).toHaveAttribute('data-look', 'empty');
  }
  expect.soft(await layoutFaults(window, LAID_OUT)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/network-refused.png' });
});

test('F16: without a line the network certificate cannot be checked; the card still proves who it is', async () => {
  const { window } = stage;
  await stage.tray({ do: 'line', up: false });
  await expect(async () => {
    await show('high-face');
    await expect(window.locator('.identity-step .setback')).toContainText(
      '省平台断开，现在核不了网证。请放身份证，或手工填写。',
      { timeout: 2000 },
    );
  }).toPass();
  await placeCard(stage, 'resident.json');
  await expect(cardPlace()).toHaveAttribute('data-look', 'proved');
  await expect(window.locator('aside[data-region="person"]')).toContainText('李*');
  await liftCard(stage);
  await window.keyboard.press('Alt+1');
  await window.keyboard.press('Alt+Delete');
  await expect(cardPlace()).toHaveAttribute('data-look', 'empty');
  await stage.tray({ do: 'line', up: true });
  await window.keyboard.press('Control+r');
});

test('F16: a code at the scanner proves the applicant, with level and mode beside the name', async () => {
  const { window } = stage;
  await expect(async () => {
    await show('high-face');
    await expect(cardPlace()).toContainText('网证已核', { timeout: 3000 });
  }).toPass();
  await expect(cardPlace()).toContainText('高级，核对人像和网证');
  const person = window.locator('aside[data-region="person"]');
  await expect(person).toContainText('李*');
  await expect(person.locator('.mark')).toContainText('网证');
  await expect(person.locator('.sources')).toContainText('示范省网络身份认证平台核验');
  await expect(person.locator('.sources')).toContainText('高级，核对人像和网证');
  await expect(window.locator('.party-form').getByLabel('姓名或名称')).toHaveAttribute('readonly', '');
  expect.soft(await layoutFaults(window, LAID_OUT)).toEqual([]);
  expect.soft(await objections(window)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/network-proved.png' });
  await window.keyboard.press('Alt+l');
  await expect(cardPlace()).toContainText('high level');
  expect.soft(await layoutFaults(window, LAID_OUT)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/network-proved-en.png' });
  await window.keyboard.press('Alt+l');
});

test('F16: the case is accepted on it, no copy of the card is asked for, and level and mode reach the platform', async () => {
  const { window } = stage;
  await chooseItem(window, 'shbzksl');
  await openFoundItem(window);
  await answerSituations(window, ['1', '1']);
  await goToPapers(window);
  await expect(window.locator('.paper-row', { hasText: '身份已核' })).toHaveCount(1);
  await window.screenshot({ path: '.out/pictures/network-papers.png' });
  await takePapers(window);
  await accept(window);
  const receipt = await receiptNumberInHand(window);
  await expect(async () => {
    const cases: unknown = await (await fetch(`${stage.provinceUrl}/_inspect/cases`)).json();
    const text = JSON.stringify(cases);
    expect(text).toContain(receipt);
    expect(text).toContain('"applyer_proof":"5"');
    expect(text).toMatch(/"applyer_network":\{"check_guid":"[^"]+","mode":"05","level":"2"/);
  }).toPass();
  await finish(window);
});

test('F16: a code that belongs nowhere is said to, and somebody who was called is there once theirs is shown', async () => {
  const { window } = stage;
  await expect(async () => {
    await show('high-certificate');
    await expect(window.locator('.notice-line')).toContainText('这是网证码。到身份那一步再扫。', {
      timeout: 2000,
    });
  }).toPass();
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await show('high-certificate');
  await window.locator('.identity-step').waitFor();
  await expect(window.locator('aside[data-region="person"]')).toContainText('陈*');
  await expect(cardPlace()).toContainText('高级，只核对网证');
});

test('F16: on the page of one number a code opens it, or says that its mode tells no number', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+x');
  await window.keyboard.press('Shift+F8');
  await window.locator('.number-head').waitFor();
  await expect(async () => {
    await show('basic-name');
    await expect(window.locator('.number-head .setback')).toContainText(
      '这种网证不给出号码。请输证件号码，或放身份证。',
      { timeout: 2000 },
    );
  }).toPass();
  await expect(async () => {
    await show('high-face');
    await expect(window.locator('.number-body')).toContainText('李*', { timeout: 2000 });
  }).toPass();
  await expect(window.locator('.number-case-rows .number-case')).toHaveCount(1);
  await expect(window.locator('.whose-number')).toContainText('本人在窗口办事');
});
