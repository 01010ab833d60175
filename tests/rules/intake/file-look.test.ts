import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileKind, strangerKind } from '#rules/intake/file-kind.ts';
import { lookAtFile } from '#rules/intake/file-look.ts';
import { aJpeg, aPdf, aPng } from '../../support/made-files.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

const faultOf = (content: Uint8Array) => {
  const look = lookAtFile(content, unpacked);
  return look.ok ? 'taken' : look.fault;
};

function unpacked(packed: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(packed);
  } catch {
    return null;
  }
}

describe('a file', () => {
  it('is known by its first bytes only', () => {
    expect(fileKind(aJpeg())).toBe('image/jpeg');
    expect(fileKind(aPdf())).toBe('application/pdf');
    expect(fileKind(hex('89504e470d0a1a0a'))).toBe('image/png');
    for (const other of ['', 'ff', '504b0304', '47494638', 'd0cf11e0a1b11ae1', '255044', '00ffd8ff']) {
      expect([other, fileKind(hex(other))]).toEqual([other, null]);
    }
  });

  it('of no kind we take is a program, a package, or anything else', () => {
    expect(strangerKind(Buffer.from('MZ and more'))).toBe('executable-file');
    expect(strangerKind(hex('7f454c46 0201'))).toBe('executable-file');
    expect(strangerKind(Buffer.from('#!/bin/sh'))).toBe('executable-file');
    expect(strangerKind(hex('504b0304 1400'))).toBe('archive-file');
    expect(strangerKind(Buffer.from('Rar!'))).toBe('archive-file');
    expect(strangerKind(hex('d0cf11e0a1b11ae1'))).toBe('archive-file');
    expect(strangerKind(Buffer.from('GIF89a'))).toBe('kind-not-allowed');
    expect(strangerKind(Buffer.from('<svg xmlns='))).toBe('kind-not-allowed');
  });

  it('tells the size of a picture and the pages of a PDF', () => {
    expect(lookAtFile(aJpeg({ widthPx: 2480, heightPx: 3508 }), unpacked)).toEqual({
      ok: true,
      facts: { mediaType: 'image/jpeg', widthPx: 2480, heightPx: 3508, pages: 1 },
    });
    expect(lookAtFile(aPng(20), unpacked)).toMatchObject({ facts: { widthPx: 20, heightPx: 20, pages: 1 } });
    expect(lookAtFile(aPdf({ pages: 12 }), unpacked)).toMatchObject({ facts: { widthPx: null, pages: 12 } });
  });

  it('that is a picture is walked to its end', () => {
    for (const whole of [aJpeg(), aPng(4)]) {
      expect(faultOf(whole)).toBe('taken');
      for (let length = 8; length < whole.length; length += 1) {
        expect([length, faultOf(whole.subarray(0, length))]).toEqual([length, 'damaged-file']);
      }
    }
  });

  it('that is a PNG is checked byte by byte', () => {
    const whole = aPng(6);
    for (let at = 8; at < whole.length; at += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
      expect([at, faultOf(flipped)]).toEqual([at, 'damaged-file']);
    }
  });

  it('may carry stray bytes behind its end where cameras and printers add them', () => {
    expect(faultOf(Buffer.concat([aJpeg(), hex('0000')]))).toBe('taken');
    expect(faultOf(Buffer.concat([aPdf(), hex('0a0a')]))).toBe('taken');
  });

  it('carries no package of files behind its end', () => {
    const zip = hex('504b0304 14000000');
    expect(faultOf(Buffer.concat([aJpeg(), zip]))).toBe('archive-file');
    expect(faultOf(Buffer.concat([aPdf(), zip]))).toBe('archive-file');
  });

  it('that would fill the memory when it is drawn is refused by its own numbers', () => {
    expect(faultOf(aJpeg({ widthPx: 9_921, heightPx: 7_016 })), 'A3 at 600 dpi').toBe('taken');
    expect(faultOf(aJpeg({ widthPx: 65_000, heightPx: 65_000 }))).toBe('picture-too-large');
    expect(faultOf(aPng(4, { width: 60_000, height: 60_000 }))).toBe('picture-too-large');
  });
});

describe('a PDF', () => {
  it.each([
    ['cut before its end', aPdf().subarray(0, -20), 'broken-pdf'],
    ['without its table', Buffer.from('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n'), 'broken-pdf'],
    ['without a page', aPdf({ pages: 0 }), 'broken-pdf'],
    ['with a password', aPdf({ trailer: '/Encrypt 9 0 R' }), 'encrypted-file'],
    [
      'with a script',
      aPdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
      'active-content',
    ],
    [
      'with only a short name of a script',
      aPdf({ catalogue: '/AA << /O << /JS 7 0 R >> >>' }),
      'active-content',
    ],
    [
      'that starts a program',
      aPdf({ catalogue: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
      'active-content',
    ],
    ['with a file in it', aPdf({ catalogue: '/Names << /EmbeddedFiles 8 0 R >>' }), 'active-content'],
    ['with a name in codes', aPdf({ catalogue: '/OpenAction << /S /J#61vaScript >>' }), 'active-content'],
    ['with a script packed away', aPdf({ packed: '<< /S /JavaScript /JS (x) >>' }), 'active-content'],
    ['with a link to a page', aPdf({ catalogue: '/OpenAction [10 0 R /Fit]' }), 'taken'],
    ['that speaks of scripts', aPdf({ words: 'how to stop JS and Launch' }), 'taken'],
    ['with harmless objects packed away', aPdf({ packed: '<< /Type /Font >>' }), 'taken'],
  ])('%s', (_, content, expected) => {
    expect(faultOf(content)).toBe(expected);
  });
});

describe('any bytes', () => {
  it('are judged without a crash', () => {
    let seed = 990_101;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    const heads = ['ffd8ff', '89504e470d0a1a0a', '255044462d'].map((head) => [...hex(head)]);
    let taken = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const noise = Array.from({ length: next() % 200 }, () => next() % 256);
      if (faultOf(Uint8Array.from([...(heads[round % 3] ?? []), ...noise])) === 'taken') taken += 1;
    }
    expect(taken).toBe(0);
  });
});
