import { z } from 'zod';
import type { Stage } from '../stage/stage.ts';
import type { Acts } from './acts.ts';
import { ask, until } from './asking.ts';
import { acceptBundle, answerBundle, giveResult, openFoundBundle, takePool } from './bundle-hands.ts';
import { caseInHand, visitInHand } from './case-in-hand.ts';
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
} from './hands.ts';

/** 企业设立登记, in rented premises. */
const COMPANY = ['qysldj', ['2']] as const;
/** 食品经营许可, with a kitchen: its third paper may come later (容缺). */
const FOOD = ['spjyxk', ['2']] as const;
const PHONE = '13800001234';
/** A made-up child. The number carries its check character. */
const CHILD = '99010120261005015X';

/** 容缺受理: one paper that may come later is promised for a day, and the case is accepted today. */
export async function serveTolerance(stage: Stage, acts: Acts): Promise<void> {
  const { window } = stage;
  await acts.act('tolerance-papers', async () => {
    await bringToPapers(stage, FOOD);
    await takePapers(window, 2);
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('7');
    await window.locator('.paper-row[data-state="later"]').waitFor();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('1');
    await window.locator('.act-bar .btn.primary:not(.off)', { hasText: '容缺' }).waitFor();
  });
  await acts.act('accepted-with-tolerance', async () => {
    await accept(window);
    if ((await caseInHand(window)).state !== 'accepted-tolerant')
      throw new Error('it was accepted otherwise');
    await liftCard(stage);
    await finish(window);
  });
}

/** 一次性告知: the list is handed out, the paper is brought back, and the case is received again and accepted. */
export async function serveCorrection(stage: Stage, acts: Acts): Promise<void> {
  const { window } = stage;
  await acts.act('told-once', async () => {
    await bringToPapers(stage, COMPANY);
    await takePapers(window, 2);
    await window.keyboard.press('F10');
    await window.locator('dialog .correction').waitFor();
    await window.keyboard.press('Enter');
    await window.locator('.step-body[data-step="result"]').waitFor();
  });
  await acts.act('papers-brought-back', async () => {
    await window.keyboard.press('Alt+4');
    await window.locator('.paper-row').first().waitFor();
    await takePapers(window);
    await window.keyboard.press('Control+m');
    const act = window.locator('dialog .further-act').filter({ hasText: '补' }).first();
    await act.waitFor();
    await act.press('Enter');
    await window.locator('dialog .btn.primary:focus').waitFor();
    await window.keyboard.press('Enter');
    await until('all corrections are in', async () => (await caseInHand(window)).state === 'received-again');
    await window.locator('dialog').waitFor({ state: 'detached' });
  });
  await acts.act('accepted-after-correction', async () => {
    await window.keyboard.press('F9');
    await until('it is accepted', async () => (await caseInHand(window)).state === 'accepted');
    await liftCard(stage);
    await finish(window);
  });
}

const Cases = z.object({ cases: z.array(z.object({ state: z.string() })) });

/** 新生儿出生一件事: five cases from one form and one pool; two wait for the child's number and then go on. */
export async function serveBirth(stage: Stage, acts: Acts): Promise<void> {
  const { window } = stage;
  const cases = async () => Cases.parse(await ask(window, 'intake.visit', {})).cases;
  await acts.act('birth-found', async () => {
    await takeTicket(window, { queue: 'P' });
    await callNext(window);
    await placeCard(stage, 'resident.json');
    await typePhone(stage);
    await chooseItem(window, 'xsecs');
    await openFoundBundle(window, true);
  });
  await acts.act('birth-once', async () => {
    await answerBundle(window, '1');
    await fillForm(window);
    await window.keyboard.press('Enter');
    await takePool(window);
  });
  await acts.act('birth-accepted', async () => {
    await acceptBundle(window);
    const waiting = (await cases()).filter(({ state }) => state === 'blocked');
    if (waiting.length !== 2) throw new Error(`${waiting.length} cases wait for the number`);
  });
  await acts.act('birth-number-there', async () => {
    await giveResult(window, 3, CHILD);
    await acceptBundle(window);
    if ((await cases()).some(({ state }) => state === 'blocked')) throw new Error('a case still waits');
  });
  await acts.act('birth-finished', async () => {
    await liftCard(stage);
    await window.locator('.queue .keys .key:not(.off)', { hasText: '办结' }).waitFor();
    await finish(window);
  });
}

async function bringToPapers(
  stage: Stage,
  [typed, answers]: readonly [string, readonly string[]],
): Promise<void> {
  const { window } = stage;
  await takeTicket(window, { queue: 'E' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, typed);
  await openFoundItem(window);
  await answerSituations(window, answers);
  await goToPapers(window);
}

async function typePhone({ window }: Stage): Promise<void> {
  await window.keyboard.press('Alt+1');
  await window.locator('.identity-step').getByLabel('手机').focus();
  await window.keyboard.type(PHONE);
  await until('the phone is kept', async () => {
    const { applicant } = await visitInHand(window);
    return applicant?.filled.includes('phone') ?? false;
  });
}
