import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const PIXELS_PER_UNIT = 3;

/** Draws the code of a page into pixels by itself and reads it with an independent decoder. Empty: unreadable. */
export async function qrInPage(html: string): Promise<readonly string[]> {
  const svg = /<svg class="qr"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? '';
  const picture = drawn(path, Number(width) * PIXELS_PER_UNIT, Number(height) * PIXELS_PER_UNIT);
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasm = readFileSync(file);
  prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
  });
  const read = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: false });
  return read.map(({ text }) => text);
}

type Corner = readonly [x: number, y: number];

/** Black where an odd number of outlines lies around the middle of a pixel. */
function drawn(path: string, width: number, height: number): ImageData {
  const outlines = path
    .split('Z')
    .map((outline) =>
      [...outline.matchAll(/[ML](\S+) (\d+)/g)].map(([, x, y]): Corner => [Number(x), Number(y)]),
    )
    .filter((outline) => outline.length > 2);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at: Corner = [(column + 0.5) / PIXELS_PER_UNIT, (row + 0.5) / PIXELS_PER_UNIT];
      if (outlines.filter((outline) => surrounds(outline, at)).length % 2 === 1) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { data, width, height, colorSpace: 'srgb' } satisfies Partial<ImageData>;
}

function surrounds(outline: readonly Corner[], [x, y]: Corner): boolean {
  let inside = false;
  for (const [place, [x1, y1]] of outline.entries()) {
    const [x2, y2] = outline.at(place - 1) ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
