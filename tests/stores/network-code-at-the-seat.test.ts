import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoutedCode } from '#contract/shapes/scan.ts';
import { askedOf } from '../support/hall-views.ts';
import { aVisit } from '../support/sheet-views.ts';
import { at, atCalled, changes, free, locked, on, said, scan, signedOut, wish } from '../support/seat.ts';

/** SCREENS 5.2 for the code of a network certificate (F16). */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SCAN = '018f0000-0000-7000-8000-00000000c0de';
const code: RoutedCode = { kind: 'network-identity', scanId: SCAN };

describe('the code of a network certificate', () => {
  it('proves whoever’s tab is open at the identity step', async () => {
    const seat = await at('identity');
    seat.desk.answer({ 'identity.check-network': { ok: true, value: aVisit() } });
    seat.stores.visit.getState().turnTo('handler');
    await scan(seat, code);
    expect(askedOf(seat.desk, 'identity.check-network')).toEqual([
      { visitId: aVisit().id, role: 'handler', scanId: SCAN },
    ]);
    expect(seat.stores.visit.getState()).toMatchObject({ checking: false, setback: null });
  });

  it('that proved nobody is said where it was asked, and the next one may be shown', async () => {
    const seat = await at('identity');
    seat.desk.answer({ 'identity.check-network': { ok: false, refusal: 'code-expired' } });
    await scan(seat, code);
    expect(seat.stores.visit.getState()).toMatchObject({
      checking: false,
      setback: { kind: 'refused', refusal: 'code-expired' },
    });
    await scan(seat, code);
    expect(askedOf(seat.desk, 'identity.check-network')).toHaveLength(2);
  });

  it('marks somebody who was called as arrived', async () => {
    const seat = await atCalled();
    await scan(seat, code);
    expect(askedOf(seat.desk, 'queue.arrive')).toHaveLength(1);
  });

  it('opens the page of one number', async () => {
    const seat = await on('one-number');
    await scan(seat, code);
    expect(wish(seat)).toEqual({
      kind: 'person',
      which: { by: 'network', scanId: SCAN },
      purpose: 'serve-at-the-window',
    });
  });

  it.each(['item', 'situation', 'form', 'materials', 'result'] as const)(
    'is not asked about at %s',
    async (step) => {
      const seat = await at(step);
      await scan(seat, code);
      expect([said(seat), askedOf(seat.desk, 'identity.check-network')]).toEqual([
        { kind: 'network-not-here' },
        [],
      ]);
    },
  );

  it.each([
    ['free', free, 'network-not-here'],
    ['signed out', signedOut, 'sign-in-first'],
    ['locked', locked, 'unlock-first'],
  ] as const)('%s: nothing is asked', async (_, seated, kind) => {
    const seat = await seated();
    await scan(seat, code);
    expect([said(seat), changes(seat)]).toEqual([{ kind }, []]);
  });
});
