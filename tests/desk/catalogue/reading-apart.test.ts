import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PackageLine } from '#desk/catalogue/package-lines.ts';
import { PackageReaderGone, readInOwnProcess, sayLines } from '#desk/catalogue/reading-apart.ts';
import { one } from '#native/sqlite/database.ts';
import { unflushed } from '#desk/store/shelf-filling.ts';
import { aCaseFile } from '../../support/case-file.ts';
import { catalogueDesk } from '../../support/catalogue-desk.ts';
import { DESK_PROGRAM } from '../../support/desk-line.ts';
import { packageOfMany } from '../../support/many-papers.ts';
import { tempHome } from '../../support/temp-home.ts';

/** The desk's program, or another in its place, reads what is read apart from here on. */
function programIs(program: string): void {
  const before = process.argv[1];
  process.argv[1] = program;
  onTestFinished(() => void (process.argv[1] = before ?? ''));
}

function wishFor(text: string) {
  const file = join(tempHome(), 'package.json');
  writeFileSync(file, text);
  const fresh = { file, signature: null, keys: [], mayBeUnsigned: true, unless: null };
  return { fresh, chain: null };
}

async function linesOf(text: string, slowMs: number): Promise<PackageLine[]> {
  const lines: PackageLine[] = [];
  for await (const line of readInOwnProcess(wishFor(text), [], new AbortController().signal)) {
    lines.push(line);
    await new Promise<void>((next) => void setTimeout(next, slowMs));
  }
  return lines;
}

describe('a package read in a process of its own', { timeout: 60_000 }, () => {
  it('comes to its end however slowly it is taken', async () => {
    programIs(DESK_PROGRAM);
    const lines = await linesOf(packageOfMany(60, 10), 20);
    expect(lines.filter(({ line }) => line === 'items')).toHaveLength(6);
    expect(lines.at(-1)).toEqual({ line: 'end' });
  });

  it('is not over before its last line has left: an end of the process would take it along', async () => {
    const taken: string[] = [];
    const slow = new Writable({
      decodeStrings: false,
      write: (line: string, _encoding, done) => {
        setTimeout(() => {
          if (line !== '') taken.push(line.trim());
          done();
        }, 5);
      },
    });
    await sayLines([{ line: 'other' }, { line: 'known' }, { line: 'end' }], slow);
    expect(taken).toEqual(['{"line":"other"}', '{"line":"known"}', '{"line":"end"}']);
  });

  it('may hold signs that other programs take for the end of a line', async () => {
    programIs(DESK_PROGRAM);
    const told = packageOfMany(20, 1).replaceAll('材料之', '材料\u2028之\u0085');
    const [, some] = await linesOf(told, 0);
    expect(JSON.stringify(some)).toContain('材料\u2028之\u0085');
  });

  it.each([
    ['no-memory', 'process.kill(process.pid, "SIGKILL")'],
    ['no-memory', 'process.exit(134)'],
    ['ended', 'process.exit(0)'],
  ])('that ends too early says how: %s', async (code, program) => {
    const file = join(tempHome(), 'ends.mjs');
    writeFileSync(file, program);
    programIs(file);
    await expect(linesOf(packageOfMany(1, 1), 0)).rejects.toMatchObject({ name: 'PackageReaderGone', code });
  });

  it('is given a second try by the desk, and no third', async () => {
    const gone = () => new PackageReaderGone('no-memory');
    const desk = catalogueDesk();
    desk.lay('large.json', packageOfMany(400, 10));
    desk.readerFails([gone()]);
    await desk.importNamed('large.json');
    expect(await desk.loaded()).toMatchObject({ outcome: 'catalogue', items: 400 });
    const held = desk.items.held();
    desk.lay('other.json', packageOfMany(500, 10));
    desk.readerFails([gone(), gone()]);
    await desk.importNamed('other.json');
    expect(await desk.loaded()).toMatchObject({ outcome: 'refused', faults: [{ path: '' }] });
    expect(desk.items.held()).toEqual(held);
  });
});

describe('what is written without waiting for the disk', () => {
  it('is one transaction, and the next is written with all care again, also after a fault', () => {
    const db = aCaseFile();
    const care = () => one(db, 'PRAGMA synchronous');
    expect(unflushed(db, () => one(db, 'PRAGMA synchronous'))).toEqual({ synchronous: 1 });
    expect(care()).toEqual({ synchronous: 2 });
    expect(() =>
      unflushed(db, () => {
        throw new RangeError('a fault');
      }),
    ).toThrow('a fault');
    expect(care()).toEqual({ synchronous: 2 });
  });
});
