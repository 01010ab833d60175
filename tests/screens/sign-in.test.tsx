// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ClerkNumber } from '#contract/shapes/person.ts';
import { aHallDesk, askedOf, clerk } from '../support/hall-views.ts';
import { openWindow } from '../support/open-window.tsx';

const nobody = { staff: null };
const signedIn = {
  ok: true,
  value: { staff: clerk, locked: false, mustChangePassword: false, largeType: false },
} as const;

it('lets a clerk in with number and password', async () => {
  const desk = aHallDesk({ session: nobody });
  desk.answer({ 'access.sign-in': signedIn });
  const { user } = await openWindow(desk, '工号');

  await user.type(screen.getByLabelText('工号'), '0317');
  await user.type(screen.getByLabelText('密码'), 'a long word{Enter}');

  expect(askedOf(desk, 'access.sign-in')).toEqual([{ number: '0317', password: 'a long word' }]);
  expect(await screen.findByText('窗口空闲')).toBeDefined();
});

it('says why nobody came in, and keeps the number', async () => {
  const desk = aHallDesk({ session: nobody });
  desk.answer({ 'access.sign-in': { ok: false, refusal: 'wrong-number-or-password' } });
  const { user } = await openWindow(desk, '工号');

  await user.type(screen.getByLabelText('工号'), '0317');
  await user.type(screen.getByLabelText('密码'), 'wrong{Enter}');

  expect((await screen.findByRole('alert')).textContent).toContain('工号或密码不对');
  expect(screen.getByLabelText<HTMLInputElement>('工号').value).toBe('0317');
});

it('lets a practice person be picked with the arrows alone', async () => {
  const desk = aHallDesk({ session: nobody, site: { practice: true } });
  const people = ['0317', '0001'].map((number) => ({
    number: ClerkNumber.parse(number),
    name: `练习 ${number}`,
    roles: ['clerk' as const],
    password: `word of ${number}`,
  }));
  desk.answer({ 'access.practice-people': { ok: true, value: people }, 'access.sign-in': signedIn });
  const { user } = await openWindow(desk, '练习人员');

  await user.keyboard('{ArrowDown}{Enter}');

  expect(askedOf(desk, 'access.sign-in')).toEqual([{ number: '0001', password: 'word of 0001' }]);
});

it('puts the number of a scanned badge into the form', async () => {
  const desk = aHallDesk({ session: nobody });
  await openWindow(desk, '工号');

  desk.say('code.scanned', { kind: 'clerk-badge', number: '0009' });

  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('工号').value).toBe('0009'));
  expect(document.activeElement).toBe(screen.getByLabelText('密码'));
});

it('reads nothing of a card before somebody has signed in', async () => {
  const desk = aHallDesk({ session: nobody });
  await openWindow(desk, '工号');

  desk.say('identity.card', {
    phase: 'nobody-to-fill',
    readingId: 'r-1',
    name: '李*',
    number: '9901**********1234',
    role: null,
    tookMs: 300,
  });

  expect(await screen.findByText('请先登录，再放卡或扫码。')).toBeDefined();
  expect(screen.queryByText(/李/)).toBeNull();
});

it('asks for a new password before anything else, and only takes two that agree', async () => {
  const desk = aHallDesk({ session: { mustChangePassword: true } });
  desk.answer({ 'access.change-password': signedIn });
  const { user } = await openWindow(desk, '先换密码');

  await user.type(screen.getByLabelText('现在的密码'), 'first word');
  await user.type(screen.getByLabelText('新密码'), 'my own words');
  await user.type(screen.getByLabelText('再输一遍'), 'my own wards{Enter}');
  expect(screen.getByRole('alert').textContent).toContain('两遍不一样');
  expect(askedOf(desk, 'access.change-password')).toEqual([]);

  await user.clear(screen.getByLabelText('再输一遍'));
  await user.type(screen.getByLabelText('再输一遍'), 'my own words{Enter}');
  expect(askedOf(desk, 'access.change-password')).toEqual([{ old: 'first word', new: 'my own words' }]);
});
