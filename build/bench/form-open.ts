import type { Page } from '@playwright/test';
import { z } from 'zod';
import { ask } from '../demo/asking.ts';
import { visitInHand } from '../demo/case-in-hand.ts';
import { callNext, chooseItem, openFoundItem, placeCard, signIn, takeTicket } from '../demo/hands.ts';
import { openStage } from '../stage/stage.ts';
import { type Figure, figure, inMs, median } from './figure.ts';

/** 出生医学证明, 预防接种证, 出生登记, 居民医保参保, 生育医疗费用报销; 社会保障卡 is opened on the sheet. */
const NEWBORN = [
  '1199010199000003364990723001000',
  '1199010199000003364992023001000',
  '11990101990000025B4990709001000',
  '1199010199000005XQ4992048001000',
  '1199010199000005XQ4992048002000',
] as const;
const OPENINGS = 12;
const KEYS = 40;
const FIELDS = 60;
const OPEN_WITHIN_MS = 150;
/** One frame at 60 pictures a second. */
const PAINT_WITHIN_MS = 16;

/**
 * The form of all cases of 出生一件事 in one: from the key that opens it until all its fields are painted, the desk's
 * reading counted. The slowest opening counts: the first, before anything of it was drawn, is among them.
 */
export async function formOpen(home: string): Promise<Figure> {
  return withWideForm(home, async (window) => {
    const openMs: number[] = [];
    for (let at = 0; at < OPENINGS; at += 1) {
      openMs.push(await keyToFields(window, FIELDS));
      await keyToFields(window, 1);
    }
    const fields = await window.locator('.form-body [data-field]').count();
    return figure(
      'form-open',
      Math.max(...openMs) / OPEN_WITHIN_MS,
      { goal: 1, better: 'lower' },
      `more than ${FIELDS} fields painted ${inMs(Math.max(...openMs))} after the key (median ${inMs(median(openMs))}), ` +
        `goal ${OPEN_WITHIN_MS} ms; the form of one case has ${fields}`,
    );
  });
}

/** Typing in the same form: what one keystroke keeps the window busy until its picture is drawn, against a bare field. */
export async function keystroke(home: string): Promise<Figure> {
  return withWideForm(home, async (window) => {
    await keyToFields(window, FIELDS);
    await window.locator('.form-body input[data-field]:not([readonly])').first().focus();
    const ours = await typed(window);
    await window.evaluate(() => {
      const bare = document.createElement('input');
      document.body.append(bare);
      bare.focus();
    });
    const bare = await typed(window);
    return figure(
      'keystroke',
      median(ours) / PAINT_WITHIN_MS,
      { goal: 1, better: 'lower' },
      `a keystroke is painted after ${inMs(median(ours))} of work (slowest ${inMs(Math.max(...ours))}), goal ` +
        `${PAINT_WITHIN_MS} ms; in a bare field ${inMs(median(bare))}`,
    );
  });
}

/** A visit with every case of 出生一件事, the form of one of them on the screen. */
async function withWideForm(home: string, measure: (window: Page) => Promise<Figure>): Promise<Figure> {
  const stage = await openStage(home);
  try {
    const { window } = stage;
    await signIn(window);
    await takeTicket(window, { queue: 'P' });
    await callNext(window);
    await placeCard(stage, 'resident.json');
    const visitId = (await visitInHand(window)).id;
    for (const itemCode of NEWBORN) await ask(window, 'intake.open', { visitId, itemCode });
    await chooseItem(window, 'shbzksl');
    await openFoundItem(window);
    await window.keyboard.press('Alt+6');
    await window.locator('.form-body [data-field]').first().waitFor();
    return await measure(window);
  } finally {
    await stage.close();
  }
}

/** Alt+K: milliseconds from the key until at least, or at most, so many fields are painted. */
async function keyToFields(window: Page, atLeast: number): Promise<number> {
  await window.evaluate(watchFields, atLeast);
  await window.keyboard.press('Alt+K');
  return z.number().parse(await window.evaluate(() => Reflect.get(globalThis, 'fieldsPainted')));
}

/** Runs in the page. Going back to one case is over when the many fields are gone. */
function watchFields(atLeast: number): void {
  const painted = new Promise<number>((seen, failed) => {
    let fromMs = Number.NaN;
    setTimeout(() => failed(new Error(`${atLeast} fields were not seen within 15 s`)), 15_000);
    window.addEventListener('keydown', () => (fromMs = performance.now()), { capture: true, once: true });
    const look = (): void => {
      const count = document.querySelectorAll('.form-body [data-field]').length;
      const isThere = atLeast > 1 ? count >= atLeast : count > 0 && count < 60;
      if (Number.isNaN(fromMs) || !isThere) requestAnimationFrame(look);
      else requestAnimationFrame(() => seen(performance.now() - fromMs));
    };
    look();
  });
  Reflect.set(globalThis, 'fieldsPainted', painted);
}

/** Types into the focused field, and tells for each key how long the window worked on it. */
async function typed(window: Page): Promise<number[]> {
  await window.evaluate(watchWork);
  for (let at = 0; at < KEYS; at += 1) {
    await window.keyboard.press('a');
    await window.waitForTimeout(40);
  }
  const workMs = z.array(z.number()).parse(await window.evaluate(() => Reflect.get(globalThis, 'workMs')));
  if (workMs.length < KEYS) throw new Error(`only ${workMs.length} of ${KEYS} keys were painted`);
  return workMs.slice(-KEYS);
}

/**
 * Runs in the page. Work is what lies between the key and the end of its handlers, and between the start of the next
 * frame and the end of its painting; waiting for the screen's next frame is nobody's work.
 */
function watchWork(): void {
  const workMs: number[] = [];
  Reflect.set(globalThis, 'workMs', workMs);
  const watch = (): void => {
    const fromMs = performance.now();
    let handledMs = Number.NaN;
    afterThis(() => (handledMs = performance.now() - fromMs));
    requestAnimationFrame(() => {
      const frameMs = performance.now();
      afterThis(() => workMs.push((Number.isNaN(handledMs) ? 0 : handledMs) + performance.now() - frameMs));
    });
  };
  /** Runs when what the window is doing now is done: after the handlers of a key, after the painting of a frame. */
  function afterThis(run: () => void): void {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', run, { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  }
  window.addEventListener('keydown', watch, { capture: true });
}
