// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClerkNumber } from '#contract/shapes/person.ts';
import { wordsIn } from '#renderer/words/words.ts';
import { aHallDesk, aQueue, askedOf, called, clerk } from '../support/hall-views.ts';
import { openWindow } from '../support/open-window.tsx';

const locked = {
  ok: true,
  value: { staff: clerk, locked: true, mustChangePassword: false, largeType: false },
} as const;
const unlocked = {
  ok: true,
  value: { staff: clerk, locked: false, mustChangePassword: false, largeType: false },
} as const;

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
    const nobody = { staff: null, locked: false, mustChangePassword: false, largeType: false };
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
    expect(screen.getByRole('button', { name: /知道了/ })).toBeDefined();
    await user.keyboard('{Escape}');
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

describe('a card or a badge at this seat', () => {
  const card = {
    phase: 'nobody-to-fill',
    readingId: 'r-1',
    name: '王*',
    number: '9901**********4321',
    role: null,
    tookMs: 800,
  } as const;

  it('calls whoever laid a card down and is next, then reads the card for them', async () => {
    const next = aQueue().waiting[0]?.ticket ?? null;
    const desk = aHallDesk();
    desk.answer({
      'queue.ticket-of-card': { ok: true, value: { ticket: next } },
      'queue.call-next': () => {
        desk.answer({ 'queue.view': { ok: true, value: aQueue({ inHand: called, waiting: [] }) } });
        return { ok: true, value: called };
      },
      'identity.read-again': { ok: true, value: { asked: true } },
    });
    const { user } = await openWindow(desk, '窗口空闲');
    act(() => desk.say('identity.card', card));
    expect(await screen.findByRole('dialog', { name: 'VP004 是下一位，叫吗' })).toBeDefined();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(askedOf(desk, 'identity.read-again')).toEqual([{}]));
    expect(askedOf(desk, 'queue.call-next')).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks for a reason when somebody came before them while the question stood', async () => {
    const next = aQueue().waiting[0]?.ticket ?? null;
    const desk = aHallDesk();
    desk.answer({ 'queue.ticket-of-card': { ok: true, value: { ticket: next } } });
    const { stores } = await openWindow(desk, '窗口空闲');
    act(() => desk.say('identity.card', card));
    await screen.findByRole('dialog', { name: 'VP004 是下一位，叫吗' });
    const [first, second] = aQueue().waiting;
    const turned = aQueue({ waiting: [second, first].flatMap((row) => row ?? []) });
    desk.answer({ 'queue.view': { ok: true, value: turned } });
    await act(async () => stores.queue.getState().look());
    expect(await screen.findByRole('dialog', { name: '叫哪一个号' })).toBeDefined();
  });

  it('waits under an open dialog, which stays as it is', async () => {
    const desk = aHallDesk();
    desk.answer({ 'queue.ticket-of-card': { ok: true, value: { ticket: null } } });
    const { user } = await openWindow(desk, '窗口空闲');
    await user.keyboard('{Control>}g{/Control}');
    act(() => desk.say('identity.card', card));
    expect(await screen.findByText('收到了。关上这一页就接着用，留 10 秒。')).toBeDefined();
    expect(screen.getByRole('dialog', { name: '叫哪一个号' })).toBeDefined();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('dialog', { name: /王\*今天没有号/ })).toBeDefined();
  });

  it('under the lock leads to the password', async () => {
    const desk = aHallDesk({ session: { locked: true } });
    const { user } = await openWindow(desk, '已锁屏');
    await user.tab();
    act(() => desk.say('identity.card', card));
    await screen.findByText('屏还锁着。先输密码，再接着办。');
    expect(document.activeElement).toBe(screen.getByLabelText(/0317/));

    await user.tab();
    act(() => desk.say('code.scanned', { kind: 'clerk-badge', number: '0317' }));
    expect(await screen.findByText('工牌是本人的。输密码就解锁。')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText(/0317/));
    act(() => desk.say('code.scanned', { kind: 'clerk-badge', number: '0009' }));
    expect(await screen.findByText('扫的是 0009 的工牌。换人按 Alt O。')).toBeDefined();
  });
});

describe('large type', () => {
  it('is for the clerk who asked for it, not for the next one', async () => {
    const desk = aHallDesk();
    const large = { staff: clerk, locked: false, mustChangePassword: false, largeType: true };
    desk.answer({ 'access.turn-large-type': { ok: true, value: large } });
    const { user } = await openWindow(desk, '窗口空闲');
    await user.keyboard('{Alt>}u{/Alt}');
    const size = () => document.documentElement.dataset['type'];
    await waitFor(() => expect(size()).toBe('large'));
    expect(askedOf(desk, 'access.turn-large-type')).toEqual([{ large: true }]);

    const signIn = async (staff: typeof clerk) => {
      const session = { ...large, staff, largeType: staff === clerk };
      desk.answer({ 'access.session': { ok: true, value: session } });
      await act(async () => desk.say('session.changed', {}));
    };
    await signIn({ ...clerk, number: ClerkNumber.parse('0009') });
    await waitFor(() => expect(size()).toBeUndefined());
    await signIn(clerk);
    await waitFor(() => expect(size()).toBe('large'));
  });
});

describe('keys that work everywhere', () => {
  it('F8 reads the card again at a free window, and says why it did not', async () => {
    const desk = aHallDesk();
    desk.answer({ 'identity.read-again': { ok: false, refusal: 'no-reader' } });
    const { user } = await openWindow(desk, '窗口空闲');
    await user.keyboard('[F8]');
    expect(askedOf(desk, 'identity.read-again')).toEqual([{}]);
    expect(await screen.findByText(wordsIn('zh-CN').refusals['no-reader'])).toBeDefined();
  });

  it('Esc goes back from a screen to the counter', async () => {
    const desk = aHallDesk();
    const { user, stores } = await openWindow(desk, '窗口空闲');
    await user.keyboard('{Alt>}x{/Alt}{Escape}');
    expect(stores.screen.getState().screen).toBe('counter');
  });
});

describe('the screens that are loaded later', () => {
  it('get the first keys after the move to them', async () => {
    const desk = aHallDesk();
    desk.answer({ 'intake.find-cases': { ok: true, value: [] } });
    const { user } = await openWindow(desk, '窗口空闲');
    await user.keyboard('{Alt>}x{/Alt}0101{Enter}');
    expect(askedOf(desk, 'intake.find-cases')).toEqual([{ text: '0101', limit: 50 }]);
  });
});
