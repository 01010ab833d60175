// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aHallDesk, askedOf, aTicket } from '../support/hall-views.ts';
import { openWindow } from '../support/open-window.tsx';

function practiceDesk() {
  const desk = aHallDesk({ site: { practice: true } });
  desk.answer({
    'practice.state': {
      ok: true,
      value: {
        cards: [
          { file: 'a.json', label: '居民身份证，甲' },
          { file: 'b.json', label: '居民身份证，乙' },
        ],
        codes: [{ text: 'https://example.invalid/', label: '认不出的码' }],
        placed: 'a.json',
        readerPlugged: true,
        scannerPlugged: false,
        line: 'up',
      },
    },
    'practice.do': { ok: true, value: { done: true } },
    'citizen.open-screen': { ok: true, value: {} },
    'queue.take': { ok: true, value: { ticket: aTicket(99), ahead: 2 } },
  });
  return desk;
}

it('puts every stand-in within reach: cards, codes, tickets, line and plugs', async () => {
  const desk = practiceDesk();
  const { user } = await openWindow(desk, '窗口空闲');
  await user.keyboard('{Control>}j{/Control}');
  await user.click(await screen.findByRole('button', { name: /甲/ }));
  await user.click(screen.getByRole('button', { name: /乙/ }));
  await user.click(screen.getByRole('button', { name: /认不出的码/ }));
  await user.click(screen.getByRole('switch', { name: /省平台/ }));
  await user.click(screen.getByRole('switch', { name: /扫描枪/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: '优先' }), '孕妇');
  await user.click(screen.getByRole('button', { name: '取号' }));
  await user.keyboard('{Alt>}g{/Alt}');
  await waitFor(() => expect(askedOf(desk, 'citizen.open-screen')).toEqual([{}]));

  expect(askedOf(desk, 'practice.do')).toEqual([
    { act: 'lift-card' },
    { act: 'place-card', file: 'b.json' },
    { act: 'scan', text: 'https://example.invalid/' },
    { act: 'line', up: false },
    { act: 'plug', device: 'scanner', in: true },
  ]);
  await waitFor(() =>
    expect(askedOf(desk, 'queue.take')).toMatchObject([{ queue: 'A', priority: 'pregnant' }]),
  );
});

it('marks every screen of a practice hall, and has no tray in a real one', async () => {
  await openWindow(practiceDesk(), '窗口空闲');
  expect(screen.getAllByText('练习').length).toBeGreaterThan(0);
});

it('does not open in a real hall', async () => {
  const desk = aHallDesk();
  const { user } = await openWindow(desk, '窗口空闲');
  await user.keyboard('{Control>}j{/Control}');
  expect(screen.queryByRole('complementary', { name: '练习盘' })).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('这是真实大厅，没有练习盘。');
});
