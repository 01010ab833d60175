// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aHallDesk, aQueue, askedOf, aTicket, called, serving } from '../support/hall-views.ts';
import { words as en } from '#renderer/words/en.ts';
import { ticketItem } from '#renderer/words/words.ts';
import { words as zhCn } from '#renderer/words/zh-cn.ts';
import { openWindow } from '../support/open-window.tsx';

const queue = () => within(screen.getByRole('region', { name: '排队' }));

it('says what a number was taken for in the language of the clerk', () => {
  const ticket = { itemNameZh: '社会保障卡申领', itemNameEn: 'Social security card' };
  expect([ticketItem(zhCn, ticket), ticketItem(en, ticket)]).toEqual([
    '社会保障卡申领',
    'Social security card',
  ]);
  expect(ticketItem(en, { ...ticket, itemNameEn: null }), 'taken before English was kept').toBe(
    '社会保障卡申领',
  );
  expect(ticketItem(en, { itemNameZh: null, itemNameEn: null })).toBeNull();
});

describe('a free window', () => {
  it('shows who is next, why, and who comes after', async () => {
    await openWindow(aHallDesk(), '窗口空闲');
    expect(screen.getByText('优先票先叫：孕妇，取号时登记')).toBeDefined();
    expect(screen.getByText('P024，按取号先后，已等 24 分')).toBeDefined();
    expect(queue().getByText('下一位 · 优先：孕妇')).toBeDefined();
  });

  it('calls the next citizen with F2, once however long the key is held', async () => {
    const desk = aHallDesk();
    desk.answer({
      'queue.call-next': () => {
        desk.answer({ 'queue.view': { ok: true, value: aQueue({ inHand: called }) } });
        return { ok: true, value: called };
      },
    });
    const { user } = await openWindow(desk, '窗口空闲');

    await user.keyboard('[F2>3/]');

    expect(await screen.findByText('正在叫到 3 号窗口')).toBeDefined();
    expect(askedOf(desk, 'queue.call-next')).toHaveLength(1);
  });

  it('says so when nobody waits, and why F2 is off', async () => {
    const desk = aHallDesk({ queue: aQueue({ waiting: [] }) });
    const { user } = await openWindow(desk, '窗口空闲');
    expect(screen.getAllByText('没有人等候').length).toBeGreaterThan(0);

    await user.keyboard('[F2]');

    expect(screen.getByRole('status').textContent).toBe('没有人等候。有人取号后再按 F2。');
    expect(askedOf(desk, 'queue.call-next')).toEqual([]);
  });

  it('keeps a key that is off in its place, with the reason', async () => {
    await openWindow(aHallDesk({ queue: aQueue({ waiting: [] }) }), '窗口空闲');
    const key = screen.getByRole('button', { name: /叫下一位/, description: /没有人等候/ });
    expect(key.getAttribute('aria-disabled')).toBe('true');
  });

  it('says what the desk refused, under the keys', async () => {
    const desk = aHallDesk();
    desk.answer({ 'queue.call-next': { ok: false, refusal: 'nobody-waiting' } });
    const { user } = await openWindow(desk, '窗口空闲');
    await user.keyboard('[F2]');
    expect((await queue().findByRole('alert')).textContent).toBe('没有人等候。有人取号后再按 F2。');
  });

  it('takes a held ticket back with Shift+F6', async () => {
    const held = aTicket(19, { state: 'held', reason: '去复印', arrivedAtMs: 0 });
    const desk = aHallDesk({ queue: aQueue({ held: [held] }) });
    desk.answer({ 'queue.resume': { ok: true, value: { ...held, state: 'serving' } } });
    const { user } = await openWindow(desk, '窗口空闲');
    await user.keyboard('{Shift>}[F6]{/Shift}');
    await waitFor(() => expect(askedOf(desk, 'queue.resume')).toEqual([{ ticketId: held.id }]));
  });

  it('puts a passed citizen back, and not one who came back already', async () => {
    const passed = [
      aTicket(20, { state: 'passed', reason: '叫了没人应' }),
      aTicket(21, { state: 'passed', reason: '人走开了', returnedOnce: true }),
    ];
    const desk = aHallDesk({ queue: aQueue({ passed }) });
    desk.answer({ 'queue.requeue': { ok: true, value: aTicket(20) } });
    const { user } = await openWindow(desk, '窗口空闲');
    for (const button of screen.getAllByRole('button', { name: '回来了' })) await user.click(button);
    expect(askedOf(desk, 'queue.requeue')).toEqual([{ ticketId: passed[0]?.id }]);
  });

  it('says from when the list is when it could not be read again', async () => {
    const desk = aHallDesk();
    const { stores } = await openWindow(desk, '窗口空闲');
    desk.answer({ 'queue.view': () => Promise.reject(new Error('away')) });
    await stores.queue.getState().look();
    expect(await screen.findByText('列表没更新，09:50 的')).toBeDefined();
    expect(queue().getByText('P024')).toBeDefined();
  });
});

describe('a called ticket', () => {
  it('is marked arrived with Enter alone', async () => {
    const desk = aHallDesk({ queue: aQueue({ inHand: called }) });
    desk.answer({ 'queue.arrive': { ok: true, value: serving } });
    const { user } = await openWindow(desk, '正在叫到 3 号窗口');
    await user.keyboard('{Enter}');
    expect(askedOf(desk, 'queue.arrive')).toEqual([{}]);
  });

  it('is called again with F3 and passed with F4, a digit and Enter', async () => {
    const desk = aHallDesk({ queue: aQueue({ inHand: called }) });
    desk.answer({ 'queue.recall': { ok: true, value: called }, 'queue.pass': { ok: true, value: called } });
    const { user } = await openWindow(desk, '正在叫到 3 号窗口');
    await user.keyboard('[F3]');
    await waitFor(() => expect(askedOf(desk, 'queue.recall')).toHaveLength(1));
    await user.keyboard('[F4]');
    expect(screen.getByRole('dialog', { name: 'P023 过号，为什么' })).toBeDefined();
    await user.keyboard('2{Enter}');
    await waitFor(() => expect(askedOf(desk, 'queue.pass')).toEqual([{ reason: '人走开了' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keeps the reason dialog open and says why when the desk wants another call first', async () => {
    const desk = aHallDesk({ queue: aQueue({ inHand: called }) });
    desk.answer({ 'queue.pass': { ok: false, refusal: 'call-again-first' } });
    const { user } = await openWindow(desk, '正在叫到 3 号窗口');
    await user.keyboard('[F4]{Enter}');
    const dialog = within(await screen.findByRole('dialog'));
    expect((await dialog.findByRole('alert')).textContent).toContain('还要再叫一次');
  });

  it('is arrived when its own ticket is scanned, and another ticket changes nothing', async () => {
    const desk = aHallDesk({ queue: aQueue({ inHand: called }) });
    desk.answer({ 'queue.arrive': { ok: true, value: serving } });
    await openWindow(desk, '正在叫到 3 号窗口');
    desk.say('code.scanned', { kind: 'ticket', number: 'P024', ticketId: null });
    expect(await screen.findByText('还没轮到 P024，前面有 1 人。')).toBeDefined();
    expect(askedOf(desk, 'queue.arrive')).toEqual([]);
    desk.say('code.scanned', { kind: 'ticket', number: 'P023', ticketId: null });
    await waitFor(() => expect(askedOf(desk, 'queue.arrive')).toEqual([{}]));
  });
});
