import path from 'node:path';
import { z } from 'zod';
import type { Stage } from '../stage/stage.ts';
import type { Acts } from './acts.ts';
import { ask, until } from './asking.ts';
import { caseInHand, receiptNumberInHand, savePdf, visitInHand } from './case-in-hand.ts';
import {
  accept,
  answerSituations,
  callNext,
  chooseItem,
  finish,
  goToPapers,
  liftCard,
  markArrived,
  openFoundItem,
  PHONE,
  placeCard,
  signIn,
  takePapers,
  takeTicket,
} from './hands.ts';
import { correctAndComeBack, promisePaper, serveNewborn } from './intake-story.ts';
import { showMidCase } from './mid-case.ts';
import { standingOnPlatform } from './on-platform.ts';

/** The catalogue's 社会保障卡申领, by the initials of its name: for oneself, with a photograph on file. */
const ITEM_INITIALS = 'shbzksl';
const FOR_ONESELF = ['1', '1'] as const;
/** Bytes: the name has come, the photo has not. */
const HALF_A_CARD = 700;

/** Everything the demo shows, in the order of a morning. Returns what was accepted, by receipt number. */
export async function tellStory(stage: Stage, acts: Acts, out: string): Promise<void> {
  const { window } = stage;
  const receipts: string[] = [];
  await acts.chapter(
    async () => {},
    async () => {
      await acts.act('signed-in', () => signIn(window));
      await acts.act('two-tickets', async () => {
        await takeTicket(window, { queue: 'A' });
        await takeTicket(window, { queue: 'P' });
      });
      await serveFirst(stage, acts, out, receipts);
    },
  );
  await acts.chapter(
    () => freeWindow(stage),
    () => serveOffline(stage, acts, receipts),
  );
  await acts.chapter(
    async () => {
      await freeWindow(stage);
      await takeTicket(window, { queue: 'A' });
    },
    () => loseReader(stage, acts),
  );
  await acts.chapter(
    async () => {
      if ((await window.locator('.step-body[data-step="identity"]').count()) === 0) await beginTyped(stage);
    },
    () => loseDesk(stage, acts),
  );
  for (const serve of [promisePaper, correctAndComeBack, serveNewborn])
    await acts.chapter(
      () => freeWindow(stage),
      () => serve(stage, acts, out),
    );
  await acts.chapter(
    () => freeWindow(stage),
    () => acts.act('mid-case', () => showMidCase(stage)),
  );
}

async function serveFirst(stage: Stage, acts: Acts, out: string, receipts: string[]): Promise<void> {
  const { window, display } = stage;
  await acts.act('called', async () => void (await callNext(window)), { display });
  await acts.act('card-read', async () => {
    await stage.tray({ do: 'place-card', file: 'resident.json' });
    await window.locator('.card-place:is([data-look="once"], [data-look="proved"])').waitFor();
  });
  await acts.act('card-confirmed', () => window.locator('.card-place[data-look="proved"]').waitFor());
  await acts.act('item-by-initials', () => chooseItem(window, ITEM_INITIALS));
  await acts.act('situations', async () => {
    await openFoundItem(window);
    await answerSituations(window, FOR_ONESELF);
  });
  await acts.act('papers', async () => {
    await goToPapers(window);
    await takePapers(window);
  });
  await acts.act('accepted', async () => {
    await accept(window);
    receipts.push(await receiptNumberInHand(window));
  });
  await acts.act('receipt-pressed', async () => {
    await savePdf(window, 'receipt-slip', path.join(out, 'receipt.pdf'));
    await savePdf(window, 'acceptance', path.join(out, 'acceptance.pdf'));
  });
  await acts.act('on-the-platform', async () => {
    await until('the case is settled', async () => (await caseInHand(window)).sync === 'done');
    await expectOnPlatform(stage, receipts);
    await window.locator('.chain [data-state="owed"]').waitFor({ state: 'detached' });
  });
  await acts.act('finished', async () => {
    await liftCard(stage);
    await finish(window);
  });
}

async function serveOffline(stage: Stage, acts: Acts, receipts: string[]): Promise<void> {
  const { window } = stage;
  await acts.act('line-cut', async () => {
    await stage.tray({ do: 'line', up: false });
    await window.keyboard.press('Control+r');
    await until('the window knows', async () => (await lineOf(stage)) === 'away');
  });
  await acts.act('second-citizen', async () => {
    await callNext(window);
    await placeCard(stage, 'resident-second.json');
    await chooseItem(window, ITEM_INITIALS);
    await openFoundItem(window);
    await answerSituations(window, FOR_ONESELF);
    await goToPapers(window);
    await takePapers(window);
  });
  await acts.act('accepted-offline', async () => {
    await accept(window);
    receipts.push(await receiptNumberInHand(window));
    const { acceptedOffline, sync } = await caseInHand(window);
    if (!acceptedOffline || sync === 'done') throw new Error(`accepted offline: ${acceptedOffline}, ${sync}`);
    await window.locator('.cut-bar').waitFor();
  });
  await acts.act('line-back', async () => {
    await stage.tray({ do: 'line', up: true });
    await window.keyboard.press('Control+r');
    await until('the case is settled', async () => (await caseInHand(window)).sync === 'done');
    await expectOnPlatform(stage, receipts);
    await window.locator('.cut-bar').waitFor({ state: 'detached' });
  });
  await acts.act('second-finished', async () => {
    await liftCard(stage);
    await finish(window);
  });
}

async function loseReader(stage: Stage, acts: Acts): Promise<void> {
  const { window } = stage;
  await acts.act('reader-unplugged', async () => {
    await callNext(window);
    await markArrived(window);
    await stage.tray({ do: 'plug', device: 'id-card-reader', in: false, afterBytes: HALF_A_CARD });
    await stage.tray({ do: 'place-card', file: 'resident-long-term.json' });
    await until('the reader is away', async () => (await readerOf(stage)) === 'unplugged');
    const { applicant } = await visitInHand(window);
    if (applicant && applicant.filled.length > 0) throw new Error('half a card filled the form');
  });
  await acts.act('reader-back', async () => {
    await stage.tray({ do: 'lift-card' });
    await stage.tray({ do: 'plug', device: 'id-card-reader', in: true });
    await until('the reader is ready', async () => (await readerOf(stage)) === 'ready');
  });
  await acts.act('next-card-read', () => placeCard(stage, 'resident-long-term.json'));
}

async function loseDesk(stage: Stage, acts: Acts): Promise<void> {
  const { window } = stage;
  const phone = window.locator('.party-form input:not([readonly])').first();
  await acts.act('typing', async () => {
    await window.keyboard.press('Alt+1');
    await window.locator('.step-body[data-step="identity"] [data-focus-first]:focus').waitFor();
    while (!(await phone.evaluate((one) => one === document.activeElement)))
      await window.keyboard.press('Shift+Tab');
    await window.keyboard.type(PHONE);
  });
  await acts.act('desk-killed', async () => {
    await stage.killDesk();
    await window.locator('.banner').waitFor();
  });
  await acts.act('draft-back', async () => {
    await window.locator('.banner.good').waitFor();
    await until('the desk holds what was typed', async () => {
      const { applicant } = await visitInHand(window);
      return applicant?.filled.includes('phone') ?? false;
    });
    const visitId = (await visitInHand(window)).id;
    const seen = z.object({ value: z.string() }).parse(
      await ask(window, 'identity.reveal', {
        visitId,
        role: 'applicant',
        field: 'phone',
        purpose: 'compare-with-paper',
      }),
    );
    if (seen.value !== PHONE) throw new Error('the desk holds another number than was typed');
    await window.locator('.queue .ticket.in-hand').waitFor();
  });
  await acts.act('going-on', async () => {
    await window.keyboard.press('Escape');
    await window.locator('.banner').waitFor({ state: 'detached' });
  });
}

/** Where the chapter before did not get to: a citizen at the window, nothing read. */
async function beginTyped(stage: Stage): Promise<void> {
  await freeWindow(stage);
  await takeTicket(stage.window, { queue: 'A' });
  await callNext(stage.window);
  await markArrived(stage.window);
}

/** After an act that failed the next citizen still gets a free window with the line and the reader as they should be. */
async function freeWindow(stage: Stage): Promise<void> {
  const { window } = stage;
  await stage.tray({ do: 'lift-card' });
  await stage.tray({ do: 'line', up: true });
  await stage.tray({ do: 'plug', device: 'id-card-reader', in: true });
  await until('the reader is ready', async () => (await readerOf(stage)) === 'ready');
  if ((await window.locator('.queue .ticket.in-hand').count()) === 0) return;
  const visit = z
    .object({ cases: z.array(z.object({ id: z.string(), state: z.string() })) })
    .nullable()
    .parse(await ask(window, 'intake.visit', {}));
  for (const { id, state } of visit?.cases ?? [])
    if (state === 'draft') await ask(window, 'intake.discard', { caseId: id });
  await ask(window, visit ? 'queue.finish' : 'queue.arrive', {});
  if (!visit) await ask(window, 'queue.finish', {});
  await window.locator('.queue .ticket.in-hand').waitFor({ state: 'detached' });
}

async function expectOnPlatform(stage: Stage, receipts: readonly string[]): Promise<void> {
  for (const receipt of receipts) {
    const standing = await standingOnPlatform(stage.provinceUrl, receipt);
    if (standing !== 'once') throw new Error(`the platform holds a case ${standing}`);
  }
}

const Status = z.object({
  devices: z.array(z.object({ kind: z.string(), state: z.string() })),
  province: z.object({ line: z.string() }),
});

async function lineOf(stage: Stage): Promise<string> {
  return Status.parse(await ask(stage.window, 'desk.status', {})).province.line;
}

async function readerOf(stage: Stage): Promise<string> {
  const { devices } = Status.parse(await ask(stage.window, 'desk.status', {}));
  return devices.find(({ kind }) => kind === 'id-card-reader')?.state ?? 'absent';
}
