/** Latin letters, digits and their signs; everything after is drawn square. */
const NARROW_BELOW = 0x300;
const PX_PER_MM = 96 / 25.4;
/** Printable width of an 80 mm roll. */
export const SLIP_WIDTH_MM = 72;
const WIDTH_PX = SLIP_WIDTH_MM * PX_PER_MM;

/** Lines a text takes in a width, both in px: hanzi and full-width signs are square, others about half of that. */
export function linesOf(text: string, fontPx: number, widthPx: number = WIDTH_PX): number {
  let lines = 1;
  let filled = 0;
  for (const sign of text) {
    const width = (sign.codePointAt(0) ?? 0) < NARROW_BELOW ? fontPx * 0.58 : fontPx;
    if (filled + width > widthPx) {
      lines += 1;
      filled = 0;
    }
    filled += width;
  }
  return lines;
}

/** Paper is cut in whole millimetres; a little more than needed, never less. */
export function heightMm(px: number): number {
  return Math.ceil(px / PX_PER_MM) + 3;
}
