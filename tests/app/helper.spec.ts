import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../build/demo/asking.ts';
import { receiptNumberInHand } from '../../build/demo/case-in-hand.ts';
import { accept, finish } from '../../build/demo/hands.ts';
import { objections } from '../support/axe-objections.ts';
import { bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** F42: a helper comes along with a citizen; the citizen consents on their own screen; the helper takes the slips along. */

const SIZES = [
  [1366, 768],
  [1920, 1080],
] as const;
const Held = z.array(
  z.object({
    receipt_no: z.string(),
    events: z.array(z.object({ message: z.object({ assistance: z.unknown() }) })),
  }),
);

let stage: Awaited<ReturnType<typeof openCounter>>;
let citizen: Page;
let receiptNumber: string;

test.beforeAll(async () => {
  stage = await openCounter();
  await bringToPapers(stage);
});
test.afterAll(async () => stage.close());

/** The dialog that a key opens, in both languages and sizes; it stands open in Chinese afterwards. */
async function expectReadable(key: string, state: string): Promise<void> {
  const { window } = stage;
  for (const language of ['en', 'zh-CN']) {
    await window.keyboard.press('Escape');
    await window.keyboard.press('Alt+l');
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    await window.keyboard.press(key);
    await window.locator('dialog').waitFor();
    for (const [width, height] of SIZES) {
      await window.setViewportSize({ width, height });
      await window.screenshot({ path: `.out/pictures/helper-${state}-${language}-${width}.png` });
      expect
        .soft(await layoutFaults(window, ['.rail', '.case-head', '.find']), `${state}, ${language}, ${width}`)
        .toEqual([]);
    }
    await window.setViewportSize({ width: 1366, height: 768 });
    expect.soft(await objections(window), `${state}, ${language}`).toEqual([]);
  }
}

async function openCitizensScreen(): Promise<Page> {
  await stage.window.keyboard.press('Alt+g');
  let page: Page | undefined;
  await until('the screen of the citizen is open', async () => {
    page = stage.app.windows().find((one) => one.url().endsWith('#citizen'));
    return page !== undefined;
  });
  if (!page) throw new Error('there is no screen of the citizen');
  return page;
}

async function signWithPen(): Promise<void> {
  const next = citizen.getByRole('button', { name: '下一页' });
  await citizen.locator('.pad svg').waitFor();
  const box = await citizen.locator('.pad svg').boundingBox();
  if (!box) throw new Error('there is no pad');
  await citizen.mouse.move(box.x + 60, box.y + 60);
  await citizen.mouse.down();
  await citizen.mouse.move(box.x + 260, box.y + 70, { steps: 8 });
  await citizen.mouse.move(box.x + 160, box.y + 150, { steps: 8 });
  await citizen.mouse.up();
  while (await next.isEnabled()) await next.click();
  await citizen.getByRole('button', { name: '签好了' }).click();
  await expect(citizen.locator('.cit')).toContainText('签好了，谢谢');
}

test('who helps is typed, and the citizen is asked on their own screen', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+1');
  await window.locator('.step-body[data-step="identity"]').waitFor();
  await window.keyboard.press('Alt+;');
  await expect(window.locator('dialog select')).toBeFocused();
  await expectReadable('Alt+;', 'form');
  await expect(window.locator('dialog select')).toBeFocused();
  for (const text of ['吴示范', 'V0007', '新光村便民服务点']) {
    await window.keyboard.press('Tab');
    await window.keyboard.type(text);
  }
  citizen = await openCitizensScreen();
  await window.keyboard.press('Alt+s');
  await expect(window.locator('dialog .help-line')).toContainText('正在群众屏上');
  await expect(citizen.locator('.leaf')).toContainText('帮办代办同意书');
  await expect(citizen.locator('.leaf')).toContainText('吴示范');
  await citizen.screenshot({ path: '.out/pictures/helper-citizen.png' });
  // The paper is read page by page: what comes next lies below the edge.
  expect.soft((await layoutFaults(citizen)).filter((fault) => !fault.includes(' .leaf'))).toEqual([]);
  await expectReadable('Alt+;', 'asked');
});

test('nothing is accepted before the citizen has signed', async () => {
  const { window } = stage;
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+4');
  await window.locator('.step-body[data-step="materials"]').waitFor();
  await expect(window.locator('.act-bar')).toContainText('帮办同意书没签');
  await window.screenshot({ path: '.out/pictures/helper-not-signed.png' });
  await window.keyboard.press('F9');
  await expect(window.locator('.step-body[data-step="result"]')).toHaveCount(0);
  await signWithPen();
  await expect(window.locator('.act-bar')).not.toContainText('帮办同意书没签');
});

test('what the helper did is noted by its number, and the case is accepted', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+1');
  await window.keyboard.press('Alt+;');
  await expect(window.locator('dialog .help-line')).toContainText('已在屏上签名');
  await window.locator('dialog [data-row]:focus').waitFor();
  await window.keyboard.press('2');
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog .help-line')).toContainText('帮填表');
  await expectReadable('Alt+;', 'stands');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Alt+4');
  await accept(window);
  receiptNumber = await receiptNumberInHand(window);
  await finish(window);
});

test('the platform is told who helped, with every step', async () => {
  const row = {
    assist_type: '1',
    helper_name: '吴示范',
    helper_no: 'V0007',
    service_point: '新光村便民服务点',
  };
  await until('both steps are there', async () => (await told()).length === 2);
  expect(await told()).toEqual([expect.objectContaining(row), expect.objectContaining(row)]);
});

async function told(): Promise<unknown[]> {
  const reply = await fetch(`${stage.provinceUrl}/_inspect/cases`);
  const held = Held.parse(await reply.json()).find((one) => one.receipt_no === receiptNumber);
  return held?.events.map(({ message }) => message.assistance) ?? [];
}

test('the list of what goes along is a numbered paper, signed by the helper on the screen', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+j');
  await window.keyboard.press("Alt+'");
  await expect(window.locator('dialog')).toContainText('出清单 1 件');
  await expectReadable("Alt+'", 'waiting');
  await window.keyboard.press('Alt+\\');
  const list = window.locator('dialog section').first();
  await expect(list).toContainText('帮办〔');
  await expect(list).toHaveAttribute('data-pdf', 'pressed');
  await expectReadable("Alt+'", 'list');
  await window.keyboard.press('Alt+s');
  await expect(citizen.locator('.leaf')).toContainText('帮办代办清单');
  await expect(citizen.locator('.leaf')).toContainText(receiptNumber);
  await citizen.screenshot({ path: '.out/pictures/helper-citizen-list.png' });
  await citizen.getByRole('button', { name: '下一页' }).click();
  await citizen.screenshot({ path: '.out/pictures/helper-citizen-list-2.png' });
  await signWithPen();
  await expect(list).toContainText('已在屏上签名');
  await expect(list.getByLabel('工作证号')).toBeFocused();
  await window.keyboard.type('V0007');
  await window.keyboard.press('Enter');
  await expect(list).toContainText('已签收');
  await window.keyboard.press('Control+p');
  await expect(list).toContainText('补打 1 次');
  await expectReadable("Alt+'", 'signed');
});
