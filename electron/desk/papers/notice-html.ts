import type { NoticeContent } from '#contract/shapes/notice.ts';
import { issuedMark, pageWords, reprintMark, templateMark } from '#rules/notices/page-words.ts';
import { dayInWords } from '#rules/notices/words-of-days.ts';
import { escaped, page, SANS, SERIF } from './page.ts';
import { qrSvg } from './qr-svg.ts';

/** A value of more signs than this has a line of its own in the table of facts. */
const LONGEST_HALF_ROW = 15;

const style = `
@page{size:A4;margin:22mm 24mm 16mm 26mm}
*{margin:0;padding:0;box-sizing:border-box}
html,body{background:#fff}
body{color:#111;font:400 16px/30px ${SERIF};min-height:257mm;display:flex;flex-direction:column;overflow-wrap:anywhere}
.organ{text-align:center;font-size:22px;line-height:32px;font-weight:700;letter-spacing:.12em}
h1{text-align:center;font-size:32px;line-height:48px;font-weight:700;letter-spacing:.34em;margin:2px -.34em 6px 0}
.document{display:flex;justify-content:flex-end;align-items:center;gap:12px;font-size:15px;line-height:24px;
border-bottom:1.5px solid #111;padding-bottom:6px;margin-bottom:14px}
.mark{border:1.5px solid #111;font:700 13px/20px ${SANS};padding:0 8px}
.marks{margin-right:auto;display:flex;gap:8px}
.to{font-weight:700}
.text{text-indent:2em;text-align:justify}
table{border-collapse:collapse;width:100%;margin:12px 0 10px;font-size:15px;line-height:23px}
th,td{border:1px solid #333;padding:5px 10px;text-align:left;vertical-align:middle}
tr{break-inside:avoid}
.facts th{font-weight:400;white-space:nowrap;width:92px;text-align:center}
.list th{font-weight:700;text-align:center;white-space:nowrap}
.list td:first-child:not(:last-child){min-width:3em}
.foot{font-size:15px;line-height:26px;margin-top:6px}
.sign{margin-top:auto;display:grid;grid-template-columns:1fr 300px;align-items:end;gap:20px;padding-top:14px;break-inside:avoid}
.received{font-size:15px;line-height:34px}
.received u{display:inline-block;min-width:130px;border-bottom:1px solid #333;text-decoration:none;height:24px;vertical-align:bottom}
.seal{position:relative;text-align:center;font-size:17px;line-height:32px;min-height:160px;display:flex;flex-direction:column;justify-content:center}
.place{position:absolute;left:75px;top:5px;width:150px;height:150px;border:1px dashed #999;border-radius:50%;
color:#777;font:400 12px/20px ${SANS};padding-top:12px}
.end{margin-top:12px;border-top:1px solid #999;padding-top:8px;display:grid;grid-template-columns:24mm 1fr auto;gap:14px;
font:400 12.5px/19px ${SANS};color:#333;align-items:center;break-inside:avoid}
.qr{width:24mm;height:24mm;display:block}
.right{text-align:right}
`;

/**
 * An A4 notice as a page: organ, title, document number, the frozen text, the facts in a table, places for seal
 * and signature, and a code. Facts stand before the text when a list follows it, because the text then says
 * that the list comes next.
 *
 * @param reprint 0 for the first print, n for 补打 n
 * @source SCREENS.md 3, notice; domain.md 5.3; 行政许可法 art. 32 last paragraph
 */
export function noticeHtml(content: NoticeContent, reprint: number): string {
  const [to, opening, ...rest] = salutationFirst(content.paragraphs);
  const facts = content.rows.length > 0 ? factsTable(content.rows) : '';
  const text = [
    to === undefined ? '' : `<p class="to">${escaped(to)}</p>`,
    opening === undefined ? '' : paragraph(opening),
  ];
  const blocks = [
    `<div class="organ">${escaped(content.organ)}</div><h1>${escaped(content.title)}</h1>`,
    `<div class="document">${marks(content, reprint)}${escaped(content.documentNumber)}</div>`,
    ...(content.table ? [facts, ...text] : [...text, facts]),
    ...rest.map(paragraph),
    content.table ? list(content.table) : '',
    content.foot.map((line) => `<p class="foot">${escaped(line)}</p>`).join(''),
    sign(content),
    end(content),
  ];
  return page({ title: content.title, style, body: blocks.join('\n') });
}

/** The name that opens a notice ends in a colon; a text without one has none. */
function salutationFirst(paragraphs: readonly string[]): readonly (string | undefined)[] {
  return /[：:]$/.test(paragraphs[0] ?? '') ? paragraphs : [undefined, ...paragraphs];
}

function paragraph(text: string | undefined): string {
  return `<p class="text">${escaped(text ?? '')}</p>`;
}

function marks(content: NoticeContent, reprint: number): string {
  const words = [
    ...(content.pendingSync ? [pageWords.pendingSync] : []),
    ...(reprint > 0 ? [reprintMark(reprint)] : []),
  ];
  const drawn = words.map((word) => `<span class="mark">${escaped(word)}</span>`).join('');
  return `<div class="marks">${drawn}</div>`;
}

/** Two short facts share a line; a long one has its own. */
function factsTable(rows: NoticeContent['rows']): string {
  const lines: string[] = [];
  for (let place = 0; place < rows.length; place += 1) {
    const fact = rows[place];
    const next = rows[place + 1];
    if (!fact) continue;
    if (next && isShort(fact.value) && isShort(next.value)) {
      lines.push(`<tr>${cell(fact)}${cell(next)}</tr>`);
      place += 1;
    } else {
      lines.push(`<tr>${cell(fact, 3)}</tr>`);
    }
  }
  return `<table class="facts">${lines.join('')}</table>`;
}

function isShort(value: string): boolean {
  return Array.from(value).length <= LONGEST_HALF_ROW;
}

function cell({ label, value }: NoticeContent['rows'][number], columns = 1): string {
  const wide = columns > 1 ? ` colspan="${columns}"` : '';
  return `<th>${escaped(label)}</th><td${wide}>${escaped(value)}</td>`;
}

function list({ head, rows }: NonNullable<NoticeContent['table']>): string {
  const line = (cells: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;
  return `<table class="list"><thead>${line(head, 'th')}</thead><tbody>${rows.map((cells) => line(cells, 'td')).join('')}</tbody></table>`;
}

function sign(content: NoticeContent): string {
  const received = content.signaturePlace
    ? `${pageWords.signature}<u></u><br>${pageWords.deliveredAt}<u></u>`
    : '';
  const seal =
    content.sealPlace === null
      ? ''
      : `<div class="place">${pageWords.sealPlace}</div><div>${escaped(content.sealPlace)}</div>`;
  return `<div class="sign"><div class="received">${received}</div><div class="seal">${seal}<div>${escaped(dayInWords(content.issuedOn))}</div></div></div>`;
}

function end(content: NoticeContent): string {
  const left = `${escaped(content.receiptNumber)}<br>${escaped(templateMark(content))}`;
  const right = `${escaped(content.hall)}<br>${escaped(issuedMark(content.issuedAt))}`;
  return `<div class="end">${qrSvg(content.qrText, pageWords.qrLabel)}<div>${left}</div><div class="right">${right}</div></div>`;
}
