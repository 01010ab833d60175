import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { bringToMissingPaper, openCounter } from '../support/counter-stage.ts';
import { colourAt, inkOf } from '../support/drawn-page.ts';
import { anOfficePdf, aPdf } from '../support/made-files.ts';
import { aScannedPdf } from '../support/scanned-pdf.ts';

test.describe.configure({ mode: 'serial' });

let stage: Awaited<ReturnType<typeof openCounter>>;

test.beforeAll(async () => {
  stage = await openCounter();
  await bringToMissingPaper(stage);
});
test.afterAll(async () => stage.close());

const thumbs = () => stage.window.locator('.thumb');
const focused = () => stage.window.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const transformOf = (selector: string) =>
  stage.window
    .locator(selector)
    .first()
    .evaluate((one) => one.style.transform);

/** Photos of made-up papers, drawn by the window itself. */
async function photos(count: number): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const pictures = await stage.window.evaluate((many) => {
    return Array.from({ length: many }, (_, at) => {
      const canvas = document.createElement('canvas');
      canvas.width = 620;
      canvas.height = 877;
      const paper = canvas.getContext('2d');
      if (!paper) throw new Error('no canvas');
      paper.fillStyle = '#fff';
      paper.fillRect(0, 0, 620, 877);
      paper.fillStyle = '#222';
      paper.font = '40px sans-serif';
      paper.fillText(`示范合同 ${at + 1}`, 60, 90);
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
    });
  }, count);
  return pictures.map((picture, at) => ({
    name: `合同-${at + 1}.jpg`,
    mimeType: 'image/jpeg',
    buffer: Buffer.from(picture, 'base64'),
  }));
}

test('several files are taken at once, and a locked one says why it is not', async () => {
  const { window } = stage;
  const pdf = { name: '章程.pdf', mimeType: 'application/pdf', buffer: aPdf({ pages: 12 }) };
  const locked = { ...pdf, name: '密码.pdf', buffer: aPdf({ trailer: '/Encrypt 9 0 R' }) };
  await window.locator('[data-picker]').setInputFiles([...(await photos(3)), pdf, locked]);
  await expect(thumbs()).toHaveCount(4, { timeout: 20_000 });
  await expect(window.locator('.page-strip .setback')).toContainText('密码.pdf：这个 PDF 有密码');
  // The reader of PDFs is loaded with the first one.
  await expect(window.locator('.thumb img')).toHaveCount(4, { timeout: 20_000 });
  await expect(thumbs().last()).toContainText('PDF 12 页');
  await expect(window.locator('.paper-row.now')).toHaveAttribute('data-state', 'done');
});

test('the keys move, turn and take out a page, and the focus goes along', async () => {
  const { window } = stage;
  await window.keyboard.press('ArrowRight');
  await expect.poll(focused).toContain('合同-1.jpg');
  await window.keyboard.press('Alt+ArrowDown');
  await expect(thumbs().nth(1)).toHaveAttribute('aria-label', /合同-1\.jpg/);
  await expect.poll(focused).toContain('第 2 页');
  await window.keyboard.press('r');
  await expect(thumbs().nth(1)).toHaveAttribute('aria-label', /已转 90 度/);
  await window.keyboard.press('End');
  await window.keyboard.press('Delete');
  await expect(thumbs()).toHaveCount(4);
  await window.keyboard.press('Delete');
  await expect(thumbs()).toHaveCount(3);
  await expect.poll(focused).toContain('第 3 页');
});

test('the paper lies beside the form, turned as it is kept, and Alt+PgDn leafs on', async () => {
  const { window } = stage;
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('Enter');
  const viewer = window.locator('.paper-viewer');
  await expect(viewer.locator('.page-cut img')).toBeVisible();
  expect(await transformOf('.page-cut img')).toContain('rotate(90deg)');
  await expect(viewer).toContainText('第 2 页，共 3 页');
  await window.keyboard.press('Alt+PageDown');
  await expect(viewer).toContainText('第 3 页，共 3 页');
  await expect.poll(() => transformOf('.page-cut img')).toContain('rotate(0deg)');
  const before = await viewer.locator('.page-cut').boundingBox();
  await window.keyboard.press('+');
  await expect(viewer).toContainText('150%');
  const after = await viewer.locator('.page-cut').boundingBox();
  expect(after?.width ?? 0).toBeGreaterThan((before?.width ?? 0) * 1.4);
  await window.keyboard.press('-');
  const isWide = await window.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isWide).toBe(false);
});

test('axe objects to nothing about the pages and the paper beside the form', async () => {
  const { violations, passes } = await new AxeBuilder({ page: stage.window }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(5);
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
  ).toEqual([]);
});

test('an edge is cut off with the arrows alone, and the whole page comes back', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+T');
  await window.getByLabel('左边').waitFor();
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Shift+ArrowRight');
  await expect(window.getByLabel('左边')).toHaveValue('10');
  await window.keyboard.press('Enter');
  await expect(window.locator('.crop')).toHaveCount(0);
  await expect(thumbs().nth(2)).toHaveAttribute('aria-label', /已裁/);
  await window.keyboard.press('Alt+T');
  await window.getByRole('button', { name: '恢复整页' }).click();
  await expect(thumbs().nth(2)).not.toHaveAttribute('aria-label', /已裁/);
});

const drawnAt = (x: number, y: number) => colourAt(stage.window, x, y);
const inkBetween = (top: number, bottom: number) => inkOf(stage.window, top, bottom);

test('a PDF is drawn page by page, Chinese and Latin, and leafed as fast as one reads', async () => {
  const { window } = stage;
  const complaints: string[] = [];
  window.on('console', (line) => {
    if (line.type() === 'error' || line.text().includes('Content Security')) complaints.push(line.text());
  });
  await window.keyboard.press('Escape');
  await window.locator('.paper-row.now').focus();
  const file = { name: '章程.pdf', mimeType: 'application/pdf', buffer: anOfficePdf(50) };
  await window.locator('[data-picker]').setInputFiles([file]);
  await expect(thumbs()).toHaveCount(4);
  // The reader of PDFs is loaded with the first one.
  await expect(window.locator('.thumb img')).toHaveCount(4, { timeout: 20_000 });
  await expect(thumbs().last()).toContainText('PDF 50 页');
  await thumbs().last().focus();
  await window.keyboard.press('Enter');
  const viewer = window.locator('.paper-viewer');
  await expect(viewer).toContainText('PDF 第 1 / 50 页');
  await expect.poll(async () => drawnAt(0.2, 0.85)).toEqual([0, 0, 50]);
  expect(await inkBetween(0.1, 0.18), 'the Chinese line').toBeGreaterThan(200);
  expect(await inkBetween(0.21, 0.25), 'the Latin line').toBeGreaterThan(50);
  const began = Date.now();
  for (let no = 2; no <= 50; no += 1) {
    await window.keyboard.press('PageDown');
    await expect(viewer).toContainText(`PDF 第 ${no} / 50 页`);
    await expect
      .poll(async () => drawnAt(0.2, 0.85), { intervals: [5] })
      .toEqual([((no - 1) * 37) % 100, ((no - 1) * 61) % 100, 50]);
  }
  expect((Date.now() - began) / 49).toBeLessThan(300);
  const workers = window.workers();
  expect(new Set(workers.map((one) => /pdf\.(worker|renderer)/.exec(one.url())?.[1]))).toEqual(
    new Set(['renderer', 'worker']),
  );
  for (const one of workers)
    expect(await one.evaluate(whatAWorkerHas)).toEqual(['no bridge', 'no page', 'no network']);
  await window.keyboard.press('r');
  await expect.poll(() => transformOf('.page-drawn')).toContain('rotate(90deg)');
  expect(complaints).toEqual([]);
});

/** Asked inside a worker: what hostile bytes could reach from there. @source safety.md T7 */
async function whatAWorkerHas(): Promise<string[]> {
  const bridge = Reflect.has(globalThis, 'desk') ? 'a bridge' : 'no bridge';
  const page =
    Reflect.has(globalThis, 'document') || Reflect.has(globalThis, 'window') ? 'a page' : 'no page';
  const network = await fetch('app://desk/index.html').then(
    () => 'a network',
    () => 'no network',
  );
  return [bridge, page, network];
}

test('a PDF that cannot be drawn says so and is kept', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+V');
  await window.locator('.paper-row.now').focus();
  const hollow = Buffer.from(aPdf().toString('latin1').replace('[10 0 R]', '[99 0 R]'), 'latin1');
  await window
    .locator('[data-picker]')
    .setInputFiles([{ name: '空.pdf', mimeType: 'application/pdf', buffer: hollow }]);
  await expect(thumbs()).toHaveCount(5);
  await thumbs().last().focus();
  await window.keyboard.press('Enter');
  await expect(window.locator('.page-plain')).toContainText('画不出来');
  await window.keyboard.press('Alt+V');
  await thumbs().last().focus();
  await window.keyboard.press('Delete');
  await window.keyboard.press('Delete');
  await expect(thumbs()).toHaveCount(4);
  await thumbs().last().focus();
  await window.keyboard.press('Delete');
  await window.keyboard.press('Delete');
  await expect(thumbs()).toHaveCount(3);
  await thumbs().last().focus();
  await window.keyboard.press('Enter');
  await expect(window.locator('.paper-viewer')).toBeVisible();
});

test('scans in JBIG2 and JPEG 2000 are drawn by the decoders that come along; a broken one is not shown as blank', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+V');
  await window.locator('.paper-row.now').focus();
  const scan = { name: '扫描.pdf', mimeType: 'application/pdf', buffer: aScannedPdf({ broken: true }) };
  await window.locator('[data-picker]').setInputFiles([scan]);
  await expect(thumbs()).toHaveCount(4);
  await thumbs().last().focus();
  await window.keyboard.press('Enter');
  const viewer = window.locator('.paper-viewer');
  await expect(viewer).toContainText('PDF 第 1 / 3 页');
  await expect.poll(async () => drawnAt(0.5, 0.25)).toEqual([100, 100, 100]);
  expect(await drawnAt(0.5, 0.75)).toEqual([0, 0, 0]);
  await window.keyboard.press('PageDown');
  await expect.poll(async () => drawnAt(0.5, 0.75)).toEqual([50, 50, 50]);
  await window.keyboard.press('PageDown');
  await expect(window.locator('.page-plain')).toContainText('画不出来');
  await window.keyboard.press('Alt+V');
  await thumbs().last().focus();
  await window.keyboard.press('Delete');
  await window.keyboard.press('Delete');
  await expect(thumbs()).toHaveCount(3);
  await thumbs().last().focus();
  await window.keyboard.press('Enter');
  await expect(viewer).toBeVisible();
});

test('the form goes on beside the paper; Alt+V lays it away', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+1');
  await expect(window.locator('.step-body[data-step="identity"]')).toBeVisible();
  await expect(window.locator('.paper-viewer')).toBeVisible();
  await window.keyboard.press('Alt+V');
  await expect(window.locator('.paper-viewer')).toHaveCount(0);
  await expect(window.locator('.queue')).toBeVisible();
});

test('an upload goes on by itself after the desk died', async () => {
  const { window } = stage;
  await window.keyboard.press('Alt+4');
  await window.locator('.paper-row').first().focus();
  await expect(thumbs()).toHaveCount(3);
  await window.evaluate(() => {
    const started = new MutationObserver(() => {
      if (document.querySelector('.upload progress')) Reflect.set(globalThis, 'uploading', true);
    });
    started.observe(document.body, { subtree: true, childList: true });
  });
  const words = 'x'.repeat(3_000_000);
  const large = { name: '大.pdf', mimeType: 'application/pdf', buffer: aPdf({ words }) };
  await window.locator('[data-picker]').setInputFiles([large]);
  await window.waitForFunction(() => Reflect.get(globalThis, 'uploading') === true);
  await stage.killDesk();
  await window.locator('.banner.good').waitFor();
  await expect(thumbs()).toHaveCount(4, { timeout: 30_000 });
  await expect(window.locator('.upload progress')).toHaveCount(0);
});
