// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CallLine, type DisplayView, QueueCode } from '#contract/shapes/ticket.ts';
import { DisplayWindow } from '#renderer/screens/display/display-window.tsx';
import { aHallDesk, NOW_MS } from '../support/hall-views.ts';

function aCall(number: string, window: number, agoMs: number): CallLine {
  return CallLine.parse({ number, window, calledAtMs: NOW_MS - agoMs, state: 'called' });
}

function aDisplay(current: CallLine | null, earlier: readonly CallLine[] = []): DisplayView {
  return {
    hallName: '示范县政务服务中心',
    current,
    calls: current ? [current, ...earlier] : [...earlier],
    queues: [{ queue: QueueCode.parse('P'), nameZh: '个人事务', nameEn: 'Personal affairs', waiting: 12 }],
    readAtMs: NOW_MS,
  };
}

async function openDisplay(view: DisplayView) {
  const desk = aHallDesk();
  desk.answer({ 'queue.display': { ok: true, value: view } });
  render(<DisplayWindow desk={desk} />);
  await screen.findByText('示范县政务服务中心');
  return desk;
}

it('shows the last call with its window, the calls before, and who waits', async () => {
  await openDisplay(aDisplay(aCall('VP004', 3, 1000), [aCall('A029', 1, 90_000)]));
  const calls = within(screen.getByRole('region', { name: '正在叫号' }));
  expect(calls.getByText('VP004')).toBeDefined();
  expect(calls.getByText('A029')).toBeDefined();
  expect(screen.getByText('P 个人事务')).toBeDefined();
  expect(screen.getAllByText('12 人')).toHaveLength(2);
});

it('does not flash a call that was made before it was switched on', async () => {
  await openDisplay(aDisplay(aCall('VP004', 3, 1000)));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('flashes a new call, and the same ticket when it is called again', async () => {
  const desk = await openDisplay(aDisplay(null));
  expect(screen.getByText('现在没有叫号')).toBeDefined();

  desk.answer({ 'queue.display': { ok: true, value: aDisplay(aCall('P024', 12, 500)) } });
  act(() => desk.say('queue.changed', {}));
  expect((await screen.findByRole('alert')).textContent).toContain('P024');

  desk.answer({ 'queue.display': { ok: true, value: aDisplay(aCall('P024', 12, 100)) } });
  act(() => desk.say('queue.changed', {}));
  expect((await screen.findByRole('alert')).textContent).toContain('12');
});

it('says that it stands still when the hall is away', async () => {
  const desk = await openDisplay(aDisplay(aCall('VP004', 3, 1000)));
  desk.answer({ 'queue.display': () => Promise.reject(new Error('away')) });
  act(() => desk.say('queue.changed', {}));
  expect(await screen.findByText('大屏停在 09:50，请听窗口叫号')).toBeDefined();
});
