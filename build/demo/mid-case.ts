import type { Stage } from '../stage/stage.ts';
import {
  answerSituations,
  callNext,
  chooseItem,
  goToPapers,
  openFoundItem,
  placeCard,
  takePapers,
  takeTicket,
} from './hands.ts';

/** 企业设立登记, in rented premises: two papers are here, two are missing, and six citizens wait. */
export async function showMidCase(stage: Stage): Promise<void> {
  const { window } = stage;
  await takeTicket(window, { queue: 'E', priority: 'elderly' });
  for (const queue of ['P', 'A', 'H', 'E', 'P']) await takeTicket(window, { queue });
  await takeTicket(window, { queue: 'A', priority: 'pregnant' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'qysldj');
  await openFoundItem(window);
  await answerSituations(window, ['2']);
  await goToPapers(window);
  await takePapers(window, 2);
  await window.keyboard.press('ArrowDown');
}
