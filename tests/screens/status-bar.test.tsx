// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { DeviceHealth } from '#contract/shapes/device.ts';
import { aHallDesk, aStatus, NOW_MS } from '../support/hall-views.ts';
import { openWindow } from '../support/open-window.tsx';

const reader: DeviceHealth = {
  kind: 'id-card-reader',
  port: '/dev/ttyS1',
  state: 'unplugged',
  sinceMs: NOW_MS,
  lastGoodAtMs: null,
  identity: null,
  errorsToday: 0,
};

const item = (name: RegExp) => screen.getByRole('button', { name });

it('judges the province by its last acknowledgement', async () => {
  await openWindow(aHallDesk(), '窗口空闲');
  expect(item(/省平台/).textContent).toContain('09:49:20 回执');
});

it('says that the line is away and what is owed', async () => {
  const { province } = aStatus();
  const desk = aHallDesk({ status: { province: { ...province, line: 'away', owed: 3, owedCases: 2 } } });
  await openWindow(desk, '窗口空闲');
  expect(item(/省平台/).textContent).toContain('断开');
  expect(item(/待送/).textContent).toContain('3 条');
});

it('explains a device with F1: what it is and what to do', async () => {
  const { user } = await openWindow(aHallDesk({ status: { devices: [reader] } }), '窗口空闲');
  expect(item(/读卡器/).textContent).toContain('拔掉了');
  item(/读卡器/).focus();
  await user.keyboard('[F1]');
  expect(await screen.findByText('线松了。插好会自动接上。')).toBeDefined();
});

it('shows the hall’s own clock and the last write that reached the disk', async () => {
  await openWindow(aHallDesk(), '窗口空闲');
  expect(screen.getByText('11月24日 星期二')).toBeDefined();
  expect(screen.getByText('09:50')).toBeDefined();
  expect(item(/落盘/).textContent).toContain('09:49:59');
});

it('stops in red when the disk cannot be written', async () => {
  await openWindow(aHallDesk({ status: { diskTrouble: 'full' } }), '窗口空闲');
  expect(item(/落盘/).className).toBe('bad');
});
