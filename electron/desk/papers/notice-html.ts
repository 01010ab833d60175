import type { NoticeContent, NoticeKind } from '#contract/shapes/notice.ts';
import {
  issuedMark,
  pageWords,
  type PaperSignature,
  reprintMark,
  signatureNote,
  templateMark,
} from '#rules/notices/page-words.ts';
import { dayInWords } from '#rules/notices/words-of-days.ts';
import { escaped, page, SANS, SERIF } from './page.ts';
import { qrSvg } from './qr-svg.ts';

/** A value of more signs than this has a line of its own in the table of facts. */
const LONGEST_HALF_ROW = 15;

const style = `
@page{size:A4;margin:22mm 24mm 16mm 26mm}
*{margin:0;padding:0;box-sizing:border-box}
html,body{background:#fff}
body{color:#111;font:400 15.5px/27px ${SERIF};overflow-wrap:anywhere}
.sheet{min-height:257mm;display:flex;flex-direction:column}
.sheet+.sheet{break-before:page}
h2{text-align:center;font-size:22px;line-height:36px;font-weight:700;letter-spacing:.2em;margin:12px -.2em 2px 0;
border-top:1px dashed #333;padding-top:10px;break-after:avoid}
.pen{height:56px;max-width:190px;display:inline-block;vertical-align:bottom}
.note{font:400 12.5px/18px ${SANS};color:#333}
.organ{text-align:center;font-size:22px;line-height:32px;font-weight:700;letter-spacing:.12em}
h1{text-align:center;font-size:32px;line-height:48px;font-weight:700;letter-spacing:.34em;margin:2px -.34em 6px 0}
.document{display:flex;justify-content:flex-end;align-items:center;gap:12px;font-size:15px;line-height:24px;
border-bottom:1.5px solid #111;padding-bottom:6px;margin-bottom:14px}
.mark{border:1.5px solid #111;font:700 13px/20px ${SANS};padding:0 8px}
.marks{margin-right:auto;display:flex;gap:8px}
.to{font-weight:700}
.text{text-indent:2em;text-align:justify}
table{border-collapse:collapse;width:100%;margin:10px 0 8px;font-size:14.5px;line-height:22px}
th,td{border:1px solid #333;padding:4px 10px;text-align:left;vertical-align:middle}
tr{break-inside:avoid}
.facts th{font-weight:400;white-space:nowrap;width:92px;text-align:center}
.list th{font-weight:700;text-align:center;white-space:nowrap}
.list td:first-child:not(:last-child){min-width:3em}
.guidance-list .list td:nth-child(3){white-space:nowrap}
.help-list .list{font-size:13px;line-height:20px}
.help-list .list td:nth-child(2),.help-list .list td:nth-child(4){white-space:nowrap}
.answers .section th{text-align:left;background:#f2f2f2}
.answers .section{break-after:avoid}
.answers td:first-child:not(:last-child){width:34%}
.answers td:last-child{font-size:12.5px;white-space:nowrap;width:1px}
.foot{font-size:14.5px;line-height:23px;margin-top:4px}
.sign{margin-top:auto;display:grid;grid-template-columns:1fr 300px;align-items:end;gap:20px;padding-top:8px;break-inside:avoid}
.received{font-size:14.5px;line-height:32px}
.received u{display:inline-block;min-width:110px;border-bottom:1px solid #333;text-decoration:none;height:24px;vertical-align:bottom}
.seal{position:relative;text-align:center;font-size:17px;line-height:32px;min-height:140px;display:flex;flex-direction:column;justify-content:center}
.seal.plain{min-height:0}
.place{position:absolute;left:80px;top:0;width:140px;height:140px;border:1px dashed #999;border-radius:50%;
color:#777;font:400 12px/20px ${SANS};padding-top:12px}
.end{margin-top:8px;border-top:1px solid #999;padding-top:6px;display:grid;grid-template-columns:24mm 1fr auto;gap:14px;
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
export function noticeHtml(
  content: NoticeContent,
  reprint: number,
  signature: PaperSignature | null = null,
): string {
  return page({
    title: content.title,
    style,
    body: copiesOf(content)
      .map((copy) => sheet(content, reprint, signature, copy))
      .join('\n'),
    pictures: hasPicture(signature),
  });
}

/** The citizen gives these and is handed nothing with them. */
const GIVEN_BY_CITIZEN: ReadonlySet<NoticeKind> = new Set(['application-form', 'help-consent']);

/** Who keeps which sheet; one sheet without a word where there is only one. */
function copiesOf({ kind, copies }: NoticeContent): readonly (string | null)[] {
  if (!copies) return [null];
  return kind === 'hand-over' ? pageWords.handOverCopies : pageWords.copies;
}

function hasPicture(signature: PaperSignature | null): boolean {
  return signature !== null && signature.pngBase64 !== null;
}

/** Sheets of several notices as one page of the press: a batch. */
export function batchHtml(
  notices: readonly {
    readonly content: NoticeContent;
    readonly reprint: number;
    readonly signature: PaperSignature | null;
  }[],
): string {
  const sheets = notices.flatMap(({ content, reprint, signature }) =>
    copiesOf(content).map((copy) => sheet(content, reprint, signature, copy)),
  );
  const pictures = notices.some(({ signature }) => hasPicture(signature));
  return page({ title: pageWords.batch, style, body: sheets.join('\n'), pictures });
}

function sheet(
  content: NoticeContent,
  reprint: number,
  signature: PaperSignature | null,
  copy: string | null,
): string {
  const [to, opening, ...rest] = salutationFirst(content.paragraphs);
  const facts = content.rows.length > 0 ? factsTable(content.rows) : '';
  const text = [
    to === undefined ? '' : `<p class="to">${escaped(to)}</p>`,
    opening === undefined ? '' : paragraph(opening),
  ];
  const blocks = [
    `<div class="organ">${escaped(content.organ)}</div><h1>${escaped(content.title)}</h1>`,
    `<div class="document">${marks(content, reprint, copy)}${escaped(content.documentNumber)}</div>`,
    ...(content.table ? [facts, ...text] : [...text, facts]),
    ...rest.map(paragraph),
    content.table ? (content.kind === 'application-form' ? answers(content.table) : list(content.table)) : '',
    content.annex ? annex(content.annex) : '',
    content.foot.map((line) => `<p class="foot">${escaped(line)}</p>`).join(''),
    sign(content, signature),
    end(content),
  ];
  return `<section class="sheet ${content.kind}">${blocks.join('\n')}</section>`;
}

/** The name that opens a notice ends in a colon; a text without one has none. */
function salutationFirst(paragraphs: readonly string[]): readonly (string | undefined)[] {
  return /[：:]$/.test(paragraphs[0] ?? '') ? paragraphs : [undefined, ...paragraphs];
}

function paragraph(text: string | undefined): string {
  return `<p class="text">${escaped(text ?? '')}</p>`;
}

function annex({ title, paragraphs }: NonNullable<NoticeContent['annex']>): string {
  return `<h2>${escaped(title)}</h2>${paragraphs.map(paragraph).join('')}`;
}

function marks(content: NoticeContent, reprint: number, copy: string | null): string {
  const words = [
    ...(copy === null ? [] : [copy]),
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

/** An application form: a heading for each section instead of a column that says the same again and again. */
function answers({ head, rows }: NonNullable<NoticeContent['table']>): string {
  const lines = rows.map(([section, ...cells], at) => {
    const isNew = at === 0 || rows[at - 1]?.[0] !== section;
    const heading = `<tr class="section"><th colspan="${head.length - 1}">${escaped(section ?? '')}</th></tr>`;
    return `${isNew ? heading : ''}<tr>${cells.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
  });
  const heads = head.slice(1).map((text) => `<th>${escaped(text)}</th>`);
  return `<table class="list answers"><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

function sign(content: NoticeContent, signature: PaperSignature | null): string {
  // Nobody signs and nothing is sealed: only the day stands there.
  const isPlain = content.sealPlace === null && !content.signaturePlace;
  const seal =
    content.sealPlace === null
      ? ''
      : `<div class="place">${pageWords.sealPlace}</div><div>${escaped(content.sealPlace)}</div>`;
  return `<div class="sign"><div class="received">${received(content, signature)}</div><div class="${isPlain ? 'seal plain' : 'seal'}">${seal}<div>${escaped(dayInWords(content.issuedOn))}</div></div></div>`;
}

/** A line for every signer. What was signed on the screen stands on the first: it is the citizen's. */
function received(
  { kind, signaturePlace, signers }: NoticeContent,
  signature: PaperSignature | null,
): string {
  if (!signaturePlace) return '';
  const names: readonly string[] = signers ?? [pageWords.signer];
  const lines = names.map((name, at) => {
    const written = at === 0 ? signature : null;
    const place =
      written === null || written.pngBase64 === null
        ? '<u></u>'
        : `<img class="pen" alt="${pageWords.signaturePicture}" src="data:image/png;base64,${escaped(written.pngBase64)}">`;
    return `<div>${escaped(name)}：${place}</div>${written ? `<div class="note">${escaped(signatureNote(written))}</div>` : ''}`;
  });
  const when = GIVEN_BY_CITIZEN.has(kind) ? pageWords.signedAt : pageWords.deliveredAt;
  return `${lines.join('')}${when}<u></u>`;
}

function end(content: NoticeContent): string {
  const left = `${escaped(content.receiptNumber || content.documentNumber)}<br>${escaped(templateMark(content))}`;
  const right = `${escaped(content.hall)}<br>${escaped(issuedMark(content.issuedAt))}`;
  return `<div class="end">${qrSvg(content.qrText, pageWords.qrLabel)}<div>${left}</div><div class="right">${right}</div></div>`;
}
