import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blockInUse, keepSiteBlock, leaseBlock, nextSerial, numbersLeft } from '#desk/store/numbers.ts';
import { type RunningProvince, startProvince } from '../stand-ins/province/start.ts';
import { openWindow, type ReportingWindow, until } from './reporting-window.ts';

let province: RunningProvince;
let window: ReportingWindow;

beforeAll(async () => {
  province = await startProvince();
});
afterAll(() => province.stop());
afterEach(async () => {
  await window.remove();
  await province.faults({ rules: [] });
});

const take = (count: number) =>
  Array.from({ length: count }, () => window.db.transaction(() => nextSerial(window.db)?.serial)());

describe('the serials of a window', () => {
  it('continue the paper register, one after the other, and end without a word', () => {
    window = openWindow({ url: null });
    expect(take(3)).toEqual([101, 102, 103]);
    expect(take(97).at(-1)).toBe(200);
    expect(nextSerial(window.db)).toBeNull();
    expect(window.view().numberBlock).toMatchObject({ from: 101, to: 200, left: 0 });
  });

  it('are not used up by an act that was refused, and never given out twice over a restart', async () => {
    window = openWindow({ url: null });
    expect(take(2)).toEqual([101, 102]);
    expect(() =>
      window.db.transaction(() => {
        nextSerial(window.db);
        throw new Error('refused');
      })(),
    ).toThrow('refused');
    expect(take(1)).toEqual([103]);
    const { folder } = window;
    await window.close();
    window = openWindow({ url: null, folder });
    expect(take(1)).toEqual([104]);
  });

  it('go on when the technician makes the site’s block longer, and refuse a block that overlaps', () => {
    window = openWindow({ url: null });
    take(100);
    expect(keepSiteBlock(window.db, { from: 101, to: 210 }, 1)).toBe('kept');
    expect(take(1)).toEqual([201]);
    expect(keepSiteBlock(window.db, { from: 150, to: 300 }, 1)).toBe('overlaps');
    expect(leaseBlock(window.db, { name: 'b', from: 205, to: 260, atMs: 1 })).toBe('overlaps');
    expect(leaseBlock(window.db, { name: 'b', from: 301, to: 302, atMs: 1 })).toBe('leased');
    expect(leaseBlock(window.db, { name: 'b', from: 301, to: 302, atMs: 1 })).toBe('leased');
    expect(numbersLeft(window.db)).toBe(11);
    expect(take(11).slice(-3)).toEqual([210, 301, 302]);
  });
});

describe('a new block', () => {
  it('is leased from the platform below twenty, above every serial this window knows', async () => {
    window = openWindow({ url: province.url });
    await until(
      () => window.view().line === 'ok',
      () => 'signed in',
    );
    expect(numbersLeft(window.db), 'enough left: none is asked for').toBe(100);
    take(81);
    window.sync.wake();
    await until(
      () => numbersLeft(window.db) > 100,
      () => 'a block is leased',
    );
    expect(take(21).slice(-2)).toEqual([201, 202]);
    expect(blockInUse(window.db)).toMatchObject({ from: 201, next: 203 });
  });

  it('is the same one when the answer was lost on the way', async () => {
    await province.faults({
      rules: [{ match: { operation: 'leaseNumbers' }, times: 2, fault: { kind: 'reset', after: true } }],
    });
    window = openWindow({ url: province.url });
    take(90);
    window.sync.wake();
    await until(
      () => numbersLeft(window.db) > 100,
      () => 'a block is leased',
    );
    const leased = take(11).at(-1) ?? 0;
    await province.faults({ rules: [] });
    take(80);
    window.sync.wake();
    await until(
      () => numbersLeft(window.db) > 100,
      () => 'the next block is leased',
    );
    take(19);
    expect(take(1)[0], 'the next block follows without a gap').toBe(leased + 100);
  });
});
