import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askedOf, aWaiting } from '../support/hall-views.ts';
import { card, changes, dialog, free, said, scan, type Seat, STRANGER, ticket } from '../support/seat.ts';

/** SCREENS 5.2 under an open dialog. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a dialog is open', () => {
  async function covered() {
    const seat = await free();
    const layer = seat.keyBoard.newLayer();
    const uncover = seat.keyBoard.layOver(layer);
    return { seat, uncover };
  }

  it.each([
    ['a card', (seat: Seat) => card(seat, STRANGER), { name: 'walk-in', card: '王*' }],
    [
      'a code',
      (seat: Seat) => scan(seat, ticket('P024')),
      { name: 'call-chosen', ticketId: aWaiting(24).ticket.id },
    ],
  ] as const)('%s is kept and used after it', async (_, arrives, then) => {
    const { seat, uncover } = await covered();
    await arrives(seat);
    expect([said(seat), dialog(seat), changes(seat)]).toEqual([{ kind: 'kept-under-dialog' }, null, []]);
    await vi.advanceTimersByTimeAsync(9_900);
    uncover();
    await vi.advanceTimersByTimeAsync(0);
    expect(dialog(seat)).toEqual(then);
  });

  it('the desk is told: it marks no arrival and fills nobody meanwhile', async () => {
    const { seat, uncover } = await covered();
    const uncoverNext = seat.keyBoard.layOver(seat.keyBoard.newLayer());
    uncover();
    await vi.advanceTimersByTimeAsync(0);
    expect(askedOf(seat.desk, 'identity.cover').at(-1)).toEqual({ covered: true });
    await card(seat, { ...STRANGER, phase: 'kept' });
    expect([said(seat), dialog(seat)]).toEqual([{ kind: 'kept-under-dialog' }, null]);
    uncoverNext();
    await vi.advanceTimersByTimeAsync(0);
    expect(askedOf(seat.desk, 'identity.cover').at(-1)).toEqual({ covered: false });
    // The desk says it once more, now to be used.
    await card(seat, STRANGER);
    expect(dialog(seat)).toMatchObject({ name: 'walk-in' });
  });

  it('after 10 s it is forgotten', async () => {
    const { seat, uncover } = await covered();
    await card(seat, STRANGER);
    await vi.advanceTimersByTimeAsync(10_100);
    uncover();
    await vi.advanceTimersByTimeAsync(0);
    expect([dialog(seat), changes(seat)]).toEqual([null, []]);
  });

  it('waits for the last of several dialogs, and is used once', async () => {
    const { seat, uncover } = await covered();
    const uncoverNext = seat.keyBoard.layOver(seat.keyBoard.newLayer());
    await scan(seat, ticket('VP004'));
    uncover();
    await vi.advanceTimersByTimeAsync(0);
    expect(dialog(seat)).toBeNull();
    uncoverNext();
    await vi.advanceTimersByTimeAsync(0);
    expect(dialog(seat)).toMatchObject({ name: 'call-offered' });
    seat.stores.screen.getState().close();
    seat.keyBoard.layOver(seat.keyBoard.newLayer())();
    await vi.advanceTimersByTimeAsync(0);
    expect(dialog(seat)).toBeNull();
  });
});
