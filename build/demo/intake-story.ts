import path from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Stage } from '../stage/stage.ts';
import type { Acts } from './acts.ts';
import { ask, until } from './asking.ts';
import { acceptBundle, answerBundle, giveResult, openFoundBundle, takePool } from './bundle-hands.ts';
import { caseInHand, receiptNumberInHand, savePdf } from './case-in-hand.ts';
import { fillForm } from './form-hands.ts';
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
  typePhone,
} from './hands.ts';

/** 食品经营许可: its fourth paper may come later. */
const FOOD_PERMIT = 'spjyxk';
/** 企业设立登记 in rented premises: four papers. */
const COMPANY = 'qysldj';

/** 新生儿出生一件事; its third step is 出生登记, which gives the child its number. */
const NEWBORN = 'xsecs';
const REGISTRATION = 3;
const CHILD_NUMBER = '99010120261005015X';

/** 容缺受理: a minor paper is promised for a day, the case is accepted, and the letter of commitment is printed. */
export async function promisePaper(stage: Stage, acts: Acts, out: string): Promise<void> {
  const { window } = stage;
  await acts.act('paper-promised', async () => {
    await bringToPapers(stage, 'resident.json', FOOD_PERMIT);
    await takePapers(window, 3);
    await window.keyboard.press('ArrowDown');
    await window.locator('.paper-row[data-state="missing"]:focus').waitFor();
    await window.keyboard.press('7');
    await window.locator('.paper-row[data-state="later"]').waitFor();
  });
  await acts.act('accepted-tolerant', async () => {
    await accept(window);
    await expectState(window, 'accepted-tolerant');
    await savePdf(window, 'tolerance', path.join(out, 'tolerance.pdf'));
  });
  await acts.act('tolerant-finished', () => leave(stage));
}

/** 一次性告知: everything that is missing is told once; the citizen comes back with it and the case goes on. */
export async function correctAndComeBack(stage: Stage, acts: Acts, out: string): Promise<void> {
  const { window } = stage;
  let receipt = '';
  await acts.act('corrected', async () => {
    await bringToPapers(stage, 'resident-second.json', COMPANY);
    await window.keyboard.press('F10');
    await window.locator('dialog .correction').waitFor();
    await window.keyboard.press('Enter');
    await window.locator('.step-body[data-step="result"]').waitFor();
    await expectState(window, 'awaiting-correction');
    receipt = await receiptNumberInHand(window);
    await savePdf(window, 'correction', path.join(out, 'correction.pdf'));
  });
  await acts.act('sent-home-once', () => leave(stage));
  await acts.act('taken-up-again', async () => {
    await takeTicket(window, { queue: 'E' });
    await callNext(window);
    await placeCard(stage, 'resident-second.json');
    await stage.tray({ do: 'scan', text: receipt });
    await window.locator('.case-detail').getByText(receipt).first().waitFor();
    await window.keyboard.press('Control+t');
    await window.locator('dialog .causes [data-row]:focus').waitFor();
    await window.keyboard.press('Enter');
    await window.locator('.case-head').getByText(receipt).first().waitFor();
  });
  await acts.act('corrections-in', async () => {
    await window.keyboard.press('Alt+4');
    await window.locator('.paper-row:focus').waitFor();
    await takePapers(window);
    await furtherAct(window, '补齐，再次收件');
    await until('all corrections are in', async () => (await caseInHand(window)).state === 'received-again');
  });
  await acts.act('accepted-again', async () => {
    await window.keyboard.press('Alt+4');
    await accept(window);
    await expectState(window, 'accepted');
  });
  await acts.act('corrected-finished', () => leave(stage));
}

/** 新生儿出生一件事: one form, one pool of papers, one act; the number the police gives releases what waited for it. */
export async function serveNewborn(stage: Stage, acts: Acts): Promise<void> {
  const { window } = stage;
  await acts.act('bundle-opened', async () => {
    await takeTicket(window, { queue: 'P' });
    await callNext(window);
    await placeCard(stage, 'resident.json');
    await typePhone(window);
    await chooseItem(window, NEWBORN);
    await openFoundBundle(window, true);
  });
  await acts.act('bundle-asked-once', async () => {
    await answerBundle(window, '1');
    await fillForm(window);
    await window.keyboard.press('Enter');
    await takePool(window);
  });
  await acts.act('bundle-accepted', async () => {
    await acceptBundle(window);
    await until('two cases wait', async () => (await waiting(window)) === 2);
  });
  await acts.act('bundle-released', async () => {
    await giveResult(window, REGISTRATION, CHILD_NUMBER);
    await acceptBundle(window);
    await until('nothing waits', async () => (await waiting(window)) === 0);
  });
  await acts.act('bundle-finished', async () => {
    await window.locator('.queue .keys .key:not(.off)', { hasText: '办结' }).waitFor();
    await leave(stage);
  });
}

const Cases = z.object({ cases: z.array(z.object({ state: z.string() })) });

/** Cases of the visit that wait for the result of another. */
async function waiting(window: Page): Promise<number> {
  const { cases } = Cases.parse(await ask(window, 'intake.visit', {}));
  return cases.filter(({ state }) => state === 'blocked').length;
}

async function bringToPapers(stage: Stage, card: string, initials: string): Promise<void> {
  const { window } = stage;
  await takeTicket(window, { queue: 'E' });
  await callNext(window);
  await placeCard(stage, card);
  await chooseItem(window, initials);
  await openFoundItem(window);
  const questions = await window.locator('[data-question]').count();
  await answerSituations(
    window,
    Array.from({ length: questions }, () => '2'),
  );
  await goToPapers(window);
}

/** Ctrl+M, the digit of the act, Enter. */
async function furtherAct(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+m');
  const dialog = window.locator('dialog');
  await dialog.locator('.further-act').first().waitFor();
  const acts = await dialog.locator('.further-act b').allInnerTexts();
  const digit = acts.indexOf(name) + 1;
  if (digit === 0) throw new Error(`${name} is not offered, but ${acts.join(', ')}`);
  await window.keyboard.press(String(digit));
  await window.keyboard.press('Enter');
  await dialog.locator('.act-form').waitFor();
  await window.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

async function expectState(window: Page, wanted: string): Promise<void> {
  const { state } = await caseInHand(window);
  if (state !== wanted) throw new Error(`the case is ${state}, not ${wanted}`);
}

async function leave(stage: Stage): Promise<void> {
  await liftCard(stage);
  await finish(stage.window);
}
