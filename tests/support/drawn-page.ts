import type { Page } from '@playwright/test';

/** The colour of a dot of the drawn page, in hundredths, its place in fractions of the sides. */
export async function colourAt(window: Page, x: number, y: number): Promise<number[]> {
  return window.locator('.page-drawn canvas').evaluate(
    (canvas, [across, down]) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('nothing drawn');
      const { data } = canvas
        .getContext('2d')
        ?.getImageData(Math.round(canvas.width * across), Math.round(canvas.height * down), 1, 1) ?? {
        data: [],
      };
      return [...data].slice(0, 3).map((part) => Math.round(part / 2.55));
    },
    [x, y] as const,
  );
}

/** How many dots between two heights of the drawn page are ink. */
export async function inkOf(window: Page, top: number, bottom: number): Promise<number> {
  return window.locator('.page-drawn canvas').evaluate(
    (canvas, [from, to]) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error('nothing drawn');
      const { width, height } = canvas;
      const part = canvas
        .getContext('2d')
        ?.getImageData(0, Math.round(height * from), width, Math.round(height * (to - from)));
      return [...(part?.data ?? [])].filter((value, at) => at % 4 === 0 && value < 128).length;
    },
    [top, bottom] as const,
  );
}
