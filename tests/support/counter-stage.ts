import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  answerSituations,
  callNext,
  chooseItem,
  goToPapers,
  openFoundItem,
  placeCard,
  signIn,
  takePapers,
  takeTicket,
} from '../../build/demo/hands.ts';
import { openStage, type Stage } from '../../build/stage/stage.ts';

/** The practice app with a clerk at work, in a home of its own that goes away with it. */
export async function openCounter(
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Stage & { readonly pictures: string }> {
  const stage = await openStageUnsigned(settings);
  await signIn(stage.window);
  return stage;
}

/** The same before anybody has signed in. */
export async function openStageUnsigned(
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Stage & { readonly pictures: string }> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-counter-'));
  const stage = await openStage(home, settings);
  stage.window.setDefaultTimeout(15_000);
  return {
    ...stage,
    pictures: home,
    close: async () => {
      await stage.close();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

/** 社会保障卡申领, found by its initials; two questions. */
export const ITEM_INITIALS = 'shbzksl';
export const ITEM_CODE = '1199010199000004114992014001000';

/** A citizen takes a number, is called, lays the card down, and the item is open at its questions. */
export async function bringToSituations(stage: Stage, card = 'resident.json'): Promise<void> {
  const { window } = stage;
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await placeCard(stage, card);
  await chooseItem(window, ITEM_INITIALS);
  await openFoundItem(window);
}

/** The same, up to the papers: nothing is missing and F9 accepts. */
export async function bringToPapers(stage: Stage, card = 'resident.json'): Promise<void> {
  const { window } = stage;
  await bringToSituations(stage, card);
  await answerSituations(window, ['1', '1']);
  await goToPapers(window);
  await takePapers(window);
}

/** 企业设立登记 up to its papers, all of them missing; the first has the focus. */
export async function bringToMissingPaper(stage: Stage): Promise<void> {
  const { window } = stage;
  await takeTicket(window, { queue: 'E' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'qysldj');
  await openFoundItem(window);
  await answerSituations(window, ['2']);
  await goToPapers(window);
}
