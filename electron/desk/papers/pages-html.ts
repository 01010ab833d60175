import { escaped, page, SANS } from './page.ts';

/** Points of the drawing; A4 is 595 by 842 of them. */
const WIDTH = 595;
const HEIGHT = 842;
const SIZE = 14;
const ROW = 110;

const STYLE = `
@page{size:A4;margin:0}
*{box-sizing:border-box}
body{margin:0;font-family:${SANS}}
.sheet{position:relative;width:210mm;height:296.9mm;overflow:hidden;break-after:page}
.sheet:last-child{break-after:auto}
.sheet img{position:absolute;inset:10mm 10mm 14mm;width:190mm;height:272mm;object-fit:contain}
.sheet svg{position:absolute;inset:0;width:100%;height:100%}
.sheet text{fill:#b3261e;fill-opacity:.5;stroke:#fff;stroke-opacity:.5;stroke-width:3px;paint-order:stroke}
.sheet p{position:absolute;left:10mm;right:10mm;bottom:4mm;margin:0;font-size:11px;line-height:16px;color:#333}
`;

/** The pages of a paper of a case, as they are shown. */
interface PagesToPress {
  readonly paperName: string;
  /** Of the case; null while it has none. */
  readonly receiptNumber: string | null;
  /** What every page of a reused copy bears; null for none. */
  readonly mark: string | null;
  /** JPEG, in base64. */
  readonly sheets: readonly string[];
}

/**
 * One sheet of A4 for each page, with its mark over all of it and in words below: a copy that leaves the counter says
 * who compared it and the one use it may have.
 *
 * @source domain.md 4.3
 */
export function pagesHtml({ paperName, receiptNumber, mark, sheets }: PagesToPress): string {
  const body = sheets.map((jpeg, at) => {
    const foot = [paperName, receiptNumber ?? '', `${at + 1}/${sheets.length}`, mark ?? '']
      .filter(Boolean)
      .join(' · ');
    const over = mark === null ? '' : overPage(mark, at);
    return `<section class="sheet"><img alt="" src="data:image/jpeg;base64,${jpeg}">${over}<p>${escaped(foot)}</p></section>`;
  });
  return page({ title: paperName, style: STYLE, body: body.join('\n'), pictures: true });
}

/** The mark again and again, on a slant. The words below are what is read out; this is what cannot be cut off. */
function overPage(mark: string, at: number): string {
  const long = (mark.length + 2) * SIZE;
  const lines: string[] = [];
  for (let row = 0, y = -HEIGHT / 2; y < HEIGHT * 1.5; row += 1, y += ROW) {
    for (let x = row % 2 === 0 ? 0 : -long / 2; x < WIDTH * 1.6; x += long) {
      lines.push(`<text x="${x}" y="${y}" font-size="${SIZE}">${escaped(mark)}</text>`);
    }
  }
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" data-page="${at + 1}" aria-hidden="true"><g transform="rotate(-28)">${lines.join('')}</g></svg>`;
}
