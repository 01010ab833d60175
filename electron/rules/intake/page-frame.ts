import type { Crop, Turn } from '#contract/shapes/page.ts';

const WHOLE: Crop = { left: 0, top: 0, right: 1, bottom: 1 };
/** Less of a page than this cannot be read, and was not meant. */
const LEAST_SIDE = 0.05;

export type Edge = keyof Crop;

/** Where the kept part of a page lies when the page is turned clockwise. */
export function turnedFrame(crop: Crop | null, turn: Turn): Crop {
  const { left, top, right, bottom } = crop ?? WHOLE;
  switch (turn) {
    case 0:
      return { left, top, right, bottom };
    case 90:
      return { left: rest(bottom), top: left, right: rest(top), bottom: right };
    case 180:
      return { left: rest(right), top: rest(bottom), right: rest(left), bottom: rest(top) };
    case 270:
      break;
  }
  return { left: top, top: rest(right), right: bottom, bottom: rest(left) };
}

/** The kept part as it lies on the page that was not turned; null when it is the whole page. */
export function unturnedCrop(frame: Crop, turn: Turn): Crop | null {
  const back = turnedFrame(frame, turnBy(0, -turn));
  const isWhole = back.left === 0 && back.top === 0 && back.right === 1 && back.bottom === 1;
  return isWhole ? null : back;
}

/** Moves one edge, as far as the page and the opposite edge let it. */
export function moveEdge(frame: Crop, edge: Edge, by: number): Crop {
  const at = exact(frame[edge] + by);
  switch (edge) {
    case 'left':
      return { ...frame, left: between(0, at, frame.right - LEAST_SIDE) };
    case 'top':
      return { ...frame, top: between(0, at, frame.bottom - LEAST_SIDE) };
    case 'right':
      return { ...frame, right: between(frame.left + LEAST_SIDE, at, 1) };
    case 'bottom':
      break;
  }
  return { ...frame, bottom: between(frame.top + LEAST_SIDE, at, 1) };
}

/** The turn after turning by so many degrees, clockwise. */
export function turnBy(turn: Turn, degrees: number): Turn {
  switch ((((turn + degrees) % 360) + 360) % 360) {
    case 90:
      return 90;
    case 180:
      return 180;
    case 270:
      return 270;
    default:
      return 0;
  }
}

function rest(part: number): number {
  return exact(1 - part);
}

/** Thousandths of a page: adding and taking away leaves no dust behind. */
function exact(part: number): number {
  return Math.round(part * 1_000) / 1_000;
}

function between(least: number, value: number, most: number): number {
  return exact(Math.min(most, Math.max(least, value)));
}
