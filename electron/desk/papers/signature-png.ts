import { crc32, deflateSync } from 'node:zlib';
import type { Stroke } from '#contract/shapes/signature.ts';

/** The picture is as large as the pad counts. */
const WIDTH = 1000;
const HEIGHT = 400;
const PEN_RADIUS = 5;
const PNG_START = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * Draws the strokes of a pen as a grey PNG, black on white. The same strokes give the same bytes, so the hash of
 * the picture can be made again.
 */
export function signaturePng(strokes: readonly Stroke[]): Buffer {
  const ink = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const stroke of strokes) {
    for (const [at, point] of stroke.entries()) drawLine(ink, stroke[at - 1] ?? point, point);
  }
  // Every row begins with the filter it uses: 0, none.
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let row = 0; row < HEIGHT; row += 1) {
    rows.set(ink.subarray(row * WIDTH, (row + 1) * WIDTH), row * (WIDTH + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header[8] = 8;
  return Buffer.concat([
    PNG_START,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Point = Stroke[number];

/** A line with round ends: every pixel near it is as dark as it is covered. */
function drawLine(ink: Uint8Array, from: Point, to: Point): void {
  const reach = PEN_RADIUS + 1;
  const left = Math.max(0, Math.min(from.x, to.x) - reach);
  const right = Math.min(WIDTH - 1, Math.max(from.x, to.x) + reach);
  const top = Math.max(0, Math.min(from.y, to.y) - reach);
  const bottom = Math.min(HEIGHT - 1, Math.max(from.y, to.y) + reach);
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const covered = Math.min(1, Math.max(0, PEN_RADIUS + 0.5 - distance({ x, y }, from, to)));
      const grey = Math.round(255 * (1 - covered));
      const at = y * WIDTH + x;
      if (grey < (ink[at] ?? 255)) ink[at] = grey;
    }
  }
}

/** From a point to the nearest point of a line. */
function distance(point: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
}

/** @source PNG specification 5.3: length, type, data, CRC over type and data */
function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
