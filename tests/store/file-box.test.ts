import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileUnreadable, openFileBox } from '#desk/store/file-box.ts';
import { TEST_KEY } from '../support/case-file.ts';
import { filesBelow } from '../support/files-below.ts';
import { tempHome } from '../support/temp-home.ts';

const SEGMENT = 64 * 1024;
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

function aBox(bytes: number) {
  const folder = tempHome();
  const box = openFileBox(folder, TEST_KEY);
  const content = randomBytes(bytes);
  const hash = hashOf(content);
  box.put(hash, content);
  return { folder, box, content, hash, file: join(folder, box.placeOf(hash)) };
}

describe('a folder of files', () => {
  it.each([1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT + 17])('gives back %i bytes', (bytes) => {
    const { box, content, hash } = aBox(bytes);
    expect(box.read(hash).equals(content)).toBe(true);
    expect(box.isWhole(hash)).toBe(true);
  });

  it('gives any part of a file', () => {
    const { box, content, hash } = aBox(3 * SEGMENT + 17);
    for (const [from, bytes] of [
      [0, 10],
      [SEGMENT - 3, 6],
      [SEGMENT, SEGMENT],
      [5, 3 * SEGMENT],
      [3 * SEGMENT, 999],
      [9_999_999, 4],
    ] as const) {
      expect(box.piece(hash, from, bytes).equals(content.subarray(from, from + bytes))).toBe(true);
    }
  });

  it('keeps the same content once, under a name that tells nothing of it', () => {
    const { folder, box, content, hash, file } = aBox(500);
    box.put(hash, content);
    expect(filesBelow(folder)).toEqual([file]);
    expect(file).not.toContain(hash.slice(0, 8));
    expect(readFileSync(file).includes(content.subarray(0, 16))).toBe(false);
    expect(openFileBox(tempHome(), '2e'.repeat(32)).placeOf(hash)).not.toBe(box.placeOf(hash));
  });

  it('finds every changed byte, a cut end and a swapped file', () => {
    const { box, hash, file } = aBox(300);
    const good = readFileSync(file);
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 1, at);
      writeFileSync(file, bad);
      expect([at, box.isWhole(hash)]).toEqual([at, false]);
    }
    const long = aBox(2 * SEGMENT);
    truncateSync(long.file, statOfOneSegment());
    expect(() => long.box.read(long.hash)).toThrow(FileUnreadable);
    copyFileSync(aBox(300).file, file);
    expect(box.isWhole(hash)).toBe(false);
    writeFileSync(file, good);
    expect(box.isWhole(hash), 'control').toBe(true);
  });

  it('says so when a file is gone, and puts it right when it comes again', () => {
    const { box, content, hash, file } = aBox(300);
    truncateSync(file, 20);
    expect(() => box.read(hash)).toThrow(FileUnreadable);
    expect(() => box.read(hashOf(randomBytes(4)))).toThrow(FileUnreadable);
    box.put(hash, content);
    expect(box.isWhole(hash)).toBe(true);
  });

  it('is swept of what nothing names and of what was half written', () => {
    const { folder, box, hash, file } = aBox(300);
    const other = randomBytes(40);
    box.put(hashOf(other), other);
    mkdirSync(join(folder, 'ff'), { recursive: true });
    writeFileSync(join(folder, 'ff', 'ff00.half'), 'half');
    expect(box.sweep(new Set([box.placeOf(hash)]))).toBe(2);
    expect(filesBelow(folder)).toEqual([file]);
  });

  it('is copied file by file, and each copy read whole', async () => {
    const { box, hash, file } = aBox(90_000);
    const copies = openFileBox(tempHome(), TEST_KEY);
    expect(await copies.copyFrom(box, hash)).toBe(true);
    expect(copies.isWhole(hash)).toBe(true);
    expect(await copies.copyFrom(box, hashOf(randomBytes(4)))).toBe(false);

    const bad = openFileBox(tempHome(), TEST_KEY);
    const spoilt = readFileSync(file);
    spoilt.writeUInt8(spoilt.readUInt8(80_000) ^ 1, 80_000);
    writeFileSync(file, spoilt);
    expect(await bad.copyFrom(box, hash)).toBe(false);
    expect(existsSync(dirname(join(bad.folder, bad.placeOf(hash))))).toBe(true);
    expect(filesBelow(bad.folder)).toEqual([]);
  });
});

function statOfOneSegment(): number {
  return 12 + SEGMENT + 16;
}
