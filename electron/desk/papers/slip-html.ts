import type { NoticeContent } from '#contract/shapes/notice.ts';
import { inFours, pageWords, reprintMark } from '#rules/notices/page-words.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { escaped, page, SANS } from './page.ts';
import { qrSvg } from './qr-svg.ts';
import { heightMm, linesOf, SLIP_WIDTH_MM } from './slip-height.ts';

const LINE_PX = 19;
const FONT_PX = 13;
const LABEL_PX = 58;
/** The column that says how a paper came. */
const HOW_PX = 96;
const QR_MM = 36;

const style = `
@page{margin:0 4mm}
*{margin:0;padding:0;box-sizing:border-box;color:#000}
html,body{background:#fff}
body{width:${SLIP_WIDTH_MM}mm;padding:4mm 0;font:400 ${FONT_PX}px/${LINE_PX}px ${SANS};overflow-wrap:anywhere}
h1{font-size:15px;line-height:22px;text-align:center}
h2{font-size:22px;line-height:30px;text-align:center;letter-spacing:.24em;margin-right:-.24em}
.rule{border-top:1px solid #000;margin:7px 0}
.dash{border-top:1px dashed #000;margin:7px 0}
.number{font-size:34px;line-height:44px;font-weight:700;text-align:center;font-variant-numeric:tabular-nums}
.whole{text-align:center;font-variant-numeric:tabular-nums}
.marks{text-align:center}
.mark{background:#000;color:#fff;font-weight:700;padding:1px 8px;display:inline-block;line-height:22px;
margin:2px 3px 0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
dl{display:grid;grid-template-columns:${LABEL_PX - 6}px 1fr;gap:1px 6px}
dt{white-space:nowrap}
dd{font-weight:700}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{padding:1px 0;vertical-align:top;text-align:left;font-weight:400}
th{font-weight:700}
tr>:last-child:not(:first-child){text-align:right;width:${HOW_PX}px;padding-left:6px}
.first{font-size:15px;line-height:22px;font-weight:700}
.end{display:grid;grid-template-columns:${QR_MM}mm 1fr;gap:3mm;align-items:start}
.qr{width:${QR_MM}mm;height:${QR_MM}mm;display:block}
.code{font-size:17px;line-height:22px;font-weight:700;font-variant-numeric:tabular-nums}
`;

/**
 * The receipt slip (收件凭证) as a page for an 80 mm roll: 72 mm of print, black only. The roll is cut at the
 * height the page names in `paper-height-mm`.
 *
 * @param reprint 0 for the first print, n for 补打 n
 * @source SCREENS.md 3, slip; domain.md 5.3
 */
export function slipHtml(content: NoticeContent, reprint: number): string {
  const number = shortReceiptNumber(content.receiptNumber);
  const rows = content.rows.filter(({ value }) => value !== number);
  const marks = marksOf(content, reprint);
  const blocks = [
    `<h1>${escaped(content.hall)}</h1><h2>${escaped(content.title)}</h2><div class="rule"></div>`,
    `<div class="number">${escaped(number)}</div><div class="whole">${escaped(content.receiptNumber)}</div>`,
    marks.length > 0 ? `<div class="marks">${marks.map(mark).join('')}</div>` : '',
    dash,
    `<dl>${rows.map(row).join('')}</dl>`,
    content.table ? dash + table(content.table) : '',
    dash,
    content.paragraphs.map(paragraph).join(''),
    dash,
    `<div class="end">${qrSvg(content.qrText, pageWords.qrLabel)}<div>${content.foot.map((line) => footLine(line, content.checkCode)).join('')}</div></div>`,
    `<div class="rule"></div><p>${escaped(content.documentNumber)}</p>`,
  ];
  return page({
    title: content.title,
    style,
    head: `<meta name="paper-height-mm" content="${slipHeight(content, rows, marks.length)}">\n`,
    body: blocks.join('\n'),
  });
}

const dash = '<div class="dash"></div>';

function marksOf(content: NoticeContent, reprint: number): readonly string[] {
  return [
    ...(content.pendingSync ? [pageWords.pendingSync] : []),
    ...(reprint > 0 ? [reprintMark(reprint)] : []),
  ];
}

function mark(text: string): string {
  return `<span class="mark">${escaped(text)}</span>`;
}

function row({ label, value }: NoticeContent['rows'][number]): string {
  return `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`;
}

function table({ head, rows }: NonNullable<NoticeContent['table']>): string {
  const line = (cells: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table>${line(head, 'th')}${rows.map((cells) => line(cells, 'td')).join('')}</table>`;
}

function paragraph(text: string, place: number): string {
  return `<p${place === 0 ? ' class="first"' : ''}>${escaped(text)}</p>`;
}

/** The check code stands large and in fours, so that it can be read out on the phone. */
function footLine(text: string, checkCode: string): string {
  const before = text.replace(checkCode, '').trim();
  if (!text.includes(checkCode)) return `<p>${escaped(text)}</p>`;
  return `<p>${escaped(before)}</p><p class="code">${escaped(inFours(checkCode))}</p>`;
}

function slipHeight(content: NoticeContent, rows: NoticeContent['rows'], marks: number): number {
  const printPx = (SLIP_WIDTH_MM * 96) / 25.4;
  const text = (line: string, widthPx: number): number => linesOf(line, FONT_PX, widthPx) * LINE_PX + 2;
  const head =
    linesOf(content.hall, 15) * 22 +
    linesOf(content.title, 28) * 30 +
    15 +
    44 +
    text(content.receiptNumber, printPx);
  const rowsPx = rows.map(({ value }) => text(value, printPx - LABEL_PX));
  const tablePx = (content.table ? [content.table.head, ...content.table.rows] : []).map((cells) => {
    const paper = text(cells.slice(0, -1).join(''), printPx - HOW_PX);
    return Math.max(paper, text(cells.at(-1) ?? '', HOW_PX - 6));
  });
  const paragraphs = content.paragraphs.map((line, place) =>
    place === 0 ? linesOf(line, 15) * 22 : text(line, printPx),
  );
  const besideQr = content.foot.map(
    (line) => text(line, printPx - ((QR_MM + 3) * 96) / 25.4) + (line.includes(content.checkCode) ? 22 : 0),
  );
  const end = Math.max((QR_MM * 96) / 25.4, sum(besideQr)) + 15 + text(content.documentNumber, printPx);
  const lines = 5 * 15 + (marks > 0 ? 26 : 0);
  const padding = (8 * 96) / 25.4;
  return heightMm(head + sum(rowsPx) + sum(tablePx) + sum(paragraphs) + end + lines + padding);
}

function sum(parts: readonly number[]): number {
  let total = 0;
  for (const part of parts) total += part;
  return total;
}
