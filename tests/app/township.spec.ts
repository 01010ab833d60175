import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { ask, until } from '../../build/demo/asking.ts';
import { caseInHand, receiptNumberInHand } from '../../build/demo/case-in-hand.ts';
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
import { standingOnPlatform } from '../../build/demo/on-platform.ts';
import { NoticeContent } from '#contract/shapes/notice.ts';
import { ITEM_INITIALS, openCounter } from '../support/counter-stage.ts';
import { layoutFaults } from '../support/page-layout.ts';

test.describe.configure({ mode: 'serial' });

/** A township's service point at the end of a slow line that breaks, by keys alone. */

const SEAL = '示范县人力资源和社会保障局业务专用章（城关镇）';
const RAIL = ['.rail'];
const Looked = z.object({ content: NoticeContent });

let stage: Awaited<ReturnType<typeof openCounter>>;
let receipt = '';

test.beforeAll(async () => {
  stage = await openCounter({
    level: '5',
    region: '990101005',
    delegatedSeals: [{ department: 'rs', kind: 'entrusted', seal: SEAL, basis: '示人社委〔2026〕3号' }],
  });
  await faults([
    { match: { every: 3 }, fault: { kind: 'reset' } },
    { match: { every: 2 }, fault: { kind: 'slow', ms: 900 } },
    { match: {}, fault: { kind: 'trickle', ms: 4 } },
  ]);
});
test.afterAll(async () => stage.close());

async function faults(rules: unknown[]): Promise<void> {
  const reply = await fetch(`${stage.provinceUrl}/_faults`, {
    method: 'PUT',
    body: JSON.stringify({ seed: 41, rules }),
  });
  expect(reply.ok).toBe(true);
}

test('F41 fewer items: what the township accepts itself is found first, what it passes on says so', async () => {
  const { window } = stage;
  await takeTicket(window, { queue: 'A' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'spjyxk');
  await expect(window.locator('.item-search .hit.on')).toContainText('代收转办');
  await window.locator('.item-search input').fill('');
  await chooseItem(window, ITEM_INITIALS);
  await expect(window.locator('.item-search .hit.on')).not.toContainText('代收转办');
  await openFoundItem(window);
  await answerSituations(window, ['1', '1']);
  await window.keyboard.press('Alt+2');
  await expect(window.locator('.crossing-facts')).toContainText(SEAL);
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/township-item.png' });
});

test('F41 the county’s expert is asked in the case, and the answer comes back over the slow line', async () => {
  const { window } = stage;
  await goToPapers(window);
  await takePapers(window);
  await window.keyboard.press('Control+m');
  await window.locator('dialog .further-acts').waitFor();
  await window.keyboard.press('Shift+F1');
  await window.locator('.dialog-form input:focus').waitFor();
  await window.keyboard.type('居住证办理中，能否先受理');
  await window.keyboard.press('Enter');
  await expect(window.locator('dialog .said-list li')).toContainText('居住证办理中');
  expect.soft(await layoutFaults(window, RAIL)).toEqual([]);
  await window.screenshot({ path: '.out/pictures/expert.png' });
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  const line = window.locator('.expert-line');
  await expect(line).toContainText('已问专家');
  await expect(line).toContainText('专家答复：可以受理', { timeout: 60_000 });
  await window.screenshot({ path: '.out/pictures/expert-answered.png' });
});

test('F41 offline first: what is delegated is accepted while the line is cut, in the department’s name', async () => {
  const { window } = stage;
  await stage.tray({ do: 'line', up: false });
  await accept(window);
  receipt = await receiptNumberInHand(window);
  await expect(window.locator('.cut-bar')).toBeVisible();
  const { notices } = await caseInHand(window);
  const papers = await Promise.all(
    notices.map(async ({ id }) => Looked.parse(await ask(window, 'notices.look', { noticeId: id })).content),
  );
  expect(Object.fromEntries(papers.map(({ kind, sealPlace }) => [kind, sealPlace]))).toEqual({
    acceptance: SEAL,
    'receipt-slip': null,
  });
  for (const { foot, paragraphs } of papers) {
    expect([...foot, ...paragraphs].join()).toContain(`使用“${SEAL}”`);
  }
  await window.screenshot({ path: '.out/pictures/township-accepted.png' });
  await liftCard(stage);
  await finish(window);
});

test('F41 with the slow line back the case is on the platform, once', async () => {
  const { window } = stage;
  await stage.tray({ do: 'line', up: true });
  await window.keyboard.press('Control+r');
  await until('the platform has it', async () => {
    const standing = await standingOnPlatform(stage.provinceUrl, receipt);
    expect(standing).not.toBe('wrong');
    return standing === 'once';
  });
});
