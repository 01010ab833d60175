import { drawingSVG, qrcode } from 'bwip-js/generic';

/** Units of the drawing per module, and the four light modules every reader needs around a code. */
const UNITS_PER_MODULE = 2;
const QUIET_MODULES = 4;

/**
 * A QR code as an inline SVG, quiet zone included, error correction M (the encoder's default).
 *
 * @throws RangeError when the text is not plain ASCII: printers and readers disagree about anything else.
 * @source devices.md 4.1; ISO/IEC 18004
 */
export function qrSvg(text: string, label: string): string {
  if (!/^[\x20-\x7e]{1,300}$/.test(text)) throw new RangeError('a code on a paper holds plain ASCII only');
  const drawn = qrcode(
    { bcid: 'qrcode', text, scale: 1, padding: QUIET_MODULES * UNITS_PER_MODULE },
    drawingSVG(),
  );
  return drawn
    .replace('<svg ', `<svg class="qr" role="img" aria-label="${label}" shape-rendering="crispEdges" `)
    .trim();
}
