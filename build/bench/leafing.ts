import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  answerSituations,
  callNext,
  chooseItem,
  goToPapers,
  openFoundItem,
  placeCard,
  signIn,
  takeTicket,
} from '../demo/hands.ts';
import { openStage } from '../stage/stage.ts';
import { type Figure, figure, inMs, median } from './figure.ts';

const PAGES = 50;
const WIDTH_PX = 2592;
const HEIGHT_PX = 1944;
const LEAVES = 24;
const UPLOAD_WITHIN_MS = 180_000;

/**
 * Fifty pages of five million dots on one paper: from the key until the next page is painted beside the form, against
 * the same bytes decoded and drawn in the same window with nothing around them.
 */
export async function leafing(home: string): Promise<Figure> {
  const stage = await openStage(home);
  try {
    const { window } = stage;
    await bringToPapers(stage);
    const files = await makePhotos(window, path.join(home, 'photos'));
    const sentFrom = performance.now();
    await window.locator('[data-picker]').setInputFiles(files);
    await window
      .locator('.thumb')
      .nth(PAGES - 1)
      .waitFor({ timeout: UPLOAD_WITHIN_MS });
    const uploadMs = performance.now() - sentFrom;
    const openMs = await openPapers(window);

    await window.keyboard.press('Alt+V');
    await window.locator('.page-cut img').waitFor();
    const leafMs: number[] = [];
    const aloneMs: number[] = [];
    for (let leaf = 0; leaf < LEAVES; leaf += 1) {
      leafMs.push(await leafOnce(window));
      aloneMs.push(await drawnAlone(window));
    }
    return figure(
      'leafing',
      median(leafMs) / median(aloneMs),
      { goal: 1.5, better: 'lower' },
      `next page painted after ${inMs(median(leafMs))} (slowest ${inMs(Math.max(...leafMs))}), decoded and drawn alone ` +
        `${inMs(median(aloneMs))}; its small pictures after ${inMs(openMs)}; ${PAGES} pages kept in ${inMs(uploadMs)}`,
    );
  } finally {
    await stage.close();
  }
}

async function bringToPapers(stage: Awaited<ReturnType<typeof openStage>>): Promise<void> {
  const { window } = stage;
  await signIn(window);
  await takeTicket(window, { queue: 'E' });
  await callNext(window);
  await placeCard(stage, 'resident.json');
  await chooseItem(window, 'qysldj');
  await openFoundItem(window);
  await answerSituations(window, ['2']);
  await goToPapers(window);
}

/** Photos that differ in every dot, so that none is known already. Made in the window: it has an encoder. */
async function makePhotos(window: Page, folder: string): Promise<string[]> {
  fs.mkdirSync(folder);
  const files: string[] = [];
  for (let no = 1; no <= PAGES; no += 1) {
    const base64 = await window.evaluate(photo, { no, width: WIDTH_PX, height: HEIGHT_PX });
    const file = path.join(folder, `${no}.jpg`);
    fs.writeFileSync(file, Buffer.from(base64, 'base64'));
    files.push(file);
  }
  return files;
}

/** Runs in the page. */
function photo({ no, width, height }: { no: number; width: number; height: number }): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('no canvas');
  const dots = paper.createImageData(width, 240);
  for (let at = 0; at < dots.data.length; at += 4) {
    const grey = 200 + (((at * (no + 7) * 2_654_435_761) % 5_557) % 56);
    dots.data.set([grey, grey - 6, grey - 12, 255], at);
  }
  for (let top = 0; top < height; top += 240) paper.putImageData(dots, 0, top);
  paper.fillStyle = '#223';
  paper.font = '44px sans-serif';
  for (let top = 120; top < height; top += 70) paper.fillText(`第 ${no} 页 ${top} `.repeat(12), 60, top);
  return canvas.toDataURL('image/jpeg', 0.85).split(',')[1] ?? '';
}

/** Milliseconds from the key that turns to the paper until its small pictures are painted. */
async function openPapers(window: Page): Promise<number> {
  await window.keyboard.press('Alt+1');
  await window.locator('.step-body[data-step="identity"]').waitFor();
  await window.keyboard.press('Alt+4');
  await window.locator('.paper-row:focus').waitFor();
  return keyToPicture(window, 'ArrowUp', '.thumb img');
}

/** Alt+PgDn: milliseconds from the key until another picture is painted. */
async function leafOnce(window: Page): Promise<number> {
  const before = await window.locator('.page-cut img').getAttribute('src');
  return keyToPicture(window, 'Alt+PageDown', `.page-cut img:not([src="${before}"])`);
}

async function keyToPicture(window: Page, key: string, selector: string): Promise<number> {
  await window.evaluate(watchFor, selector);
  await window.keyboard.press(key);
  const tookMs = await window.evaluate(() => Reflect.get(globalThis, 'picturePainted'));
  if (typeof tookMs !== 'number') throw new Error(`${selector} was not seen`);
  return tookMs;
}

/** Runs in the page: from the next key down until what is named has a picture and a frame with it was drawn. */
function watchFor(selector: string): void {
  const painted = new Promise<number>((seen, failed) => {
    let fromMs = Number.NaN;
    setTimeout(() => failed(new Error(`${selector} was not seen within 15 s`)), 15_000);
    window.addEventListener('keydown', () => (fromMs = performance.now()), { capture: true, once: true });
    const look = (): void => {
      const image = document.querySelector<HTMLImageElement>(selector);
      if (Number.isNaN(fromMs) || !image?.complete || image.naturalWidth === 0) {
        requestAnimationFrame(look);
        return;
      }
      requestAnimationFrame(() => seen(performance.now() - fromMs));
    };
    look();
  });
  Reflect.set(globalThis, 'picturePainted', painted);
}

/** The page that is shown, decoded anew from its bytes and drawn at the same size. */
async function drawnAlone(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const shown = document.querySelector<HTMLImageElement>('.page-cut img');
    if (!shown) throw new Error('no page is shown');
    const source = document.createElement('canvas');
    source.width = shown.naturalWidth;
    source.height = shown.naturalHeight;
    source.getContext('2d')?.drawImage(shown, 0, 0);
    const blob = await new Promise<Blob | null>((made) => source.toBlob(made, 'image/jpeg', 0.85));
    if (!blob) throw new Error('no picture was made');
    const box = shown.getBoundingClientRect();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(box.width);
    canvas.height = Math.round(box.height);
    document.body.append(canvas);
    const fromMs = performance.now();
    const picture = await createImageBitmap(blob);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const tookMs = performance.now() - fromMs;
    picture.close();
    canvas.remove();
    return tookMs;
  });
}
