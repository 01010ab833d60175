import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { until } from '../../build/demo/asking.ts';
import { receiptNumberInHand } from '../../build/demo/case-in-hand.ts';
import { accept, finish } from '../../build/demo/hands.ts';
import { bringToPapers, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

/** 凭条评价 to its end: the slip is scanned, its citizen answers on the screen turned to them, the platform holds it once. */

let stage: Awaited<ReturnType<typeof openCounter>>;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  stage = await openCounter();
});
test.afterAll(async () => stage.close());

const Held = z.array(
  z.object({
    receipt_no: z.string(),
    events: z.array(
      z.object({
        arrivals: z.number(),
        message: z.object({
          evaluation: z
            .object({ satisfaction: z.string(), assess_times: z.number(), reasons: z.array(z.string()) })
            .optional(),
        }),
      }),
    ),
  }),
);

/** Every evaluation of a case the platform holds, in the order it came. */
async function evaluationsOf(receipt: string): Promise<readonly object[]> {
  const cases = Held.parse(await (await fetch(`${stage.provinceUrl}/_inspect/cases`)).json());
  return cases
    .filter(({ receipt_no }) => receipt_no === receipt)
    .flatMap(({ events }) => events)
    .flatMap(({ arrivals, message: { evaluation } }) => (evaluation ? [{ arrivals, ...evaluation }] : []));
}

async function platformHolds(receipt: string, evaluations: readonly object[]): Promise<void> {
  await until('the platform holds the evaluations', async () => {
    return (await evaluationsOf(receipt)).length >= evaluations.length;
  });
  expect(await evaluationsOf(receipt)).toEqual(evaluations);
}

/** A case is accepted and its citizen leaves. Returns the number on the slip. */
async function leftWithASlip(): Promise<string> {
  const { window } = stage;
  await bringToPapers(stage);
  await accept(window);
  const receipt = await receiptNumberInHand(window);
  await finish(window);
  await stage.tray({ do: 'lift-card' });
  return receipt;
}

/** The slip comes back: its code is scanned, and its case is open. */
async function scanSlip(receipt: string): Promise<void> {
  await stage.tray({ do: 'scan', text: receipt });
  await stage.window.locator('.case-detail header').getByText(receipt).waitFor();
}

async function theCitizensPage(): Promise<Page> {
  const find = () => stage.app.windows().find((one) => one.url().endsWith('#citizen'));
  await until("the citizen's screen is open", async () => find() !== undefined);
  const page = find();
  if (!page) throw new Error("the citizen's screen did not stay");
  return page;
}

/** ⇧F12 puts the question on the citizen's screen. */
async function askBySlip(): Promise<Page> {
  await stage.window.bringToFront();
  await stage.window.keyboard.press('Shift+F12');
  const citizen = await theCitizensPage();
  await citizen.locator('.cit-levels').waitFor();
  return citizen;
}

const LEFT = { arrivals: 1, satisfaction: '0', assess_times: 1, reasons: [] };
const GOOD = { arrivals: 1, satisfaction: '4', assess_times: 1, reasons: [] };
const BAD = { arrivals: 1, satisfaction: '2', assess_times: 1, reasons: ['01', '03'] };
let rated = '';

test('F24 a slip brings a good evaluation, and the platform holds it exactly once', async () => {
  rated = await leftWithASlip();
  await scanSlip(rated);
  const citizen = await askBySlip();
  expect(await layoutFaults(citizen)).toEqual([]);
  // What was asked at the end of the visit and left is owed as not rated; it is no evaluation.
  await platformHolds(rated, [LEFT]);
  await citizen.getByRole('button', { name: '满意', exact: true }).click();
  await expect(citizen.locator('h1')).toHaveText('收到您的评价，谢谢');
  await platformHolds(rated, [LEFT, GOOD]);
});

test('F24 the same service is not rated twice, and the window says so plainly', async () => {
  const { window } = stage;
  await window.bringToFront();
  await window.keyboard.press('Shift+F12');
  await expect(window.locator('.case-detail')).toContainText('这件这一次已经评价过，不再问');
  await window.screenshot({ path: '.out/pictures/rated-already.png' });
  await expect((await theCitizensPage()).locator('.cit-levels')).toHaveCount(0);
  expect(await evaluationsOf(rated)).toEqual([LEFT, GOOD]);
});

test('F24 a bad one leaves only with its reasons, which the window never shows', async () => {
  const { window } = stage;
  await window.keyboard.press('Escape');
  await window.locator('.case-detail .empty-say').waitFor();
  await window.keyboard.press('Escape');
  const receipt = await leftWithASlip();
  await scanSlip(receipt);
  const citizen = await askBySlip();
  await citizen.getByRole('button', { name: '不满意', exact: true }).click();
  const send = citizen.getByRole('button', { name: '提交' });
  await expect(send).toBeDisabled();
  await citizen.getByRole('button', { name: '等得太久' }).click();
  await citizen.getByRole('button', { name: '没说清楚' }).click();
  await send.click();
  await expect(citizen.locator('h1')).toHaveText('收到您的评价，谢谢');
  await platformHolds(receipt, [LEFT, BAD]);
  await window.bringToFront();
  await expect(window.locator('.case-detail')).toContainText('好差评');
  await expect(window.locator('body')).not.toContainText(/不满意|等得太久/);
});
