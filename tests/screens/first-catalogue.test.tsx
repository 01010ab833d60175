// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ItemSearch } from '#renderer/screens/case/item-search.tsx';
import { itemsSought } from '#renderer/stores/items-sought.ts';
import { aHallDesk } from '../support/hall-views.ts';
import { openWindow } from '../support/open-window.tsx';
import { aSheetDesk, openSheet } from '../support/open-sheet.tsx';

it('shows how far the first catalogue is, and what goes on meanwhile', async () => {
  const firstCatalogue = { state: 'loading', written: 3200, items: 20_000 } as const;
  await openWindow(aHallDesk({ status: { firstCatalogue } }), '窗口空闲');
  const bar = screen.getByRole('progressbar', { name: '目录正在装入 3200 / 20000' });
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['3200', '20000']);
  expect(screen.getByText(/叫号、核身份照常/)).toBeTruthy();
});

it('says that there is none, and who can help, when it was refused', async () => {
  await openWindow(
    aHallDesk({ status: { firstCatalogue: { state: 'missing', written: 0, items: null } } }),
    '窗口空闲',
  );
  expect(screen.getByRole('alert').textContent).toContain('请技术员在“目录”（Alt M）里看原因');
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('does not say of an item that it is not there while the catalogue is loaded', () => {
  const search = itemsSought('餐饮', {
    ok: false,
    setback: { kind: 'refused', refusal: 'catalogue-loading' },
  });
  openSheet(aSheetDesk(), () => (
    <ItemSearch search={search} busy={false} site={null} onFind={() => {}} onOpen={() => {}} />
  ));
  expect(screen.getByText(/目录正在装入。装好就能选事项/)).toBeTruthy();
  expect(screen.queryByText(/没有“餐饮”/)).toBeNull();
});
