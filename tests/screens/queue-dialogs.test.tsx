// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aHallDesk, aQueue, askedOf, aTicket, called } from '../support/hall-views.ts';
import { openWindow } from '../support/open-window.tsx';

it('calls a ticket out of turn only with a reason', async () => {
  const desk = aHallDesk();
  desk.answer({ 'queue.call': { ok: true, value: called } });
  const { user } = await openWindow(desk, '窗口空闲');

  await user.keyboard('{Control>}g{/Control}');
  await user.keyboard('{ArrowDown}{Tab}');
  await user.tab();
  await user.click(screen.getByRole('button', { name: /写别的理由/ }));
  await user.click(screen.getByRole('button', { name: /确定/ }));
  expect(askedOf(desk, 'queue.call')).toEqual([]);

  await user.type(screen.getByRole('textbox', { name: '写别的理由' }), '带着孩子{Enter}');
  await waitFor(() =>
    expect(askedOf(desk, 'queue.call')).toEqual([{ ticketId: aTicket(24).id, reason: '带着孩子' }]),
  );
});

it('moves the ticket in hand to a window by its number', async () => {
  const desk = aHallDesk({ queue: aQueue({ inHand: called }) });
  desk.answer({ 'queue.transfer': { ok: true, value: aTicket(23) } });
  const { user } = await openWindow(desk, '正在叫到 3 号窗口');
  await user.keyboard('[F7]');
  await user.type(screen.getByRole('textbox', { name: /窗口号/ }), '12号{Enter}');
  await waitFor(() =>
    expect(askedOf(desk, 'queue.transfer')).toEqual([{ toWindow: 12, reason: '本窗不办这个事项' }]),
  );
});

it('moves the ticket in hand to a queue by its digit', async () => {
  const desk = aHallDesk({ queue: aQueue({ inHand: called }) });
  desk.answer({ 'queue.transfer': { ok: true, value: aTicket(23) } });
  const { user } = await openWindow(desk, '正在叫到 3 号窗口');
  await user.keyboard('[F7]2{Enter}');
  await waitFor(() =>
    expect(askedOf(desk, 'queue.transfer')).toEqual([{ toQueue: 'P', reason: '本窗不办这个事项' }]),
  );
});

it('serves a citizen without a ticket', async () => {
  const desk = aHallDesk();
  desk.answer({ 'queue.walk-in': { ok: true, value: called } });
  const { user } = await openWindow(desk, '窗口空闲');
  await user.keyboard('{Control>}n{/Control}2{Enter}');
  await waitFor(() => expect(askedOf(desk, 'queue.walk-in')).toEqual([{ queue: 'P' }]));
});

it('goes back with Esc, rests everything under a dialog, and gives the focus back', async () => {
  const { user } = await openWindow(aHallDesk(), '窗口空闲');
  const before = document.activeElement;
  await user.keyboard('{Control>}n{/Control}');
  expect(document.querySelector('[data-app]')?.hasAttribute('inert')).toBe(true);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.querySelector('[data-app]')?.hasAttribute('inert')).toBe(false);
  expect(document.activeElement).toBe(before);
});

it('leaves the keys of the screen off while a dialog is open', async () => {
  const desk = aHallDesk();
  const { user } = await openWindow(desk, '窗口空闲');
  await user.keyboard('{Control>}n{/Control}[F2]');
  expect(askedOf(desk, 'queue.call-next')).toEqual([]);
});
