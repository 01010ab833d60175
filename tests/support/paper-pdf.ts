import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A PDF as others see it: text by poppler, pictures by poppler, codes by an independent decoder. */

export function textOf(pdf: string): string {
  return said('pdftotext', ['-layout', pdf, '-']);
}

/** One line per font: whether it lies in the file. */
export function fontsOf(pdf: string): readonly { readonly embedded: boolean }[] {
  return said('pdffonts', [pdf])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ embedded: / (yes|no) +(?:yes|no) +(?:yes|no) +\d+ +\d+$/.exec(line)?.[1] === 'yes' }));
}

export function pagesOf(pdf: string): number {
  return Number(/^Pages: +(\d+)$/m.exec(said('pdfinfo', [pdf]))?.[1] ?? 0);
}

/** How many pictures lie in the file; drawings of lines are none. */
export function picturesOf(pdf: string): number {
  return said('pdfimages', ['-list', pdf])
    .split('\n')
    .slice(2)
    .filter((line) => / image /.test(line)).length;
}

/** The texts of the codes on one page, the first unless another is named, as a camera at 200 dots per inch would see it. */
export async function codesOf(pdf: string, page = 1): Promise<readonly string[]> {
  const picture = path.join(path.dirname(pdf), `${path.basename(pdf, '.pdf')}-page`);
  said('pdftoppm', ['-r', '200', '-f', String(page), '-singlefile', '-png', pdf, picture]);
  return codesIn(fs.readFileSync(`${picture}.png`));
}

export async function codesIn(png: Uint8Array): Promise<readonly string[]> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasm = fs.readFileSync(file);
  prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
  });
  const read = await readBarcodes(png, { formats: ['QRCode'] });
  return read.map(({ text }) => text);
}

function said(program: string, args: readonly string[]): string {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}
