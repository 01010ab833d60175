import { describe, expect, it } from 'vitest';
import { CodeRecords, type RecordRules, type Scanned } from '#native/scanner/code-record.ts';

const plain: RecordRules = { encoding: 'detect', gapOnly: false };
const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
/** 综合窗口 as a scanner set to GBK sends it. */
const GBK = Buffer.from('d7dbbacfb4b0bfda', 'hex');

function scanned(rules: RecordRules, ...chunks: readonly Uint8Array[]): string[] {
  const records = new CodeRecords(rules);
  const found: Scanned[] = [];
  for (const chunk of chunks) found.push(...records.push(chunk, 0));
  found.push(...records.silence(100));
  return found.map((one) => (one.kind === 'code' ? one.text : `!${one.trouble}`));
}

describe('a scanned code', () => {
  it.each([
    ['CR', 'A031\r'],
    ['LF', 'A031\n'],
    ['CR LF', 'A031\r\n'],
    ['silence', 'A031'],
    ['several ends', '\r\n\rA031\r\n\n'],
  ])('ends with %s', (_, sent) => {
    expect(scanned(plain, bytes(sent))).toEqual(['A031']);
  });

  it('is the same however its bytes are cut', () => {
    const sent = bytes('W990101-03-000127-K\r\n综合窗口\r');
    for (let cut = 0; cut <= sent.length; cut += 1) {
      const found = scanned(plain, sent.subarray(0, cut), sent.subarray(cut));
      expect(found, `cut at ${cut}`).toEqual(['W990101-03-000127-K', '综合窗口']);
    }
  });

  it('loses the code identifier some scanners put before it', () => {
    expect(scanned(plain, bytes(']Q1A031\r]C0A032\r]A033\r'))).toEqual(['A031', 'A032', '33']);
    expect(scanned(plain, bytes(']Q1\r'))).toEqual([]);
  });

  it.each([
    ['detect', 'utf-8', bytes('综合窗口')],
    ['detect', 'gb18030', GBK],
    ['gb18030', 'gb18030', GBK],
    ['utf-8', 'utf-8', bytes('综合窗口')],
  ] as const)('is read with the setting %s when sent in %s', (encoding, _, sent) => {
    expect(scanned({ ...plain, encoding }, sent)).toEqual(['综合窗口']);
  });

  it('is not guessed at when the device is known to send one encoding', () => {
    expect(scanned({ ...plain, encoding: 'utf-8' }, GBK)).toEqual(['!not-text']);
    expect(scanned({ ...plain, encoding: 'gb18030' }, bytes('综合窗口'))).not.toEqual(['综合窗口']);
  });

  it.each([
    ['in no known encoding', Buffer.from('81ff81ff', 'hex'), '!not-text'],
    ['with an escape', bytes('A\u001b@031'), '!control-characters'],
    ['with a nought', bytes('A\u0000'), '!control-characters'],
    ['with a C1 control', bytes('A\u009b31m'), '!control-characters'],
    ['with a tab', bytes('A\t031'), '!control-characters'],
    ['over 4 kB', Buffer.alloc(4097, 0x41), '!too-long'],
  ])('gives no text when it is %s', (_, sent, word) => {
    expect(scanned(plain, sent)).toEqual([word]);
  });

  it('may be 4 kB long, and one that is longer does not spoil the next', () => {
    expect(scanned(plain, Buffer.alloc(4096, 0x41))[0]).toHaveLength(4096);
    const flood = Array.from({ length: 50 }, () => Buffer.alloc(1000, 0x42));
    expect(scanned(plain, ...flood, bytes('\rA031\r'))).toEqual(['!too-long', 'A031']);
  });

  it('keeps its line breaks where only silence ends it', () => {
    const gapOnly = { ...plain, gapOnly: true };
    expect(scanned(gapOnly, bytes('name: x\r\ncode: 1\r\n'))).toEqual(['name: x\r\ncode: 1']);
    expect(scanned(gapOnly, bytes('A\u0007'))).toEqual(['!control-characters']);
  });

  it('is one scan when it comes again within a second and a half', () => {
    const records = new CodeRecords(plain);
    const at = (atMs: number, text: string): number => records.push(bytes(`${text}\r`), atMs).length;
    expect([
      at(0, 'A031'),
      at(1_499, 'A031'),
      at(1_500, 'A031'),
      at(1_600, 'A032'),
      at(1_700, 'A031'),
    ]).toEqual([1, 0, 1, 1, 1]);
  });

  it('is under way until it ends', () => {
    const records = new CodeRecords(plain);
    records.push(bytes('A0'), 0);
    expect(records.isOpen).toBe(true);
    records.push(bytes('31\r'), 1);
    expect(records.isOpen).toBe(false);
  });
});
