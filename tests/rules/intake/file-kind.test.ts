import { describe, expect, it } from 'vitest';
import { fileKind, isWholeFile } from '#rules/intake/file-kind.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
/** Start, a quantisation table that holds an end mark in its values, a frame, a scan, the end. */
const jpeg = hex('ffd8 ffdb0006ffd90102 ffc0000b080001000101011100 ffda0008010100003f00 aabbcc ffd9');
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n');

describe('a file', () => {
  it('is known by its first bytes only', () => {
    expect(fileKind(jpeg)).toBe('image/jpeg');
    expect(fileKind(pdf)).toBe('application/pdf');
    expect(fileKind(hex('89504e470d0a1a0a'))).toBe('image/png');
    for (const other of ['', 'ff', '504b0304', '47494638', 'd0cf11e0a1b11ae1', '255044', '00ffd8ff']) {
      expect([other, fileKind(hex(other))]).toEqual([other, null]);
    }
  });

  it('that is a picture is walked to its end', () => {
    expect(isWholeFile('image/jpeg', jpeg)).toBe(true);
    for (let length = 0; length < jpeg.length; length += 1) {
      expect([length, isWholeFile('image/jpeg', jpeg.subarray(0, length))]).toEqual([length, false]);
    }
  });

  it('may carry stray bytes behind its end where cameras and printers add them', () => {
    expect(isWholeFile('image/jpeg', Uint8Array.from([...jpeg, 0, 0]))).toBe(true);
    expect(isWholeFile('application/pdf', Uint8Array.from([...pdf, 10, 10]))).toBe(true);
    expect(isWholeFile('application/pdf', pdf.subarray(0, pdf.length - 8))).toBe(false);
  });

  it('of any bytes is judged without a crash', () => {
    let seed = 990_101;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    const heads = ['ffd8ff', '89504e470d0a1a0a', '255044462d'].map((head) => [...hex(head)]);
    let whole = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const noise = Array.from({ length: next() % 200 }, () => next() % 256);
      const bytes = Uint8Array.from([...(heads[round % 3] ?? []), ...noise]);
      const kind = fileKind(bytes);
      if (kind && isWholeFile(kind, bytes)) whole += 1;
    }
    expect(whole).toBe(0);
  });
});
