// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CaseLine } from '#contract/shapes/case.ts';
import { ItemHit } from '#contract/shapes/item.ts';
import { aHallDesk, askedOf } from '../support/hall-views.ts';
import { openWindow } from '../support/open-window.tsx';

const hit = ItemHit.parse({
  kind: 'item',
  code: '1199010100',
  version: 1,
  nameZh: '居住证申领',
  nameEn: 'Social security card',
  departmentZh: '示范县人力资源和社会保障局',
  departmentEn: 'Human resources bureau',
  queue: 'A',
  caseTypeCode: '1',
  counterOutcomeAuthority: 'accept_on_behalf',
  crossRegion: null,
  delegatedLevels: null,
  mustAppearInPerson: false,
  matched: 'initials',
});
const line = CaseLine.parse({
  id: '019a0000-0000-7000-8000-000000000002',
  receiptNumber: 'W990101-03-000127-K',
  officialNumber: null,
  itemNameZh: '居住证申领',
  itemNameEn: 'Social security card',
  applicantName: '李*',
  state: 'accepted',
  openedAtMs: 0,
  promisedDueOn: null,
  sync: 'done',
  identityWait: null,
});

it('finds items while typing, and searches cases only when asked, because that is recorded', async () => {
  const desk = aHallDesk();
  desk.answer({
    'intake.find-item': { ok: true, value: [hit] },
    'intake.find-cases': { ok: true, value: [line] },
  });
  const { user, stores } = await openWindow(desk, '窗口空闲');
  await user.keyboard('{Control>}k{/Control}jzz');
  expect(await screen.findByText('居住证申领')).toBeDefined();
  expect(askedOf(desk, 'intake.find-cases')).toEqual([]);

  await user.keyboard('{ArrowDown}{Enter}');
  expect(await screen.findByText('W990101-03-000127-K')).toBeDefined();
  expect(askedOf(desk, 'intake.find-cases')).toHaveLength(1);

  await user.keyboard('{ArrowUp}{Enter}');
  await waitFor(() => expect(askedOf(desk, 'intake.look')).toEqual([{ caseId: line.id }]));
  expect(stores.screen.getState().screen).toBe('cases');
});

it('says so when nothing is found', async () => {
  const desk = aHallDesk();
  desk.answer({ 'intake.find-item': { ok: true, value: [] }, 'intake.find-cases': { ok: true, value: [] } });
  const { user } = await openWindow(desk, '窗口空闲');
  await user.keyboard('{Control>}k{/Control}zzz');
  await user.keyboard('{Enter}');
  expect(await screen.findByText('没有找到。换个词，或打收件号后几位。')).toBeDefined();
});

it('opens no item before somebody is at the window', async () => {
  const desk = aHallDesk();
  desk.answer({ 'intake.find-item': { ok: true, value: [hit] } });
  const { user, stores } = await openWindow(desk, '窗口空闲');
  await user.keyboard('{Control>}k{/Control}jzz');
  await screen.findByText('居住证申领');
  await user.keyboard('{Enter}');
  expect(await screen.findByText('手上没有号，先叫号再开事项。')).toBeDefined();
  expect(stores.screen.getState().wish).toBeNull();
});
