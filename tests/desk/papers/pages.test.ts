import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoticeContent } from '#contract/shapes/notice.ts';
import { checkCode, checkCodeHolds } from '#desk/papers/check-code.ts';
import { frozenText } from '#desk/papers/frozen-text.ts';
import { noticeHtml } from '#desk/papers/notice-html.ts';
import { qrSvg } from '#desk/papers/qr-svg.ts';
import { slipHtml } from '#desk/papers/slip-html.ts';
import { aNotice, aSlip } from '../../support/a-notice.ts';
import { qrInPage } from '../../support/qr-in-page.ts';

const pages = [
  ['a slip', (named: Partial<NoticeContent>, reprint: number) => slipHtml(aSlip(named), reprint)],
  ['a notice', (named: Partial<NoticeContent>, reprint: number) => noticeHtml(aNotice(named), reprint)],
] as const;

/** The text a person reads on the page. */
function readable(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  return body
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

describe.each(pages)('%s', (_, drawn) => {
  it('says everything that was frozen', () => {
    const html = drawn({}, 0);
    const content = html.includes('paper-height-mm') ? aSlip() : aNotice();
    const said = [
      content.title,
      content.hall,
      content.documentNumber,
      content.receiptNumber,
      ...content.rows.flatMap(({ label, value }) => (value === '03-000127' ? [value] : [label, value])),
      ...content.paragraphs,
      ...(content.table ? [...content.table.head, ...content.table.rows.flat()] : []),
      ...content.foot.filter((line) => !line.includes(content.checkCode)),
      '7F3A 91C2',
    ];
    expect(said.filter((text) => !readable(html).includes(text))).toEqual([]);
  });

  it('holds a code that an independent decoder reads', async () => {
    expect(await qrInPage(drawn({}, 0))).toEqual([aNotice().qrText]);
  });

  it('with a damaged code is not readable, so the decoder would have told', async () => {
    const damaged = drawn({}, 0).replace(/<path d="[^Z]*Z/, '<path d="');
    expect(await qrInPage(damaged)).toEqual([]);
  });

  it('is marked 待同步 only while the province had not answered', () => {
    expect(readable(drawn({ pendingSync: true }, 0))).toContain('待同步');
    expect(readable(drawn({ pendingSync: false }, 0))).not.toContain('待同步');
  });

  it('is marked 补打 with its count only when it was printed before', () => {
    expect(readable(drawn({}, 3))).toContain('补打 3');
    expect(readable(drawn({}, 0))).not.toContain('补打');
  });

  it('stands alone: no script, nothing to load, and a policy that says so', () => {
    const html = drawn({}, 0);
    expect(html).toContain(`default-src 'none'; style-src 'unsafe-inline'`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|@import|url\(|\son[a-z]+=/i);
  });

  it('turns nothing that was typed into markup', () => {
    const tags = (html: string): number => html.match(/<[a-z/!]/gi)?.length ?? 0;
    const plain = tags(drawn({ organ: 'X', hall: 'X', title: 'X', foot: ['X'], paragraphs: ['X'] }, 0));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 40 }),
          fc.constantFrom(
            '<script>alert(1)</script>',
            '"><img src=x onerror=alert(1)>',
            '&lt;b&gt;',
            '</style>',
          ),
        ),
        (typed) => {
          const html = drawn(
            { organ: typed, hall: typed, title: typed, foot: [`${typed}x`], paragraphs: [`${typed}x`] },
            0,
          );
          expect(tags(html)).toBe(plain);
        },
      ),
    );
  });
});

describe('the roll of a slip', () => {
  const heightOf = (named: Partial<NoticeContent>): number =>
    Number(/paper-height-mm" content="(\d+)"/.exec(slipHtml(aSlip(named), 0))?.[1]);

  it('is longer for more papers and for longer names', () => {
    const rows = (count: number, name: string) => ({
      table: { head: ['收到材料', '形式'], rows: Array.from({ length: count }, () => [name, '原件 1']) },
    });
    expect(heightOf(rows(12, '申请书'))).toBeGreaterThan(heightOf(rows(3, '申请书')) + 30);
    expect(heightOf(rows(3, '公共场所卫生检测或者评价报告（集中空调通风系统）'))).toBeGreaterThan(
      heightOf(rows(3, '申请书')) + 10,
    );
  });
});

describe('an A4 notice', () => {
  it('has a place for the seal and for the signature when the law wants them', () => {
    expect(readable(noticeHtml(aNotice(), 0))).toMatch(/签收[\s\S]*盖章处/);
    const without = readable(noticeHtml(aNotice({ sealPlace: null, signaturePlace: false }), 0));
    expect(without).not.toMatch(/签收|盖章处/);
  });
});

describe('a code on a paper', () => {
  it('holds plain ASCII only', () => {
    expect(() => qrSvg('收件', 'x')).toThrow(RangeError);
    expect(() => qrSvg('', 'x')).toThrow(RangeError);
  });
});

describe('the hash of a frozen content', () => {
  it('is made over the very text that is kept, and changes with everything in it', () => {
    const content = aNotice();
    const { text, sha256 } = frozenText(content);
    expect(sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    expect(NoticeContent.parse(JSON.parse(text))).toEqual(content);
    expect(frozenText({ ...content, title: `${content.title} ` }).sha256).not.toBe(sha256);
    const upsideDown = { ...content, foot: content.foot.toReversed() };
    expect(frozenText(upsideDown).sha256).not.toBe(sha256);
  });
});

describe('the check code of a receipt', () => {
  const keyed = (text: string): string => frozenText({ hall: text }).sha256;
  const { receiptNumber } = aNotice();

  it('is the same every time, and another for another hall or number', () => {
    const code = checkCode(receiptNumber, keyed);
    expect(code).toMatch(/^[0-9A-F]{8}$/);
    expect(checkCode(receiptNumber, keyed)).toBe(code);
    expect(checkCode(receiptNumber, (text) => frozenText({ other: text }).sha256)).not.toBe(code);
    expect(checkCode('W990101-03-000128-C', keyed)).not.toBe(code);
  });

  it('is verified as people say it', () => {
    const code = checkCode(receiptNumber, keyed);
    expect(checkCodeHolds(receiptNumber, `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase(), keyed)).toBe(
      true,
    );
    expect(checkCodeHolds(receiptNumber, '00000000', keyed)).toBe(false);
    expect(checkCodeHolds(receiptNumber, code.slice(0, 7), keyed)).toBe(false);
  });
});
