import { expect, test } from '@playwright/test';
import {
  accept,
  answerSituations,
  callNext,
  goToPapers,
  liftCard,
  markArrived,
  openFoundItem,
  placeCard,
  signIn,
  takePapers,
  takeTicket,
  chooseItem,
} from '../../build/demo/hands.ts';
import { objections } from '../support/axe-objections.ts';
import { ITEM_INITIALS, openStageUnsigned } from '../support/counter-stage.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openStageUnsigned>>;

test.beforeAll(async () => {
  stage = await openStageUnsigned();
});
test.afterAll(async () => stage.close());

test('axe objects to a picture without words (the control of this test)', async () => {
  await stage.display.evaluate(() => {
    const picture = document.createElement('img');
    picture.id = 'nameless';
    picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    document.body.append(picture);
  });
  expect(await objections(stage.display)).toContain('image-alt: #nameless');
  await stage.display.evaluate(() => document.querySelector('#nameless')?.remove());
});

test('nothing is objected to on the public display', async () => {
  expect.soft(await objections(stage.display)).toEqual([]);
});

test('nothing is objected to at sign-in', async () => {
  await stage.window.locator('.people [data-row]:focus').waitFor();
  expect.soft(await objections(stage.window)).toEqual([]);
});

test('nothing is objected to at the free window and while calling', async () => {
  const { window } = stage;
  await signIn(window);
  expect.soft(await objections(window)).toEqual([]);
  await takeTicket(window, { queue: 'A' });
  await takeTicket(window, { queue: 'P', priority: 'elderly' });
  await takeTicket(window, { queue: 'E' });
  expect.soft(await objections(window)).toEqual([]);
  await callNext(window);
  expect.soft(await objections(window)).toEqual([]);
  expect.soft(await objections(stage.display)).toEqual([]);
});

test('nothing is objected to on any step of a case', async () => {
  const { window } = stage;
  await markArrived(window);
  expect.soft(await objections(window)).toEqual([]);
  await placeCard(stage, 'resident.json');
  expect.soft(await objections(window)).toEqual([]);
  await chooseItem(window, ITEM_INITIALS);
  expect.soft(await objections(window)).toEqual([]);
  await openFoundItem(window);
  expect.soft(await objections(window)).toEqual([]);
  await answerSituations(window, ['2', '2']);
  await goToPapers(window);
  expect.soft(await objections(window)).toEqual([]);
  await window.keyboard.press('Alt+3');
  await window.locator('.step-body[data-step="situation"]').waitFor();
  await window.locator('[data-option]').first().focus();
  await answerSituations(window, ['1', '1']);
  await goToPapers(window);
  await takePapers(window);
  await accept(window);
  expect.soft(await objections(window)).toEqual([]);
});

test('nothing is objected to in a dialog, in the tray, on cases and sync', async () => {
  const { window } = stage;
  for (const [key, place] of [
    ['Control+k', 'dialog'],
    ['F6', 'dialog'],
    ['F7', 'dialog'],
    ['Control+j', '.tray'],
  ] as const) {
    await window.keyboard.press(key);
    await window.locator(place).waitFor();
    expect.soft(await objections(window), key).toEqual([]);
    await window.keyboard.press('Escape');
    await window.locator(place).waitFor({ state: 'detached' });
  }
  await window.keyboard.press('Alt+x');
  await window.locator('.cases-screen input:focus').waitFor();
  await window.keyboard.type('社会');
  await window.keyboard.press('Enter');
  await window.locator('.case-lines [data-row]').waitFor();
  expect.soft(await objections(window)).toEqual([]);
  await window.keyboard.press('Alt+c');
  await window.locator('.debt-list, .sync-screen').first().waitFor();
  expect.soft(await objections(window)).toEqual([]);
  await window.keyboard.press('Alt+z');
});

test('nothing is objected to under the lock', async () => {
  const { window } = stage;
  await liftCard(stage);
  await window.keyboard.press('Control+l');
  await window.locator('.cover').waitFor();
  expect.soft(await objections(window)).toEqual([]);
});
