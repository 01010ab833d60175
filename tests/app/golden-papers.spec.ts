import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { NoticeKind } from '#contract/shapes/notice.ts';
import { receiptQrText } from '#rules/scan/receipt-qr.ts';
import { ask, until } from '../../build/demo/asking.ts';
import { signIn } from '../../build/demo/hands.ts';
import { openStage, type Stage } from '../../build/stage/stage.ts';
import { codesOf, fontsOf, pagesOf, picturesOf, textOf } from '../support/paper-pdf.ts';
import { type HomePaper, homeWithPapers } from '../support/papers-home.ts';
import { paperOf } from '../support/paper-samples.ts';

/**
 * Every kind of paper pressed by the real shell and read back by others: the text by poppler, the code by an
 * independent decoder. A golden text is renewed with `GOLDEN=write`; look at it before it is committed.
 */
const GOLDEN = path.resolve(import.meta.dirname, 'golden');
/** Pages of those that have more than one: two copies, of two pages where a letter belongs to the notice. */
const PAGES: Readonly<Record<string, number>> = {
  'hand-over': 2,
  tolerance: 4,
  commitment: 2,
};

/** The code of a hall with a page to follow a case: as long an address as a site may have. */
const longest = `https://hall.invalid/${'service/'.repeat(12)}tr`;
const followed = {
  trackable: true,
  qrText: receiptQrText(paperOf('acceptance').receiptNumber, '7F3A91C2', longest),
};

const papers: HomePaper[] = [
  ...NoticeKind.options.map((kind) => ({ name: kind, content: paperOf(kind) })),
  {
    name: 'correction-signed',
    content: paperOf('correction', {}, { documentNumber: '补正〔2026〕990101-03-0013号' }),
    signed: true,
  },
  {
    name: 'receipt-slip-followed',
    content: paperOf('receipt-slip', {}, { ...followed, documentNumber: '收件〔2026〕990101-03-0013号' }),
  },
  {
    name: 'acceptance-followed',
    content: paperOf('acceptance', {}, { ...followed, documentNumber: '受理〔2026〕990101-03-0013号' }),
  },
  {
    name: 'extension-wrong',
    content: paperOf(
      'extension',
      { reason: '另一个原因' },
      { documentNumber: '延期〔2026〕990101-03-0013号' },
    ),
  },
];

const Look = z.object({ notice: z.object({ pdf: z.object({ state: z.string() }) }) });
const Piece = z.object({ base64: z.string(), totalBytes: z.int() });

let stage: Stage;
let ids: ReadonlyMap<string, string>;
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-golden-'));
const pdf = (name: string): string => path.join(home, `${name}.pdf`);

test.beforeAll(async () => {
  ids = homeWithPapers(home, papers);
  stage = await openStage(home);
  await signIn(stage.window);
  await takePdfs();
});
test.afterAll(async () => {
  await stage.close();
  if (process.env['GOLDEN'] !== 'write') fs.rmSync(home, { recursive: true, force: true });
});

/** Text without the spaces between signs, which depend on the fonts of the machine. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/\s/g, ''))
    .filter((line) => line !== '')
    .join('\n');
}

/** The same without line ends: where a line breaks depends on the fonts too. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function golden(name: string): string {
  const file = path.join(GOLDEN, `${name}.txt`);
  if (process.env['GOLDEN'] === 'write') {
    fs.mkdirSync(GOLDEN, { recursive: true });
    fs.writeFileSync(file, `${plain(textOf(pdf(name)))}\n`);
  }
  return fs.readFileSync(file, 'utf8');
}

/** A desk that was without a shell presses everything that waits. */
async function takePdfs(): Promise<void> {
  const { window } = stage;
  for (const [name, noticeId] of ids) {
    await until(`${name} is pressed`, async () => {
      const { notice } = Look.parse(await ask(window, 'notices.look', { noticeId }));
      return notice.pdf.state === 'pressed';
    });
    let bytes = Buffer.alloc(0);
    let totalBytes = 1;
    while (bytes.length < totalBytes) {
      const piece = Piece.parse(await ask(window, 'notices.pdf', { noticeId, offset: bytes.length }));
      bytes = Buffer.concat([bytes, Buffer.from(piece.base64, 'base64')]);
      totalBytes = piece.totalBytes;
    }
    fs.writeFileSync(pdf(name), bytes);
  }
}

for (const { name, content } of papers.filter((one) => one.name !== 'extension-wrong')) {
  test(`the ${name} reads as it should`, async () => {
    expect(inOneLine(textOf(pdf(name)))).toBe(inOneLine(golden(name)));
    const pages = PAGES[name] ?? 1;
    expect(pagesOf(pdf(name)), 'pages').toBe(pages);
    // The code stands at the end of a copy.
    expect(await codesOf(pdf(name), Math.ceil(pages / 2))).toEqual([content.qrText]);
    expect(fontsOf(pdf(name)).filter(({ embedded }) => !embedded)).toEqual([]);
  });
}

test('a paper with another reason is told from the golden one', () => {
  expect(inOneLine(textOf(pdf('extension-wrong')))).not.toBe(inOneLine(golden('extension')));
});

test('two copies are marked, one for each side', () => {
  for (const name of Object.keys(PAGES)) {
    const text = inOneLine(textOf(pdf(name)));
    expect([text.indexOf('第一联'), text.indexOf('第二联')].every((at) => at >= 0)).toBe(true);
  }
  expect(textOf(pdf('acceptance'))).not.toContain('第一联');
});

test('the signature lies in the page as a picture, and only where somebody signed', () => {
  expect(picturesOf(pdf('correction-signed'))).toBe(1);
  expect(picturesOf(pdf('correction'))).toBe(0);
  expect(textOf(pdf('correction-signed'))).toContain('电子签名 2026-11-24 10:05');
});

test('several papers chosen together come as one file, in the order chosen', async () => {
  const { window } = stage;
  const chosen = ['extension', 'lapse', 'tolerance'];
  const noticeIds = chosen.map((name) => ids.get(name));
  const { batchId } = z
    .object({ batchId: z.string() })
    .parse(await ask(window, 'notices.batch', { noticeIds }));
  await until('the batch is pressed', async () => {
    const state = await ask(window, 'notices.batch-state', { batchId });
    return z.object({ state: z.string() }).parse(state).state === 'pressed';
  });
  const piece = Piece.parse(await ask(window, 'notices.batch-pdf', { batchId, offset: 0 }));
  let bytes = Buffer.from(piece.base64, 'base64');
  while (bytes.length < piece.totalBytes) {
    const more = Piece.parse(await ask(window, 'notices.batch-pdf', { batchId, offset: bytes.length }));
    bytes = Buffer.concat([bytes, Buffer.from(more.base64, 'base64')]);
  }
  fs.writeFileSync(pdf('batch'), bytes);
  expect(pagesOf(pdf('batch'))).toBe(6);
  const text = inOneLine(textOf(pdf('batch')));
  const places = ['延期告知书', '终止办理告知书', '容缺受理通知书'].map((title) => text.indexOf(title));
  expect(places.every((at) => at >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
