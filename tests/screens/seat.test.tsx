// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aHallDesk, aQueue, askedOf, called, clerk } from '../support/hall-views.ts';
import { openWindow } from '../support/open-window.tsx';

const locked = { ok: true, value: { staff: clerk, locked: true, mustChangePassword: false } } as const;
const unlocked = { ok: true, value: { staff: clerk, locked: false, mustChangePassword: false } } as const;

afterEach(() => void vi.useRealTimers());

describe('the lock', () => {
  it('leaves nothing of the citizen on the page, and gives it back', async () => {
    const desk = aHallDesk({ queue: aQueue({ inHand: called }) });
    desk.answer({ 'access.lock': locked, 'access.unlock': unlocked });
    const { user } = await openWindow(desk, '社会保障卡申领');
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByText('已锁屏');
    expect(document.body.textContent).not.toContain('社会保障卡申领');
    expect(askedOf(desk, 'access.lock')).toEqual([{ because: 'asked' }]);

    await user.keyboard('my word{Enter}');
    expect(askedOf(desk, 'access.unlock')).toEqual([{ password: 'my word' }]);
    expect((await screen.findAllByText('社会保障卡申领')).length).toBeGreaterThan(0);
  });

  it('closes an open dialog with it', async () => {
    const desk = aHallDesk();
    desk.answer({ 'access.lock': locked });
    const { user } = await openWindow(desk, '窗口空闲');
    await user.keyboard('{Control>}n{/Control}{Control>}l{/Control}');
    await screen.findByText('已锁屏');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('comes by itself when nobody touches anything, and not a moment earlier', async () => {
    const desk = aHallDesk({ site: { lockAfterSeconds: 60 } });
    desk.answer({ 'access.lock': locked });
    await openWindow(desk, '窗口空闲');
    vi.useFakeTimers();
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowDown' })));
    act(() => void vi.advanceTimersByTime(59_000));
    expect(askedOf(desk, 'access.lock')).toEqual([]);
    act(() => void vi.advanceTimersByTime(1000));
    expect(askedOf(desk, 'access.lock')).toEqual([{ because: 'idle' }]);
  });

  it('lets somebody else sign in', async () => {
    const desk = aHallDesk({ session: { locked: true } });
    const nobody = { staff: null, locked: false, mustChangePassword: false };
    desk.answer({ 'access.sign-out': { ok: true, value: nobody } });
    const { user } = await openWindow(desk, '已锁屏');
    await user.keyboard('{Alt>}o{/Alt}');
    expect(await screen.findByLabelText('工号')).toBeDefined();
  });
});

describe('the desk process', () => {
  it('is said to be gone, its keys are off, and it is read again when it is back', async () => {
    const desk = aHallDesk();
    const { user } = await openWindow(desk, '窗口空闲');
    act(() => desk.die());
    expect(screen.getByText('后台停了，正在重新启动。')).toBeDefined();
    await user.keyboard('[F2]');
    expect(askedOf(desk, 'queue.call-next')).toEqual([]);

    const looks = askedOf(desk, 'queue.view').length;
    act(() => desk.comeBack());
    expect(await screen.findByText(/后台重新启动了/)).toBeDefined();
    await waitFor(() => expect(askedOf(desk, 'queue.view').length).toBeGreaterThan(looks));
    await user.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByText(/后台重新启动了/)).toBeNull();
  });

  it('says its own sentence when it cannot start', async () => {
    const desk = aHallDesk();
    await openWindow(desk, '窗口空闲');
    act(() => desk.refuseToStart({ code: 'newer-file', message: 'The case file is newer.' }));
    expect(screen.getByRole('alert').textContent).toContain('The case file is newer.');
  });
});

describe('the language', () => {
  it('changes at the seat with one key and back', async () => {
    const { user } = await openWindow(aHallDesk(), '窗口空闲');
    await user.keyboard('{Alt>}l{/Alt}');
    expect(screen.getByText('Window free')).toBeDefined();
    expect(document.documentElement.lang).toBe('en');
    await user.keyboard('{Alt>}l{/Alt}');
    expect(screen.getByText('窗口空闲')).toBeDefined();
  });
});
